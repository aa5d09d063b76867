package io.postrider.smpp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.ErrorClass;
import io.postrider.plugin.api.GatewayState;
import io.postrider.plugin.api.Outcome;
import io.postrider.smpp.wire.CommandIds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.SubmitSmResp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Submits and their answers: window, order, silence, nacks (SMPP 3.4 section 2.7, 4.3, 5.1.4 and 7.2). */
class WindowTest {
    private final ScriptedSmsc smsc;

    WindowTest() throws Exception {
        smsc = new ScriptedSmsc();
    }

    @AfterEach
    void closeOperator() throws Exception {
        smsc.close();
    }

    private RunningGateway start(String... more) throws Exception {
        return RunningGateway.start(RunningGateway.with(smsc.settings(), more));
    }

    @Test
    void noMoreThanTheWindowIsUnansweredAndEachAnswerLetsTheNextGo() throws Exception {
        ScriptedSmsc.Held held = smsc.hold();
        try (var gateway = start("window", "4")) {
            gateway.offer(RunningGateway.messages(8));
            List<ScriptedSmsc.HeldSubmit> sent = held.next(4);
            for (int more = 0; more < 4; more++) {
                assertThat(held.left()).isZero();
                smsc.take(sent.get(more));
                sent.add(held.next());
            }
            assertThat(gateway.host().outcomes(4)).allMatch(Outcome.Accepted.class::isInstance);
        }
    }

    @Test
    void answersInReversedOrderFindTheirMessages() throws Exception {
        ScriptedSmsc.Held held = smsc.hold();
        try (var gateway = start()) {
            gateway.submit(RunningGateway.messages(10));
            List<ScriptedSmsc.HeldSubmit> sent = new ArrayList<>(held.next(10));
            Collections.reverse(sent);
            smsc.run(() -> sent.forEach(submit -> submit.connection()
                    .send(ScriptedSmsc.taken(submit.pdu(), submit.pdu().getDestAddress()))));

            for (Outcome outcome : gateway.host().outcomes(10)) {
                assertThat(((Outcome.Accepted) outcome).operatorIds())
                        .containsExactly(Long.toString(79_161_000_000L + outcome.token()));
            }
        }
    }

    @Test
    void eachMessageGoesByTheBindWithTheFewestUnanswered() throws Exception {
        ScriptedSmsc.Held held = smsc.hold();
        try (var gateway = start("binds", "3", "window", "10")) {
            for (int i = 0; i < 3; i++) {
                smsc.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            }
            GatewayState state = gateway.host().awaitPhase(GatewayState.Phase.UP);
            while (!state.detail().startsWith("3 of 3")) {
                state = gateway.host().awaitPhase(GatewayState.Phase.UP);
            }
            gateway.offer(RunningGateway.messages(12));
            Map<Object, Long> byBind = held.next(12).stream()
                    .collect(Collectors.groupingBy(ScriptedSmsc.HeldSubmit::connection, Collectors.counting()));

            assertThat(byBind.values()).containsExactly(4L, 4L, 4L);
        }
    }

    @Test
    void aMessageWithoutAnswerIsInDoubtOnceAndItsLateAnswerStillComes() throws Exception {
        ScriptedSmsc.Held held = smsc.hold();
        try (var gateway = start("window", "1", "response-timeout", "PT0.2S")) {
            gateway.submit(1, "answered late");
            ScriptedSmsc.HeldSubmit first = held.next();
            assertThat(gateway.outcome(Outcome.Uncertain.class).reason()).contains("did not answer in time");

            gateway.submit(2, "its place is free");
            ScriptedSmsc.HeldSubmit second = held.next();
            smsc.run(() -> first.connection().send(ScriptedSmsc.taken(first.pdu(), "late")));
            smsc.take(second);

            Outcome.Accepted late = gateway.outcome(Outcome.Accepted.class);
            assertThat(late.token()).isEqualTo(1);
            assertThat(late.operatorIds()).containsExactly("late");
            assertThat(gateway.outcome(Outcome.Accepted.class).token()).isEqualTo(2);
            assertThat(gateway.host().outcomesLeft()).isZero();
        }
    }

