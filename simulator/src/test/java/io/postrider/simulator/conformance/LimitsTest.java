package io.postrider.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.simulator.Account.Answers;
import io.postrider.simulator.behaviour.Behaviour;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LimitsTest extends Conformance {
    private static final Answers QUEUE_FULL = new Answers(0x0E, 0x05, 0x01, 0x01, SMPPConstant.STAT_ESME_RMSGQFUL);
    private static final Behaviour LATE = QUICK.withTimes(Duration.ofMillis(400), Duration.ZERO);

    private static final Clock WITHIN_ONE_SECOND = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private static List<Integer> statuses(Wire wire, int count) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            statuses.add(wire.read(SMPPConstant.CID_SUBMIT_SM_RESP).getCommandStatus());
        }
        return statuses;
    }

    private static void submit(Wire wire, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            wire.send(message());
        }
    }

    @Test
    @DisplayName("S21 submits above the rate of the account are refused with 0x58, counted over all binds")
    void theRateIsCountedOverAllBinds() throws Exception {
        start(settings().with(limited(0, 6, 0, Answers.USUAL)), WITHIN_ONE_SECOND);
        Wire one = transceiver();
        Wire two = transmitter();
        submit(one, 4);
        assertThat(statuses(one, 4)).containsOnly(0);
        submit(two, 4);
        assertThat(statuses(two, 4)).containsExactly(0, 0, 0x58, 0x58);
        assertThat(statistic("submitted")).isEqualTo(6);
        assertThat(statistic("throttled")).isEqualTo(2);
        two.assertLives();
    }

    @Test
    @DisplayName("S21 the fault throttle refuses what is too much with its own status")
    void theFaultThrottleHasItsOwnStatus() throws Exception {
        Behaviour throttled =
                QUICK.withFaults(new JsonObject().put("throttle", 2).put("throttleStatus", "RMSGQFUL"));
        start(settings().with(throttled), WITHIN_ONE_SECOND);
        Wire wire = transmitter();
        submit(wire, 3);
        assertThat(statuses(wire, 3)).containsExactly(0, 0, SMPPConstant.STAT_ESME_RMSGQFUL);
    }

    @Test
    @DisplayName("S22 more unanswered submits than the window are refused with 0x58 and the connection kept")
    void submitsBeyondTheWindowAreRefused() throws Exception {
        start(settings().with(limited(0, 0, 3, Answers.USUAL)).with(LATE));
        Wire wire = transmitter();
        submit(wire, 5);
        assertThat(statuses(wire, 5)).containsExactly(0, 0, 0, 0x58, 0x58);
        assertThat(wire.status(message())).isZero();
    }

    @Test
    @DisplayName("S22 an account may have them refused with 0x14")
    void submitsBeyondTheWindowMayBeRefusedOtherwise() throws Exception {
        start(settings().with(limited(0, 0, 1, QUEUE_FULL)).with(LATE));
        Wire wire = transmitter();
        submit(wire, 2);
        assertThat(statuses(wire, 2)).containsExactly(0, SMPPConstant.STAT_ESME_RMSGQFUL);
        wire.assertLives();
    }

    @Test
    @DisplayName("S22 each bind has a window of its own")
    void eachBindHasItsOwnWindow() throws Exception {
        start(settings().with(limited(0, 0, 1, Answers.USUAL)).with(LATE));
        Wire one = transmitter();
        Wire two = transmitter();
        submit(one, 1);
        submit(two, 1);
        assertThat(statuses(one, 1)).containsExactly(0);
        assertThat(statuses(two, 1)).containsExactly(0);
    }

    @Test
    @DisplayName("S22 a submit or response that a fault loses does not fill the window for ever")
    void whatIsLostLeavesTheWindow() throws Exception {
        var window = settings().with(limited(0, 0, 2, Answers.USUAL));
        start(window.with(QUICK.withFaults(new JsonObject().put("loseResponses", 100))));
        Wire wire = transmitter();
        submit(wire, 5);
        wire.assertLives();
        assertThat(statistic("submitted")).isEqualTo(5);
        await(simulator().behave(QUICK.withFaults(new JsonObject().put("loseSubmits", 100))));
        submit(wire, 5);
        wire.assertLives();
        await(simulator().behave(QUICK));
        assertThat(wire.status(message())).isZero();
        assertThat(statistic("submitted")).isEqualTo(6);
    }

    @Test
    @DisplayName("S14 an account may send from its own addresses alone")
    void anAccountMayHaveSources() throws Exception {
        start(settings().with(limited(0, 0, 0, Answers.USUAL, "Shop", "7000")));
        Wire wire = transmitter();
        assertThat(wire.status(message())).isZero();
        SubmitSm foreign = message();
        foreign.setSourceAddr("Bank");
        assertThat(wire.status(foreign)).isEqualTo(SMPPConstant.STAT_ESME_RINVSRCADR);
    }

    @Test
    @DisplayName("S23 enquire_link is answered within 100 ms while submits wait for their answers")
    void enquireLinkOvertakesSubmits() throws Exception {
        start(QUICK.withTimes(Duration.ofMinutes(1), Duration.ZERO));
        Wire wire = transceiver();
        submit(wire, 500);
        long quickest = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long before = System.nanoTime();
            Command answer = wire.enquire();
            assertThat(answer.getCommandStatus()).isZero();
            quickest = Math.min(quickest, System.nanoTime() - before);
        }
        assertThat(Duration.ofNanos(quickest)).isLessThan(Duration.ofMillis(100));
        assertThat(statistic("responsesWaiting")).isEqualTo(500);
    }
}
