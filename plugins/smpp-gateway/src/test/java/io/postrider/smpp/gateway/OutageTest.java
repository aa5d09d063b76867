package io.postrider.smpp.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postrider.plugin.api.ErrorClass;
import io.postrider.plugin.api.GatewayState;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.SettingException;
import io.postrider.smpp.wire.SmppConnection;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Losing the operator and coming back, by the same server or another. */
class OutageTest {
    private final List<ScriptedSmsc> operators = new ArrayList<>();

    @AfterEach
    void closeOperators() throws Exception {
        for (ScriptedSmsc operator : operators) {
            operator.close();
        }
    }

    private ScriptedSmsc operator(int port) throws Exception {
        var operator = new ScriptedSmsc(port);
        operators.add(operator);
        return operator;
    }

    private static String hosts(int... ports) {
        List<String> hosts = new ArrayList<>();
        for (int port : ports) {
            hosts.add("127.0.0.1:" + port);
        }
        return String.join(", ", hosts);
    }

    private static int portOfNobody() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void pausesGrowToTheLongestWithJitterAndStartAnewOnceABindIsAccepted() {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), new Random(1));
        Set<Duration> all = new HashSet<>();

        for (int failure = 0; failure < 40; failure++) {
            long full = Math.min(30_000, 1_000L << Math.min(failure, 20));
            Duration pause = backoff.afterFailure();
            assertThat(pause).isBetween(Duration.ofMillis(full / 2), Duration.ofMillis(full));
            all.add(pause);
        }
        backoff.reset();

        assertThat(all).hasSize(40);
        assertThat(backoff.afterFailure()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(backoff.afterLoss()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void anOperatorThatWasAwayForManyAttemptsIsFoundAgain() throws Exception {
        ScriptedSmsc first = operator(0);
        try (var gateway = RunningGateway.start(RunningGateway.with(first.settings(), "retry-longest", "PT0.1S"))) {
            gateway.host().awaitPhase(GatewayState.Phase.UP);
            first.close();
            for (int i = 0; i < 2; i++) {
                gateway.host().awaitPhase(GatewayState.Phase.DOWN);
            }
            ScriptedSmsc second = operator(first.port());
            gateway.host().awaitPhase(GatewayState.Phase.UP);
            gateway.submit(1, "back");

            assertThat(gateway.outcome(Outcome.Accepted.class).token()).isEqualTo(1);
            second.awaitSubmit();
        }
    }

    @Test
    void aFlappingOperatorIsTriedAtTheShortestPauseEachTimeSinceItsBindsSucceed() throws Exception {
        ScriptedSmsc operator = operator(0);
        operator.on(SMPPConstant.CID_BIND_TRANSCEIVER, (connection, pdu) -> {
            connection.send(ScriptedSmsc.bindAnswer(pdu, SMPPConstant.STAT_ESME_ROK));
            connection.close().onFailure(failure -> connection.abort());
        });

        // doubling without reset would need 0.02 s times 2 to the 12th: more than the patience of a test
        try (var gateway = RunningGateway.start(RunningGateway.with(operator.settings(), "retry-longest", "PT30M"))) {
            for (int i = 0; i < 14; i++) {
                operator.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            }
            assertThat(gateway.host().outcomesLeft()).isZero();
        }
    }

    @Test
    void aBrokenBindLeavesTheUnansweredInDoubtOnceAndGivesTheRestBack() throws Exception {
        ScriptedSmsc operator = operator(0);
        operator.onSubmit((connection, pdu) -> {});
        try (var gateway = RunningGateway.start(
                RunningGateway.with(operator.settings(), "window", "10", "retry-pause", "PT30S"))) {
            assertThat(gateway.offer(RunningGateway.messages(20))).isEqualTo(20);
            for (int i = 0; i < 10; i++) {
                operator.awaitSubmit();
            }
            operator.withConnections(SmppConnection::abort);

            List<Outcome> outcomes = gateway.host().outcomes(20);

            assertThat(outcomes).extracting(Outcome::token).doesNotHaveDuplicates();
            assertThat(outcomes).filteredOn(Outcome.Uncertain.class::isInstance).hasSize(10);
            assertThat(outcomes)
                    .filteredOn(Outcome.Throttled.class::isInstance)
                    .hasSize(10)
                    .allMatch(given -> ((Outcome.Throttled) given).errorClass() == ErrorClass.TEMPORARY);
            assertThat(gateway.host().outcomesLeft()).isZero();
        }
    }

    @Test
    void whatWasNotSentByABrokenBindGoesByAnother() throws Exception {
        ScriptedSmsc operator = operator(0);
        ScriptedSmsc.Held held = operator.hold();
        try (var gateway = RunningGateway.start(
                RunningGateway.with(operator.settings(), "window", "5", "binds", "2", "retry-pause", "PT30S"))) {
            operator.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            operator.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            assertThat(gateway.offer(RunningGateway.messages(20))).isEqualTo(20);
            List<ScriptedSmsc.HeldSubmit> sent = held.next(10);
            SmppConnection dying = sent.get(0).connection();
            operator.run(dying::abort);
            assertThat(gateway.host().outcomes(5)).allMatch(Outcome.Uncertain.class::isInstance);
            operator.onSubmit((connection, pdu) -> connection.send(operator.taken(pdu)));
            sent.stream().filter(submit -> submit.connection() != dying).forEach(operator::take);

            assertThat(gateway.host().outcomes(15)).allMatch(Outcome.Accepted.class::isInstance);
        }
    }

    @Test
    void bindsAreSpreadOverSeveralHosts() throws Exception {
        ScriptedSmsc one = operator(0);
        ScriptedSmsc two = operator(0);
        try (var gateway = RunningGateway.start(
                RunningGateway.with(one.settings(), "host", hosts(one.port(), two.port()), "binds", "4"))) {
            for (ScriptedSmsc operator : List.of(one, two)) {
                operator.await(SMPPConstant.CID_BIND_TRANSCEIVER);
                operator.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            }
            gateway.submit(RunningGateway.messages(40));
            assertThat(gateway.host().outcomes(40)).allMatch(Outcome.Accepted.class::isInstance);

            assertThat(one.waiting(SMPPConstant.CID_SUBMIT_SM)).isPositive();
            assertThat(two.waiting(SMPPConstant.CID_SUBMIT_SM)).isPositive();
        }
    }

    @Test
    void bindsOfAHostThatIsGoneMoveToTheOther() throws Exception {
        ScriptedSmsc one = operator(0);
        ScriptedSmsc two = operator(0);
        try (var gateway = RunningGateway.start(RunningGateway.with(
                one.settings(), "host", hosts(one.port(), two.port()), "hosts-use", "failover", "binds", "2"))) {
            one.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            one.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            assertThat(two.waiting(SMPPConstant.CID_BIND_TRANSCEIVER)).isZero();
            one.close();

            two.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            two.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            gateway.submit(1, "by the other");
            assertThat(gateway.outcome(Outcome.Accepted.class).token()).isEqualTo(1);
        }
    }

    @Test
    void aHostThatNeverAnswersKeepsNoBindFromTheOther() throws Exception {
        ScriptedSmsc silent = operator(0);
        silent.on(SMPPConstant.CID_BIND_TRANSCEIVER, (connection, pdu) -> {});
        ScriptedSmsc good = operator(0);
        try (var gateway = RunningGateway.start(RunningGateway.with(
                silent.settings(),
                "host",
                hosts(portOfNobody(), silent.port(), good.port()),
                "hosts-use",
                "failover",
                "binds",
                "3",
                "bind-timeout",
                "PT0.2S"))) {
            for (int i = 0; i < 3; i++) {
                good.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            }
            gateway.submit(1, "by the third");
            assertThat(gateway.outcome(Outcome.Accepted.class).token()).isEqualTo(1);
        }
    }

    @Test
    void hostsAreNamesAndAddressesWithPortsOrWithout() {
        assertThat(Endpoint.list("smsc1.example:2776, 10.0.0.1 ,[2001:db8::1]:3000, 2001:db8::2", 2775))
                .containsExactly(
                        new Endpoint("smsc1.example", 2776),
                        new Endpoint("10.0.0.1", 2775),
                        new Endpoint("2001:db8::1", 3000),
                        new Endpoint("2001:db8::2", 2775));
        for (String wrong : List.of("", "a,,b", "a:b", "a:0", "a:70000", "smpp://a", "a b")) {
            assertThatThrownBy(() -> Endpoint.list(wrong, 2775)).as(wrong).isInstanceOf(SettingException.class);
        }
    }
}
