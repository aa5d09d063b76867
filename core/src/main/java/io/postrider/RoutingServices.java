package io.postrider;

import io.postrider.http.Api;
import io.postrider.sender.SenderActivity;
import io.postrider.sender.route.LoneRoutes;
import io.postrider.sender.route.NumberPlan;
import io.postrider.sender.route.Standings;
import io.postrider.sender.route.VirtualSenderApi;
import io.postrider.stage.rendering.RunRoutes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Makes what virtual senders need. */
final class RoutingServices {
    private final NumberPlan numbers = new NumberPlan();
    private final Standings standings;

    RoutingServices(LongFunction<Optional<SenderActivity>> activity, Clock clock, Duration failOverAfter) {
        this.standings = new Standings(activity, clock, failOverAfter);
    }

    /** What chooses the senders of runs. */
    RunRoutes ofRuns(Stores on) {
        return new RunRoutes(on.runs(), on.virtualSenders(), standings, numbers);
    }

    /** What chooses the sender of a message that is sent alone. */
    LoneRoutes ofLoneMessages(Stores on) {
        return new LoneRoutes(on.virtualSenders(), standings, numbers);
    }

    /** What the numbering plans say. */
    NumberPlan numbers() {
        return numbers;
    }

    /** The API of virtual senders. */
    Api api(Stores on, Function<String, Optional<String>> phones) {
        return new VirtualSenderApi(on.virtualSenders(), numbers, standings, phones);
    }
}
