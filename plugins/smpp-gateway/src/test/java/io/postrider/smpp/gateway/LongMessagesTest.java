package io.postrider.smpp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.Encoding;
import io.postrider.plugin.api.ErrorClass;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.Submission;
import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.Tlvs;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages of several parts: how they are marked, their order, and what becomes of half of one. */
class LongMessagesTest {
    private final ScriptedSmsc smsc;

    LongMessagesTest() throws Exception {
        smsc = new ScriptedSmsc();
    }

    @AfterEach
    void closeOperator() throws Exception {
        smsc.close();
    }

    private RunningGateway start(String... more) throws Exception {
        return RunningGateway.start(RunningGateway.with(smsc.settings(), more));
    }

    private static String text(SubmitSm part, int header) {
        byte[] octets = part.getShortMessage();
        return new String(octets, header, octets.length - header, StandardCharsets.US_ASCII);
    }

    @Test
    void partsOfAMessageCarryOneReferenceAndTheirNumberAndGoInOrderByOneBind() throws Exception {
        ScriptedSmsc.Held held = smsc.hold();
        try (var gateway = start("binds", "3")) {
            for (int i = 0; i < 3; i++) {
                smsc.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            }
            gateway.submit(1, "one", "two", "three");
            ScriptedSmsc.HeldSubmit[] parts = new ScriptedSmsc.HeldSubmit[3];
            for (int i = 0; i < 3; i++) {
                parts[i] = held.next();
                assertThat(held.left()).isZero();
                smsc.take(parts[i]);
            }

            assertThat(gateway.outcome(Outcome.Accepted.class).operatorIds()).containsExactly("1", "2", "3");
            for (int i = 0; i < 3; i++) {
                SubmitSm pdu = parts[i].pdu();
                byte reference = parts[0].pdu().getShortMessage()[3];
                assertThat(pdu.getEsmClass()).isEqualTo((byte) 0x40);
                assertThat(Arrays.copyOf(pdu.getShortMessage(), 6))
                        .containsExactly(5, 0, 3, reference, 3, (byte) (i + 1));
                assertThat(text(pdu, 6))
                        .isEqualTo(List.of("one", "two", "three").get(i));
                assertThat(parts[i].connection()).isSameAs(parts[0].connection());
            }
        }
    }

    @Test
    void aReferenceOf16BitsOrSarParametersOrOnePayloadCarryThemToo() throws Exception {
        try (var gateway = start("long-messages", "udh16")) {
            gateway.submit(1, "one", "two");
            SubmitSm first = smsc.awaitSubmit();
            SubmitSm second = smsc.awaitSubmit();
            assertThat(Arrays.copyOf(first.getShortMessage(), 3)).containsExactly(6, 8, 4);
            assertThat(Arrays.copyOfRange(second.getShortMessage(), 3, 5))
                    .isEqualTo(Arrays.copyOfRange(first.getShortMessage(), 3, 5));
            assertThat(Arrays.copyOfRange(second.getShortMessage(), 5, 7)).containsExactly(2, 2);
            assertThat(text(second, 7)).isEqualTo("two");
        }
        try (var gateway = start("long-messages", "sar")) {
            gateway.submit(1, "one", "two");
            SubmitSm first = smsc.awaitSubmit();
            SubmitSm second = smsc.awaitSubmit();
            assertThat(second.getEsmClass()).isZero();
            assertThat(Tlvs.number(second, Tlvs.SAR_MSG_REF_NUM)).isEqualTo(Tlvs.number(first, Tlvs.SAR_MSG_REF_NUM));
            assertThat(Tlvs.number(second, Tlvs.SAR_TOTAL_SEGMENTS)).hasValue(2);
            assertThat(Tlvs.number(second, Tlvs.SAR_SEGMENT_SEQNUM)).hasValue(2);
            assertThat(text(second, 0)).isEqualTo("two");
        }
    }

    @Test
    void aPayloadHoldsAllAndItsIdStandsForEveryPart() throws Exception {
        try (var gateway = start("long-messages", "payload")) {
            gateway.submit(1, "one ", "two ", "three");
            SubmitSm whole = smsc.awaitSubmit();

            assertThat(whole.getShortMessage()).isEmpty();
            assertThat(whole.getEsmClass()).isZero();
            assertThat(Tlvs.value(whole, Tlvs.MESSAGE_PAYLOAD))
                    .isEqualTo("one two three".getBytes(StandardCharsets.US_ASCII));
            assertThat(gateway.outcome(Outcome.Accepted.class).operatorIds()).containsExactly("1", "", "");

            gateway.submit(2, "short");
            assertThat(smsc.awaitSubmit().getShortMessage()).isNotEmpty();
        }
    }

