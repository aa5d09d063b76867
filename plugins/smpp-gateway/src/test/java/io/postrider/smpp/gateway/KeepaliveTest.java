package io.postrider.smpp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.GatewayState;
import io.postrider.plugin.api.Outcome;
import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.SmppConnection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Silence, half-open connections and unbinding (SMPP 3.4 section 4.2, 4.11 and 7.2). */
class KeepaliveTest {
    private final ScriptedSmsc smsc;

    KeepaliveTest() throws Exception {
        smsc = new ScriptedSmsc();
    }

    @AfterEach
    void closeOperator() throws Exception {
        smsc.close();
    }

    private Map<String, String> impatient(String... more) {
        Map<String, String> settings =
                RunningGateway.with(smsc.settings(), "enquire-link", "PT0.1S", "response-timeout", "PT0.3S");
        return RunningGateway.with(settings, more);
    }

    @Test
    void aSilentOperatorIsAskedAndKeptWhileItAnswers() throws Exception {
        try (var gateway = RunningGateway.start(impatient())) {
            for (int i = 0; i < 4; i++) {
                smsc.await(SMPPConstant.CID_ENQUIRE_LINK);
            }

            assertThat(gateway.host().awaitPhase(GatewayState.Phase.UP).detail())
                    .isEqualTo("1 of 1 connections are bound");
            assertThat(smsc.waiting(SMPPConstant.CID_BIND_TRANSCEIVER)).isZero();
        }
    }

    @Test
    void anOperatorThatLeavesEnquireLinkUnansweredIsLeftAndBoundAnew() throws Exception {
        smsc.on(SMPPConstant.CID_ENQUIRE_LINK, (connection, pdu) -> {});

        try (var gateway = RunningGateway.start(impatient())) {
            smsc.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            smsc.await(SMPPConstant.CID_ENQUIRE_LINK);
            smsc.awaitClosed();
            assertThat(gateway.host().awaitPhase(GatewayState.Phase.DOWN).detail())
                    .isEqualTo("The operator stopped answering");
            smsc.await(SMPPConstant.CID_BIND_TRANSCEIVER);
        }
    }

    @Test
    void aHalfOpenConnectionIsLeftAlthoughNothingCanBeWrittenToIt() throws Exception {
        try (var gateway = RunningGateway.start(impatient("window", "5000", "response-timeout", "PT1S"))) {
            smsc.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            smsc.withConnections(SmppConnection::pause);
            String part = "x".repeat(150);
            gateway.offer(Stream.iterate(1L, token -> token + 1)
                    .limit(10_000)
                    .map(token -> RunningGateway.message(token, part))
                    .toList());

            smsc.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            gateway.host().awaitPhase(GatewayState.Phase.DOWN);
        }
    }

    @Test
    void anOperatorThatAnswersEnquireLinkAndNoMessageIsLeftToo() throws Exception {
        smsc.onSubmit((connection, pdu) -> {});

        try (var gateway = RunningGateway.start(impatient("response-timeout", "PT0.15S"))) {
            smsc.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            for (long token = 1; token <= 4; token++) {
                gateway.submit(token, "never answered");
                gateway.host().outcomes(1);
            }
            assertThat(gateway.host().awaitPhase(GatewayState.Phase.DOWN).detail())
                    .isEqualTo("The operator answers no message any more");
        }
    }

    @Test
    void enquireLinkIsAnsweredWhileTheWindowIsFullAndReceiptsAreNotStored() throws Exception {
        ScriptedSmsc.Held held = smsc.hold();
        try (var gateway = RunningGateway.start(RunningGateway.with(smsc.settings(), "window", "3"))) {
            gateway.host().storeWhen(new CompletableFuture<>());
            gateway.submit(RunningGateway.messages(3));
            held.next(3);
            smsc.withConnections(connection -> {
                connection.send(Deliveries.receipt(7, "id:1 stat:DELIVRD err:000"));
                connection.send(CommandIds.request(SMPPConstant.CID_ENQUIRE_LINK, 8));
            });

            assertThat(smsc.await(SMPPConstant.CID_ENQUIRE_LINK_RESP).getSequenceNumber())
                    .isEqualTo(8);
        }
    }

    @Test
    void anUnbindOfTheOperatorIsAnsweredWhatIsOnTheWayIsAwaitedAndTheBindComesBack() throws Exception {
        ScriptedSmsc.Held held = smsc.hold();
        try (var gateway = RunningGateway.start(smsc.settings())) {
            smsc.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            gateway.submit(1, "on the way");
            ScriptedSmsc.HeldSubmit submit = held.next();
            smsc.run(() -> submit.connection().send(CommandIds.request(SMPPConstant.CID_UNBIND, 3)));
            smsc.await(SMPPConstant.CID_UNBIND_RESP);
            assertThat(gateway.offer(RunningGateway.messages(1))).isZero();
            smsc.take(submit);

            assertThat(gateway.outcome(Outcome.Accepted.class).token()).isEqualTo(1);
            smsc.run(() -> submit.connection().close().onFailure(failure -> smsc.run(() -> {})));
            smsc.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            assertThat(held.left()).isZero();
        }
    }

    @Test
    void aStopDrainsTheWindowThenUnbindsThenCloses() throws Exception {
        ScriptedSmsc.Held held = smsc.hold();
        var gateway = RunningGateway.start(smsc.settings());
        gateway.submit(RunningGateway.messages(3));
        var three = held.next(3);
        var stopping = gateway.beginStop();
        assertThat(smsc.waiting(SMPPConstant.CID_UNBIND)).isZero();
        three.forEach(smsc::take);

        smsc.await(SMPPConstant.CID_UNBIND);
        RunningGateway.await(stopping);
        assertThat(gateway.host().outcomes(3)).allMatch(Outcome.Accepted.class::isInstance);
        smsc.awaitClosed();
    }

    @Test
    void anOperatorThatDoesNotAnswerUnbindIsLeftAnyway() throws Exception {
        smsc.on(SMPPConstant.CID_UNBIND, (connection, pdu) -> {});
        var gateway = RunningGateway.start(smsc.settings());

        RunningGateway.await(gateway.beginStop());

        smsc.awaitClosed();
    }
}