    @Test
    void aNackOfAKnownNumberRefusesThatMessageAlone() throws Exception {
        smsc.onSubmit((connection, pdu) -> connection.send(
                pdu.getSequenceNumber() == 3 ? nack(3, SMPPConstant.STAT_ESME_RINVCMDID) : smsc.taken(pdu)));
        try (var gateway = start()) {
            gateway.submit(RunningGateway.messages(3));
            List<Outcome> outcomes = gateway.host().outcomes(3);

            assertThat(outcomes).filteredOn(Outcome.Accepted.class::isInstance).hasSize(2);
            assertThat(outcomes)
                    .filteredOn(Outcome.Rejected.class::isInstance)
                    .singleElement()
                    .satisfies(refused ->
                            assertThat(((Outcome.Rejected) refused).text()).isEqualTo("ESME_RINVCMDID"));
            assertThat(smsc.waiting(SMPPConstant.CID_BIND_TRANSCEIVER)).isEqualTo(1);
        }
    }

    @Test
    void aNackOfNothingForAWrongLengthMeansThatTheStreamIsLostAndBindsAnew() throws Exception {
        smsc.onSubmit((connection, pdu) -> connection.send(nack(0, SMPPConstant.STAT_ESME_RINVCMDLEN)));
        try (var gateway = start()) {
            smsc.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            gateway.submit(1, "lost");

            assertThat(gateway.outcome(Outcome.Uncertain.class).token()).isEqualTo(1);
            smsc.await(SMPPConstant.CID_BIND_TRANSCEIVER);
        }
    }

    private static Command nack(int sequence, int status) {
        Command nack = CommandIds.request(SMPPConstant.CID_GENERIC_NACK, sequence);
        nack.setCommandStatus(status);
        return nack;
    }

    @Test
    void aBindThatTheOperatorForgotIsBoundAnewAndTheMessageMayBeTriedAgain() throws Exception {
        smsc.refuseSubmits(SMPPConstant.STAT_ESME_RINVBNDSTS);
        try (var gateway = start()) {
            smsc.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            gateway.submit(1, "again");

            assertThat(gateway.outcome(Outcome.Rejected.class).errorClass()).isEqualTo(ErrorClass.TEMPORARY);
            smsc.await(SMPPConstant.CID_BIND_TRANSCEIVER);
        }
    }

    @Test
    void anErrorWithoutBodyAndAnAcceptanceWithoutIdAreBothUnderstood() throws Exception {
        smsc.onSubmit((connection, pdu) -> connection.send(answer(pdu)));
        try (var gateway = start()) {
            gateway.submit(1, "refused");
            gateway.submit(2, "taken");
            gateway.submit(3, "taken");

            assertThat(gateway.outcome(Outcome.Rejected.class).code()).isEqualTo("0x0000000b");
            assertThat(gateway.outcome(Outcome.Accepted.class).operatorIds()).containsExactly("");
            assertThat(gateway.outcome(Outcome.Accepted.class).operatorIds()).containsExactly("");
        }
    }

    private static Command answer(SubmitSm pdu) {
        return switch (pdu.getDestAddress()) {
            case "79161000001" -> CommandIds.answer(pdu, SMPPConstant.STAT_ESME_RINVDSTADR);
            case "79161000002" -> CommandIds.answer(pdu, SMPPConstant.STAT_ESME_ROK);
            default -> {
                var empty = new SubmitSmResp();
                empty.setCommandId(SMPPConstant.CID_SUBMIT_SM_RESP);
                empty.setSequenceNumber(pdu.getSequenceNumber());
                empty.setMessageId("");
                yield empty;
            }
        };
    }
}
