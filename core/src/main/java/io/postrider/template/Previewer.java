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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
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

    /**
     * The messages for some recipients, or for the first of them if five seconds are not enough for all.
     *
     * @param channels the channel as the sender of somebody's message uses it
     */
    public Future<List<Preview>> each(
            CompiledTemplate template, Function<Recipient, Channel> channels, List<Recipient> some) {
        Instant end = clock.instant().plus(PATIENCE);
        return vertx.executeBlocking(
                () -> {
                    List<Preview> previews = new ArrayList<>();
                    for (Recipient recipient : some) {
                        if (clock.instant().isAfter(end)) {
                            break;
                        }
                        previews.add(preview(template, channels.apply(recipient), recipient));
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
        return search(new Search(template, channel, audience, end(), Previewer::isWorse), null);
    }

    /** The message to whom most fields of the template are missing, among as many; empty when somebody has every field. */
    Future<Optional<Preview>> missing(CompiledTemplate template, Channel channel, Audience audience) {
        return search(new Search(template, channel, audience, end(), Previewer::missesMore), null)
                .map(found -> found.filter(preview -> !preview.missing().isEmpty()));
    }

    private Instant end() {
        return clock.instant().plus(PATIENCE);
    }

    /** What is looked for, and what was found so far. For one search; its parts follow each other. */
    private static final class Search {
        final CompiledTemplate template;
        final Channel channel;
        final Audience audience;
        final Instant end;
        final BiPredicate<Preview, Preview> better;
        final Map<Integer, Integer> distribution = new HashMap<>();

        @Nullable Preview best;

        int sampled;

        Search(
                CompiledTemplate template,
                Channel channel,
                Audience audience,
                Instant end,
                BiPredicate<Preview, Preview> better) {
            this.template = template;
            this.channel = channel;
            this.audience = audience;
            this.end = end;
            this.better = better;
        }

        void take(Preview preview) {
            sampled++;
            distribution.merge(preview.parts(), 1, Integer::sum);
            best = best == null || better.test(preview, best) ? preview : best;
        }

        Optional<Preview> found() {
            return Optional.ofNullable(best).map(preview -> preview.sampledOf(sampled, distribution));
        }
    }

    private Future<Optional<Preview>> search(Search search, @Nullable Recipient last) {
        return recipients.page(search.audience, last, PAGE).compose(page -> {
            if (page.isEmpty()) {
                return Future.succeededFuture(search.found());
            }
            return vertx.executeBlocking(() -> {
                        take(search, page);
                        return search;
                    })
                    .compose(done -> {
                        boolean goesOn = page.size() == PAGE
                                && search.sampled < SAMPLE
                                && clock.instant().isBefore(search.end);
                        return goesOn
                                ? search(search, page.get(page.size() - 1))
                                : Future.succeededFuture(search.found());
                    });
        });
    }

    private void take(Search search, List<Recipient> page) {
        for (Recipient recipient : page) {
            search.take(preview(search.template, search.channel, recipient));
            if (!clock.instant().isBefore(search.end)) {
                break;
            }
        }
    }

    private static boolean missesMore(Preview one, Preview other) {
        return one.missing().size() > other.missing().size();
    }

    private static boolean isWorse(Preview one, Preview other) {
        boolean refused = one.composition() instanceof Composition.Refused;
        if (refused != (other.composition() instanceof Composition.Refused)) {
            return refused;
        }
        return one.parts() > other.parts() || (one.parts() == other.parts() && one.units() > other.units());
    }

    private Preview preview(CompiledTemplate template, Channel channel, Recipient recipient) {
        List<String> missing = template.leadNames().stream()
                .filter(name -> isMissing(recipient.profile().get(name)))
                .sorted()
                .toList();
        try {
            String text = shortened.apply(template.render(new RecipientVariables(recipient)));
            return new Preview(recipient, text, channel.compose(text), missing, 1, Map.of());
        } catch (RenderException problem) {
            Composition refused = new Composition.Refused("render-error", problem.sentence());
            return new Preview(recipient, "", refused, missing, 1, Map.of());
        }
    }

    private static boolean isMissing(@Nullable Object value) {
        return value == null
                || (value instanceof String text && text.isBlank())
                || (value instanceof Collection<?> several && several.isEmpty());
    }
}
