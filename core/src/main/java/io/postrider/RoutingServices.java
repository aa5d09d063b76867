package io.postrider;

import io.postrider.config.Settings;
import io.postrider.http.Api;
import io.postrider.mailing.PartsEstimator;
import io.postrider.plugin.Plugins;
import io.postrider.queue.HintQueue;
import io.postrider.sender.SenderActivity;
import io.postrider.sender.price.PriceApi;
import io.postrider.sender.price.PriceStore;
import io.postrider.sender.route.LoneRoutes;
import io.postrider.sender.route.NumberPlan;
import io.postrider.sender.route.Standings;
import io.postrider.sender.route.VirtualSenderApi;
import io.postrider.stage.rendering.RunRoutes;
import io.postrider.store.Database;
import io.postrider.template.Previewer;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Makes what says where a message goes and what that costs. */
final class RoutingServices {
    private final NumberPlan numbers = new NumberPlan();
    private final PriceStore prices;
    private final Standings standings;

    RoutingServices(
            Database people,
            LongFunction<Optional<SenderActivity>> activity,
            Clock clock,
            Settings.Rendering rendering) {
        this.prices = new PriceStore(people);
        this.standings = new Standings(activity, clock, rendering.failOverAfter());
    }

    /** What chooses the senders of runs. */
    RunRoutes ofRuns(Stores on) {
        return new RunRoutes(on.runs(), on.virtualSenders(), on.senders().duties(), standings, numbers);
    }

    /** What chooses the sender of a message that is sent alone. */
    LoneRoutes ofLoneMessages(Stores on) {
        return new LoneRoutes(on.virtualSenders(), standings, numbers);
    }

    /** What estimates parts and costs of mailings. */
    PartsEstimator estimator(Vertx vertx, Stores on, Plugins plugins, Previewer previewer) {
        return new PartsEstimator(vertx, on.audiences(), on.recipients(), plugins::channel, previewer, numbers, prices);
    }

    /** The APIs of virtual senders and of prices. */
    List<Api> apis(Stores on, HintQueue queue, Function<String, Optional<String>> phones) {
        return List.of(
                new VirtualSenderApi(on.virtualSenders(), numbers, standings, prices, phones),
                new PriceApi(prices, on.senders(), numbers::country, queue));
    }
}
