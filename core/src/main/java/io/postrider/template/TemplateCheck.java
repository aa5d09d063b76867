package io.postrider.template;

import io.postrider.plugin.api.Channel;
import io.postrider.profile.ProfileDatabase;
import io.postrider.profile.ProfileField;
import io.postrider.profile.StandardField;
import io.postrider.refusal.Reason;
import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Says what is wrong with texts before they are saved. */
public final class TemplateCheck {
    private static final int DATABASES = 1_000;
    private final Vertx vertx;
    private final TemplateCompiler compiler;
    private final PreviewRecipients recipients;
    private final Function<String, Optional<Channel>> channels;

    public TemplateCheck(
            Vertx vertx,
            TemplateCompiler compiler,
            PreviewRecipients recipients,
            Function<String, Optional<Channel>> channels) {
        this.vertx = vertx;
        this.compiler = compiler;
        this.recipients = recipients;
        this.channels = channels;
    }

    /** One mistake as a reason; the UI translates by the code of the problem. */
    private record Mistake(String code, String sentence) implements Reason {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /** The channel of this name, or a refusal of the field {@code pointer}. */
    Channel channel(String name, String pointer) {
        return channels.apply(name)
                .orElseThrow(() -> Refusal.ofField(TemplateReason.NO_SUCH_CHANNEL, pointer, Map.of("channel", name)));
    }

    /** Compiles a text; with a database, fields that it does not have are mistakes. Compiling may take a while, so not on the event loop. */
    Future<Compilation> compile(String text, Optional<ProfileDatabase> database) {
        return vertx.executeBlocking(() ->
                database.map(of -> compiler.check(text, fields(List.of(of)))).orElseGet(() -> compiler.compile(text)));
    }

    /**
     * Refuses texts with mistakes. A field is a mistake when no database of the account has it; before there is a database, every
     * field may come to exist.
     */
    Future<Void> refuseMistakes(long account, Map<String, String> texts) {
        refuseChannels(texts.keySet());
        return recipients
                .databases(account, DATABASES)
                .compose(databases -> vertx.executeBlocking(() -> mistakes(databases, texts)))
                .compose(mistakes -> mistakes.isEmpty()
                        ? Future.succeededFuture()
                        : Future.failedFuture(Refusal.ofFields(TemplateReason.WRONG, mistakes)));
    }

    /** Refuses channels that no plugin offers. */
    void refuseChannels(Set<String> names) {
        names.forEach(name -> channel(name, pointer(name)));
    }

    private List<Refusal> mistakes(List<ProfileDatabase> databases, Map<String, String> texts) {
        boolean known = !databases.isEmpty() && databases.size() < DATABASES;
        Set<String> fields = fields(databases);
        List<Refusal> mistakes = new ArrayList<>();
        texts.forEach((channel, text) -> {
            Compilation compilation = known ? compiler.check(text, fields) : compiler.compile(text);
            compilation.problems().stream()
                    .filter(TemplateProblem::isError)
                    .map(problem -> mistake(channel, problem))
                    .forEach(mistakes::add);
        });
        return mistakes;
    }

    private static Refusal mistake(String channel, TemplateProblem problem) {
        return Refusal.ofField(
                new Mistake(problem.code(), problem.sentence()),
                pointer(channel),
                Map.of("line", Integer.toString(problem.line()), "column", Integer.toString(problem.column())));
    }

    private static String pointer(String channel) {
        return "/texts/" + channel.replace("~", "~0").replace("/", "~1");
    }

    private static Set<String> fields(Collection<ProfileDatabase> databases) {
        Set<String> names = new HashSet<>(Set.of("_id"));
        for (StandardField field : StandardField.values()) {
            names.add(field.field());
        }
        databases.forEach(
                database -> database.fields().stream().map(ProfileField::name).forEach(names::add));
        return names;
    }
}
