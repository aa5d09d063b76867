package io.postrider.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.simulator.Timers;
import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.PduEncoder;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.SubmitSmResp;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest extends Conformance {
    private static final int SEQUENCE = 4711;

    @ParameterizedTest
    @ValueSource(ints = {0x99, 0x0A, 0x7FFFFFFF, SMPPConstant.CID_OUTBIND, SMPPConstant.CID_ALERT_NOTIFICATION})
    @DisplayName("S9 what is no request of a client is answered by generic_nack and the session goes on")
    void anUnknownCommandIsNacked(int command) throws Exception {
        start();
        Wire wire = transceiver();
        Command nack = wire.ask(header(16, command, SEQUENCE));

        assertThat(nack.getCommandId()).isEqualTo(SMPPConstant.CID_GENERIC_NACK);
        assertThat(nack.getSequenceNumber()).isEqualTo(SEQUENCE);
        assertThat(nack.getCommandStatus()).isNotZero();
        wire.assertLives();
    }

    @Test
    @DisplayName("S9 the status of an unknown command_id is 0x03")
    void theStatusOfAnUnknownCommandIsInvalidCommandId() throws Exception {
        start();
        assertThat(transceiver().ask(header(16, 0x99, SEQUENCE)).getCommandStatus())
                .isEqualTo(SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 15, 70 * 1024 + 1, 0x7FFFFFFF, 0x80000000, -1})
    @DisplayName("S10 S11 an impossible command_length is nacked with sequence 0 and the connection closed")
    void anImpossibleLengthEndsTheConnection(int length) throws Exception {
        start();
        Wire other = transceiver();
        Wire wire = transceiver();
        wire.write(header(length, SMPPConstant.CID_ENQUIRE_LINK, SEQUENCE));
        Command nack = wire.read();

        assertThat(nack.getCommandId()).isEqualTo(SMPPConstant.CID_GENERIC_NACK);
        assertThat(nack.getCommandStatus()).isEqualTo(SMPPConstant.STAT_ESME_RINVCMDLEN);
        assertThat(nack.getSequenceNumber()).isZero();
        wire.assertEnds();
        other.assertLives();
    }

    @Test
    @DisplayName("S12 a PDU that ends with the connection is not answered and hurts nobody else")
    void aPduThatEndsWithTheConnectionIsForgotten() throws Exception {
        start();
        Wire other = transceiver();
        Wire wire = transceiver();
        byte[] submit = PduEncoder.encode(message()).getBytes();
        wire.write(Arrays.copyOf(submit, submit.length - 3));
        wire.finish();

        wire.assertEnds();
        other.assertLives();
        assertThat(await(simulator().messages(PHONE))).isEmpty();
    }

    @Test
    @DisplayName("S12 a client that stops in the middle of a PDU is dropped without an answer")
    void aClientThatStopsInsideAPduIsDropped() throws Exception {
        var minute = Duration.ofMinutes(1);
        start(settings().with(new Timers(minute, minute, minute, minute, Duration.ofMillis(200))));
        Wire other = transceiver();
        Wire wire = transceiver();
        wire.write(Arrays.copyOf(header(16, SMPPConstant.CID_ENQUIRE_LINK, 1), 9));

        wire.assertEnds();
        other.assertLives();
    }

    @ParameterizedTest
    @CsvSource({"16, 0x15", "21, 0x0A", "27, 0x0B", "44, 0x61", "48, 0x62"})
    @DisplayName("S13 a string without NUL inside the PDU is answered with the status of its field")
    void aStringWithoutEndIsRefused(int length, int status) throws Exception {
        start();
        Wire wire = transceiver();
        SubmitSm pdu = message();
        pdu.setSequenceNumber(SEQUENCE);
        pdu.setServiceType("");
        pdu.setScheduleDeliveryTime("0000");
        pdu.setValidityPeriod("0000");
        byte[] octets = PduEncoder.encode(pdu).getBytes();
        Command answer = wire.ask(cut(octets, length));

        assertThat(answer.getCommandId()).isEqualTo(SMPPConstant.CID_SUBMIT_SM_RESP);
        assertThat(answer.getCommandStatus()).isEqualTo(status);
        wire.assertLives();
    }

    @Test
    @DisplayName("S13 a PDU that is cut anywhere is answered, never with silence")
    void aPduThatIsCutAnywhereIsAnswered() throws Exception {
        start();
        Wire wire = transceiver();
        byte[] octets = PduEncoder.encode(message()).getBytes();
        List<Integer> accepted = new ArrayList<>();
        for (int length = 16; length < octets.length; length++) {
            Command answer = wire.ask(cut(octets, length));
            assertThat(answer.getCommandId()).isEqualTo(SMPPConstant.CID_SUBMIT_SM_RESP);
            if (answer.getCommandStatus() == 0) {
                accepted.add(length);
            }
        }
        assertThat(accepted).isEmpty();
        assertThat(wire.status(message())).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x01, 0x7F, 0x80, 0xFF})
    @DisplayName("S13 a PDU in which any one octet is another is answered, never with silence")
    void aPduWithAnyOtherOctetIsAnswered(int value) throws Exception {
        start(ENDLESS);
        Wire wire = transceiver();
        byte[] right = PduEncoder.encode(message()).getBytes();
        for (int at = 16; at < right.length; at++) {
            byte[] octets = right.clone();
            octets[at] = (byte) value;
            assertThat(wire.ask(octets).getCommandId()).as("octet %d", at).isEqualTo(SMPPConstant.CID_SUBMIT_SM_RESP);
        }
        wire.assertLives();
    }

    @Test
    @DisplayName("S30 PDUs glued together or sent octet by octet give the same answers in the same order")
    void gluingAndTearingChangeNothing() throws Exception {
        start(ENDLESS);
        byte[] all = conversation();
        Wire glued = transceiver();
        glued.write(all);
        Wire torn = transceiver();
        for (byte octet : all) {
            torn.write(octet);
        }
        for (int i = 1; i <= 20; i++) {
            Command one = glued.read();
            Command two = torn.read();
            assertThat(one.getSequenceNumber()).isEqualTo(i);
            assertThat(two.getSequenceNumber()).isEqualTo(i);
            assertThat(two.getCommandId()).isEqualTo(one.getCommandId());
            assertThat(two.getCommandStatus()).isEqualTo(one.getCommandStatus());
        }
    }

    private static byte[] conversation() {
        var all = new ByteArrayOutputStream();
        for (int i = 1; i <= 20; i++) {
            SubmitSm submit = message();
            submit.setSequenceNumber(i);
            submit.setRegisteredDelivery((byte) (i % 5 == 0 ? 3 : 0));
            all.writeBytes(
                    i % 3 == 0
                            ? header(16, SMPPConstant.CID_ENQUIRE_LINK, i)
                            : PduEncoder.encode(submit).getBytes());
        }
        return all.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0x7FFFFFFF, 0x80000000, -1})
    @DisplayName("S2 any sequence_number comes back in the answer")
    void anySequenceNumberComesBack(int sequence) throws Exception {
        start();
        Wire wire = transceiver();
        SubmitSm pdu = message();
        pdu.setSequenceNumber(sequence);
        var answer = (SubmitSmResp) wire.ask(PduEncoder.encode(pdu).getBytes());
        assertThat(answer.getCommandStatus()).isZero();
        assertThat(answer.getMessageId()).isNotEmpty();
    }

    @Test
    @DisplayName("S9 answers that nobody asked for are ignored")
    void unexpectedAnswersAreIgnored() throws Exception {
        start();
        Wire wire = transceiver();
        for (int command : new int[] {
            SMPPConstant.CID_GENERIC_NACK,
            SMPPConstant.CID_DELIVER_SM_RESP,
            SMPPConstant.CID_SUBMIT_SM_RESP,
            SMPPConstant.CID_UNBIND_RESP,
            0x80000099
        }) {
            wire.write(header(16, command, SEQUENCE));
        }
        assertThat(wire.send(CommandIds.request(SMPPConstant.CID_ENQUIRE_LINK, 0)))
                .isEqualTo(wire.read().getSequenceNumber());
    }
}