    @Test
    void whatALongerHeaderLeavesNoRoomForMovesToTheNextPartWithoutCuttingCharacters() {
        Pieces moved = Pieces.of(List.of("a".repeat(151) + "€", "b".repeat(10)), Encoding.GSM7, LongStyle.UDH16);
        assertThat(moved.texts()).containsExactly("a".repeat(151), "€" + "b".repeat(10));

        Pieces pair = Pieces.of(List.of("Ж".repeat(65) + "😀", "конец"), Encoding.UCS2, LongStyle.SAR);
        assertThat(pair.texts()).containsExactly("Ж".repeat(65), "😀конец");

        Pieces full = Pieces.of(List.of("a".repeat(153), "b".repeat(152)), Encoding.GSM7, LongStyle.UDH16);
        assertThat(full).isEqualTo(new Pieces(LongStyle.UDH8, List.of("a".repeat(153), "b".repeat(152))));

        List<String> fits = List.of("a".repeat(152), "b");
        assertThat(Pieces.of(fits, Encoding.GSM7, LongStyle.UDH16)).isEqualTo(new Pieces(LongStyle.UDH16, fits));
    }

    @Test
    void aRefusedPartRefusesTheMessageAndTheRestIsNotSent() throws Exception {
        AtomicInteger parts = new AtomicInteger();
        smsc.onSubmit((connection, pdu) -> connection.send(
                parts.incrementAndGet() == 2
                        ? CommandIds.answer(pdu, SMPPConstant.STAT_ESME_RSUBMITFAIL)
                        : smsc.taken(pdu)));
        try (var gateway = start()) {
            gateway.submit(1, "one", "two", "three");
            Outcome.Rejected refused = gateway.outcome(Outcome.Rejected.class);
            gateway.submit(2, "next");
            gateway.outcome(Outcome.Accepted.class);

            assertThat(refused.errorClass()).isEqualTo(ErrorClass.PERMANENT);
            assertThat(parts).hasValue(3);
        }
    }

    @Test
    void aThrottledPartIsSentAgainByTheGatewayItselfAndAWholeMessageGoesBackWithItsCode() throws Exception {
        AtomicInteger submits = new AtomicInteger();
        smsc.onSubmit((connection, pdu) -> {
            int number = submits.incrementAndGet();
            int status = number == 2 ? SMPPConstant.STAT_ESME_RTHROTTLED : SMPPConstant.STAT_ESME_RMSGQFUL;
            connection.send(number == 2 || number == 4 ? CommandIds.answer(pdu, status) : smsc.taken(pdu));
        });
        try (var gateway = start()) {
            gateway.submit(1, "one", "two");
            assertThat(gateway.outcome(Outcome.Accepted.class).operatorIds()).containsExactly("1", "2");
            assertThat(text(smsc.awaitSubmit(), 6)).isEqualTo("one");
            assertThat(text(smsc.awaitSubmit(), 6)).isEqualTo("two");
            assertThat(text(smsc.awaitSubmit(), 6)).isEqualTo("two");

            gateway.submit(2, "whole");
            Outcome.Throttled given = gateway.outcome(Outcome.Throttled.class);
            assertThat(given.errorClass()).isEqualTo(ErrorClass.QUEUE_FULL);
            assertThat(given.code()).isEqualTo("0x00000014");
            assertThat(given.text()).isEqualTo("ESME_RMSGQFUL");
            assertThat(given.retryAfter()).isPositive();
        }
    }

    @Test
    void halfOfAMessageGoesOnByAnotherBindWhenItsOwnIsGone() throws Exception {
        AtomicInteger submits = new AtomicInteger();
        smsc.onSubmit((connection, pdu) -> {
            boolean second = submits.incrementAndGet() == 2;
            connection.send(second ? CommandIds.answer(pdu, SMPPConstant.STAT_ESME_RTHROTTLED) : smsc.taken(pdu));
            if (second) {
                connection.flush();
                connection.close().onFailure(failure -> connection.abort());
            }
        });
        try (var gateway = start("throttle-pause", "PT0.2S", "retry-pause", "PT0.05S")) {
            gateway.submit(1, "one", "two");

            assertThat(gateway.outcome(Outcome.Accepted.class).operatorIds()).hasSize(2);
            assertThat(gateway.host().outcomesLeft()).isZero();
        }
    }

    @Test
    void aTextThatTheAlphabetCannotSayIsRefusedInWords() throws Exception {
        try (var gateway = start()) {
            gateway.submit(
                    List.of(new Submission(1, "Shop", "79161234567", List.of("Привет"), Encoding.GSM7, null, true)));

            assertThat(gateway.outcome(Outcome.Rejected.class).text()).contains("does not fit the operator's alphabet");
            assertThat(smsc.waiting(SMPPConstant.CID_SUBMIT_SM)).isZero();
        }
    }
}
