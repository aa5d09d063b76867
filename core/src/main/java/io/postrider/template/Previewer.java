package io.postrider.template;

import io.postrider.plugin.api.Channel;
import io.postrider.plugin.api.Composition;
import io.postrider.resource.Audience;
import io.postrider.resource.Recipient;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Renders templates for people before anything is sent. Works beside the event loop: a template may take its time. */
public final class Previewer {
    private static final int SAMPLE = 10_000;
    private static final int PAGE = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private final Vertx vertx;
    private final PreviewRecipients recipients;
    private final UnaryOperator<String> shortened;
    private final Clock clock;

    /** @param shortened a text as it is sent, with short links of the length that they will have */
    public Previewer(Vertx vertx, PreviewRecipients recipients, UnaryOperator<String> shortened, Clock clock) {
        this.vertx = vertx;
        this.recipients = recipients;
        this.shortened = shortened;
        this.clock = clock;
    }

    /** The message for one recipient. */
    Future<Preview> of(CompiledTemplate template, Channel channel, Recipient recipient) {
        return vertx.executeBlocking(() -> preview(template, channel, recipient));
    }

    /** The messages for some recipients, or for the first of them if five seconds are not enough for all. */
    public Future<List<Preview>> each(CompiledTemplate template, Channel channel, List<Recipient> some) {
        Instant end = clock.instant().plus(PATIENCE);
        return vertx.executeBlocking(
                () -> {
                    List<Preview> previews = new ArrayList<>();
                    for (Recipient recipient : some) {
                        if (clock.instant().isAfter(end)) {
                            break;
                        }
                        previews.add(preview(template, channel, recipient));
                    }
                    return previews;
                },
                false);
    }

    /**
     * The message with the most parts among the first 10,000 recipients, or as many as can be tried in five seconds; a message that
     * cannot be sent at all is worse than any other. Empty when there is nobody.
     */
    Future<Optional<Preview>> worst(CompiledTemplate template, Channel channel, Audience audience) {
        return search(new Search(template, channel, audience, clock.instant().plus(PATIENCE)), null, null, 0);
    }

    private record Search(CompiledTemplate template, Channel channel, Audience audience, Instant end) {}

    private Future<Optional<Preview>> search(
            Search search, @Nullable Recipient last, @Nullable Preview worst, int sampled) {
        return recipients.page(search.audience(), last, PAGE).compose(page -> {
            if (page.isEmpty()) {
                return Future.succeededFuture(Optional.ofNullable(worst));
            }
            return vertx.executeBlocking(() -> worst(search, page, worst, sampled))
                    .compose(found -> {
                        boolean goesOn = page.size() == PAGE
                                && found.sampled() < SAMPLE
                                && clock.instant().isBefore(search.end());
                        return goesOn
                                ? search(search, page.get(page.size() - 1), found, found.sampled())
                                : Future.succeededFuture(Optional.of(found));
                    });
        });
    }

    private Preview worst(Search search, List<Recipient> page, @Nullable Preview before, int sampled) {
        Preview worst = before;
        int tried = sampled;
        for (Recipient recipient : page) {
            Preview preview = preview(search.template(), search.channel(), recipient);
            tried++;
            worst = worst == null || isWorse(preview, worst) ? preview : worst;
            if (!clock.instant().isBefore(search.end())) {
                break;
            }
        }
        return Objects.requireNonNull(worst).sampledOf(tried);
    }

    private static boolean isWorse(Preview one, Preview other) {
        boolean refused = one.composition() instanceof Composition.Refused;
        if (refused != (other.composition() instanceof Composition.Refused)) {
            return refused;
        }
        return one.parts() > other.parts() || (one.parts() == other.parts() && one.units() > other.units());
    }

    private Preview preview(CompiledTemplate template, Channel channel, Recipient recipient) {
        try {
            String text = shortened.apply(template.render(new RecipientVariables(recipient)));
            return new Preview(recipient, text, channel.compose(text), 1);
        } catch (RenderException problem) {
            return new Preview(recipient, "", new Composition.Refused("render-error", problem.sentence()), 1);
        }
    }
}
