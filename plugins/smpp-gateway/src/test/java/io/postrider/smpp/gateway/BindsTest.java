package io.postrider.smpp.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postrider.plugin.api.GatewayState;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.SettingException;
import io.postrider.smpp.wire.CommandIds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Bind;
import org.jsmpp.bean.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Getting bound: modes, what a bind says, refusals and silence (SMPP 3.4 section 4.1 and 5.1.3). */
class BindsTest {
    private final ScriptedSmsc smsc;

    BindsTest() throws Exception {
        smsc = new ScriptedSmsc();
    }

    @AfterEach
    void closeOperator() throws Exception {
        smsc.close();
    }

    @ParameterizedTest
    @CsvSource({"transceiver, 9", "transmitter, 2", "transmitter+receiver, 2"})
    void theBindIsOfTheConfiguredKindAndSaysWhatIsConfigured(String mode, int commandId) throws Exception {
        Map<String, String> settings = RunningGateway.with(
                smsc.settings(), "mode", mode, "system-type", "VMA", "address-range", "^7", "password", "12345678");

        try (var gateway = RunningGateway.start(settings)) {
            Bind bind = (Bind) smsc.await(commandId);

            assertThat(bind.getSystemId()).isEqualTo("esme");
            assertThat(bind.getPassword()).isEqualTo("12345678");
            assertThat(bind.getSystemType()).isEqualTo("VMA");
            assertThat(bind.getAddressRange()).isEqualTo("^7");
            assertThat(bind.getInterfaceVersion()).isEqualTo((byte) 0x34);
            gateway.host().awaitPhase(GatewayState.Phase.UP);
        }
    }

    @Test
    void aTransmitterAndAReceiverAreTwoBindsAndMessagesGoByTheTransmitter() throws Exception {
        try (var gateway = RunningGateway.start(
                RunningGateway.with(smsc.settings(), "mode", "transmitter+receiver", "binds", "2"))) {
            Command transmitter = smsc.await(SMPPConstant.CID_BIND_TRANSMITTER);
            smsc.await(SMPPConstant.CID_BIND_RECEIVER);
            gateway.submit(RunningGateway.messages(20));

            assertThat(gateway.host().outcomes(20)).allMatch(Outcome.Accepted.class::isInstance);
            assertThat(transmitter.getSequenceNumber()).isEqualTo(1);
            assertThat(awaitState(gateway, "4 of 4").phase()).isEqualTo(GatewayState.Phase.UP);
        }
    }

    private static GatewayState awaitState(RunningGateway gateway, String words) throws InterruptedException {
        GatewayState state = gateway.host().awaitPhase(GatewayState.Phase.UP);
        while (!state.detail().contains(words)) {
            state = gateway.host().awaitPhase(GatewayState.Phase.UP);
        }
        return state;
    }

    @Test
    void whatSmppHasNoRoomForIsRefusedBeforeAnythingConnects() {
        assertThatThrownBy(() -> SmppSettings.of(RunningGateway.with(smsc.settings(), "password", "123456789")))
                .isInstanceOfSatisfying(
                        SettingException.class,
                        refused -> assertThat(refused.setting()).isEqualTo("password"));
        assertThatThrownBy(() -> SmppSettings.of(RunningGateway.with(smsc.settings(), "system-id", "x".repeat(16))))
                .isInstanceOf(SettingException.class);
    }

