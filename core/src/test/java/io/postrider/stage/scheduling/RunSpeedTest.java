package io.postrider.stage.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.sender.Sender;
import io.postrider.sender.SenderOfTests;
import io.postrider.sender.route.RouteMatch;
import io.postrider.sender.route.RoutePlan;
import io.postrider.sender.route.RouteRule;
import io.postrider.sender.route.RouteTarget;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RunSpeedTest {
    private static final long FAST = 1;
    private static final long SLOW = 2;
    private static final long STANDS_IN = 3;
    private static final Map<Long, Sender> SENDERS = Map.of(
            FAST, sender(FAST, 90.0, null), SLOW, sender(SLOW, 5.0, 6.0), STANDS_IN, sender(STANDS_IN, 1.0, null));

    private static Sender sender(long id, Double messages, @Nullable Double parts) {
        return new SenderOfTests().id(id).limits(messages, parts).make();
    }

    private static RouteTarget target(long sender, int percent) {
        return new RouteTarget(sender, percent, "");
    }

    private static List<Double> limits(RouteTarget... targets) {
        RouteRule rule = new RouteRule("", RouteMatch.DEFAULT, List.of(), List.of(targets));
        return RunSpeed.of(new RoutePlan(8, "Everywhere", List.of(rule), List.of()), SENDERS);
    }

    @Test
    void aSenderWithAFewOfTheMessagesSlowsTheRestOnlyByItsShare() {
        assertThat(limits(target(FAST, 90), target(SLOW, 10))).containsExactly(100.0, 50.0, 60.0);
    }

    @Test
    void aSenderThatStandsInOrIsGoneLimitsNothing() {
        assertThat(limits(target(FAST, 100), target(STANDS_IN, 0), target(99, 0)))
                .containsExactly(90.0);
        assertThat(limits(target(99, 100))).isEmpty();
    }
}
