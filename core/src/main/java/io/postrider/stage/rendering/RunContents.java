package io.postrider.stage.rendering;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.postrider.mailing.Run;
import io.postrider.mailing.RunStore;
import io.postrider.plugin.api.Channel;
import io.postrider.template.CompiledTemplate;
import io.postrider.template.TemplateCompiler;
import io.postrider.template.TemplateStore;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Compiles a run's template once and keeps it while the run is being rendered. */
public final class RunContents {
    private static final int KEPT = 100;
    private final TemplateStore templates;
    private final RunStore runs;
    private final TemplateCompiler compiler;
    private final Function<String, Optional<Channel>> channels;
    private final Cache<Long, RunContent> cache =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    public RunContents(
            TemplateStore templates,
            RunStore runs,
            TemplateCompiler compiler,
            Function<String, Optional<Channel>> channels) {
        this.templates = templates;
        this.runs = runs;
        this.compiler = compiler;
        this.channels = channels;
    }

    /** The content of a run; fails when its template or channel is gone, until they are there again. */
    Future<RunContent> of(Run run) {
        RunContent known = cache.getIfPresent(run.id());
        return known == null ? load(run) : Future.succeededFuture(known);
    }

    private Future<RunContent> load(Run run) {
        return templates
                .text(run.accountId(), run.templateId(), run.templateVersion(), run.channel())
                .compose(text -> runs.links(run).map(links -> content(run, text, links)))
                .onSuccess(content -> cache.put(run.id(), content));
    }

    private RunContent content(Run run, String text, List<String> links) {
        Channel channel = channels.apply(run.channel())
                .orElseThrow(() -> new IllegalStateException("no plugin offers the channel " + run.channel()));
        CompiledTemplate template = compiler.compile(text).template();
        if (template == null) {
            throw new IllegalStateException("the template of run " + run.id() + " does not compile any more");
        }
        return new RunContent(template, channel, links);
    }
}