    @Test
    void nothingIsSentBeforeTheBindIsAcceptedAndSilenceEndsTheAttempt() throws Exception {
        smsc.on(SMPPConstant.CID_BIND_TRANSCEIVER, (connection, pdu) -> {});

        try (var gateway = RunningGateway.start(RunningGateway.with(smsc.settings(), "bind-timeout", "PT0.1S"))) {
            smsc.awaitClosed();
            assertThat(gateway.offer(RunningGateway.messages(5))).isZero();
            assertThat(gateway.host().awaitPhase(GatewayState.Phase.DOWN).detail())
                    .contains("did not answer the bind");

            smsc.on(
                    SMPPConstant.CID_BIND_TRANSCEIVER,
                    (connection, pdu) -> connection.send(ScriptedSmsc.bindAnswer(pdu, SMPPConstant.STAT_ESME_ROK)));
            gateway.host().awaitPhase(GatewayState.Phase.UP);
            assertThat(smsc.waiting(SMPPConstant.CID_SUBMIT_SM)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                SMPPConstant.STAT_ESME_RINVPASWD,
                SMPPConstant.STAT_ESME_RINVSYSID,
                SMPPConstant.STAT_ESME_RBINDFAIL,
                SMPPConstant.STAT_ESME_RINVSYSTYP
            })
    void aLoginRefusedThreeTimesIsParkedAndThePersonReadsWhy(int status) throws Exception {
        smsc.refuseBinds(status);

        try (var gateway = RunningGateway.start(RunningGateway.with(smsc.settings(), "retry-pause", "PT0.002S"))) {
            GatewayState parked = gateway.host().awaitPhase(GatewayState.Phase.PARKED);

            assertThat(parked.detail())
                    .startsWith("The operator refused the login:")
                    .contains(OperatorError.of(status).name());
            assertThat(parked.next()).contains("No more tries");
            assertThat(smsc.waiting(SMPPConstant.CID_BIND_TRANSCEIVER)).isEqualTo(3);
        }
    }

    @Test
    void aRefusedLoginSaysWhenTheNextTryFollows() throws Exception {
        smsc.refuseBinds(SMPPConstant.STAT_ESME_RINVPASWD);

        try (var gateway = RunningGateway.start(RunningGateway.with(smsc.settings(), "retry-pause", "PT30S"))) {
            GatewayState down = gateway.host().awaitPhase(GatewayState.Phase.DOWN);

            assertThat(down.detail()).contains("the password is wrong").doesNotContain("next try");
            assertThat(down.next()).isEqualTo("The next try follows in 300 s.");
            assertThat(down.sentences()).isEqualTo(down.detail() + " The next try follows in 300 s.");
        }
    }

    @Test
    void aLoginThatWorkedBeforeIsNotParkedForAnOperatorThatIsOnlyStarting() {
        var refusals = new Refusals(Duration.ofSeconds(1), Duration.ofSeconds(30));
        refusals.accepted();

        List<Duration> pauses = Stream.generate(() -> refusals.refused(SMPPConstant.STAT_ESME_RBINDFAIL, false))
                .limit(4)
                .toList();

        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(10L, 60L, 60L, 60L);
    }

    @Test
    void anOlderBindThatTheOperatorStillSeesIsWaitedOutAndNeverParked() {
        var refusals = new Refusals(Duration.ofSeconds(1), Duration.ofSeconds(60));

        for (int i = 0; i < 10; i++) {
            assertThat(refusals.refused(SMPPConstant.STAT_ESME_RALYBND, false)).isEqualTo(Duration.ofSeconds(60));
        }
    }

    @Test
    void anOperatorThatKnowsNoTransceiverSaysSoByGenericNack() throws Exception {
        smsc.on(SMPPConstant.CID_BIND_TRANSCEIVER, (connection, pdu) -> {
            Command nack = CommandIds.request(SMPPConstant.CID_GENERIC_NACK, pdu.getSequenceNumber());
            nack.setCommandStatus(SMPPConstant.STAT_ESME_RINVCMDID);
            connection.send(nack);
        });

        try (var gateway = RunningGateway.start(smsc.settings())) {
            assertThat(gateway.host().awaitPhase(GatewayState.Phase.DOWN).detail())
                    .contains("ESME_RINVCMDID");
        }
    }

    @Test
    void oneBindOfSeveralThatIsAlwaysRefusedDoesNotStopTheOthers() throws Exception {
        smsc.on(
                SMPPConstant.CID_BIND_RECEIVER,
                (connection, pdu) -> connection.send(ScriptedSmsc.bindAnswer(pdu, SMPPConstant.STAT_ESME_RSYSERR)));

        try (var gateway = RunningGateway.start(
                RunningGateway.with(smsc.settings(), "mode", "transmitter+receiver", "binds", "2"))) {
            assertThat(awaitState(gateway, "RSYSERR").detail()).contains(" of 4 connections are bound");
            gateway.submit(1, "still goes");

            assertThat(gateway.outcome(Outcome.Accepted.class).token()).isEqualTo(1);
            for (int i = 0; i < 6; i++) {
                smsc.await(SMPPConstant.CID_BIND_RECEIVER);
            }
        }
    }
}
