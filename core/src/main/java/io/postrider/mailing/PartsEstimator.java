package io.postrider.mailing;

import io.postrider.plugin.api.Channel;
import io.postrider.resource.Audience;
import io.postrider.resource.AudienceStore;
import io.postrider.resource.Recipient;
import io.postrider.resource.RecipientStore;
import io.postrider.sender.price.PriceStore;
import io.postrider.sender.route.NumberPlan;
import io.postrider.template.CompiledTemplate;
import io.postrider.template.Previewer;
import io.postrider.template.TemplateCompiler;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Estimates what a mailing costs: renders a small audience whole, and slices from all over a large one. */
public final class PartsEstimator {
    private static final int WHOLE = 2_000;
    private static final int SLICES = 10;
    private static final int SLICE = 200;
    private final Vertx vertx;
    private final AudienceStore audiences;
    private final RecipientStore recipients;
    private final Function<String, Optional<Channel>> channels;
    private final Previewer previewer;
    private final NumberPlan numbers;
    private final PriceStore prices;
    private final TemplateCompiler compiler = new TemplateCompiler();

    public PartsEstimator(
            Vertx vertx,
            AudienceStore audiences,
            RecipientStore recipients,
            Function<String, Optional<Channel>> channels,
            Previewer previewer,
            NumberPlan numbers,
            PriceStore prices) {
        this.vertx = vertx;
        this.audiences = audiences;
        this.recipients = recipients;
        this.channels = channels;
        this.previewer = previewer;
        this.numbers = numbers;
        this.prices = prices;
    }

    /**
     * The estimate; empty while there is no text that can be rendered, or nobody to render it for.
     *
     * @param at when the messages go, for the prices
     */
    Future<Optional<PartsEstimate>> of(LaunchFacts facts, Audience audience, Waterfall waterfall, Instant at) {
        @Nullable String text = facts.templateText();
        @Nullable Channel channel = channels.apply(audience.channel()).orElse(null);
        if (text == null || channel == null || waterfall.recipients() == 0) {
            return Future.succeededFuture(Optional.empty());
        }
        ExpectedWays ways = new ExpectedWays(facts, numbers);
        return vertx.executeBlocking(
                        () -> Optional.ofNullable(compiler.compile(text).template()))
                .compose(template -> template.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : prices.lists(audience.accountId(), ways.senders())
                                .compose(lists -> estimate(
                                        template.get(),
                                        channel,
                                        audience,
                                        waterfall,
                                        new PartsCount(ways, new CostCount(lists, at)),
                                        ways)));
    }

    private Future<Optional<PartsEstimate>> estimate(
            CompiledTemplate template,
            Channel channel,
            Audience audience,
            Waterfall waterfall,
            PartsCount count,
            ExpectedWays ways) {
        return sample(audience, waterfall)
                .compose(people -> previewer.each(
                        template,
                        person -> CharsetChannel.of(channel, ways.of(person).charset()),
                        people))
                .map(previews -> previews.isEmpty()
                        ? Optional.empty()
                        : Optional.of(count.all(previews)
                                .of(waterfall.recipients(), previews.size() == waterfall.recipients())));
    }

    /** Subscribed people, each phone once. */
    private Future<List<Recipient>> sample(Audience audience, Waterfall waterfall) {
        if (waterfall.received() <= WHOLE) {
            return slice(audience, Long.MIN_VALUE, WHOLE, Map.of()).map(all -> List.copyOf(all.values()));
        }
        return audiences.spread(audience, SLICES).compose(starts -> {
            Future<Map<Long, Recipient>> all = Future.succeededFuture(Map.of());
            for (long start : starts) {
                all = all.compose(known -> slice(audience, start, SLICE, known));
            }
            return all.map(found -> List.copyOf(found.values()));
        });
    }

    private Future<Map<Long, Recipient>> slice(Audience audience, long from, int limit, Map<Long, Recipient> known) {
        return recipients.inRange(audience, from, Long.MAX_VALUE, null, limit).map(found -> {
            Map<Long, Recipient> all = new LinkedHashMap<>(known);
            found.stream()
                    .filter(recipient -> recipient.status() == 0)
                    .forEach(recipient -> all.putIfAbsent(recipient.contactKey(), recipient));
            return all;
        });
    }
}
