package io.postrider.smpp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.AbstractSmRespCommand;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliverSmResp;
import org.jsmpp.bean.MessageRequest;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.SubmitSmResp;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.DefaultDecomposer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The four PDUs of the hot path, made by chance: jsmpp writes the same octets and reads the same values. Each seed stands
 * for many PDUs.
 */
class OracleTest {
    private static final int PDUS = 500;
    private static final String ADDRESS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+*#_.-@ ";

    private final DefaultComposer composer = new DefaultComposer();
    private final DefaultDecomposer decomposer = new DefaultDecomposer();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSubmit(long seed) throws PDUStringException {
        var random = new Random(seed);
        for (int i = 0; i < PDUS; i++) {
            SubmitSm pdu = fill(new SubmitSm(), SMPPConstant.CID_SUBMIT_SM, random);
            byte[] ours = PduEncoder.encode(pdu).getBytes();

            assertThat(ours).isEqualTo(theirs(pdu));
            same(pdu, (AbstractSmCommand) decoded(ours));
            assertThat(PduEncoder.encode(decomposer.submitSm(ours)).getBytes()).isEqualTo(ours);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aDelivery(long seed) throws PDUStringException {
        var random = new Random(seed);
        for (int i = 0; i < PDUS; i++) {
            DeliverSm pdu = fill(new DeliverSm(), SMPPConstant.CID_DELIVER_SM, random);
            // jsmpp writes these empty in deliver_sm
            pdu.setScheduleDeliveryTime("");
            pdu.setValidityPeriod("");
            pdu.setReplaceIfPresent((byte) 0);
            pdu.setSmDefaultMsgId((byte) 0);
            byte[] ours = PduEncoder.encode(pdu).getBytes();

            assertThat(ours).isEqualTo(theirs(pdu));
            same(pdu, (AbstractSmCommand) decoded(ours));
            assertThat(PduEncoder.encode(decomposer.deliverSm(ours)).getBytes()).isEqualTo(ours);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theirAnswers(long seed) throws PDUStringException {
        var random = new Random(seed);
        for (int i = 0; i < PDUS; i++) {
            int sequence = sequence(random);
            String id = text(random, 64);
            var submitted = response(new SubmitSmResp(), SMPPConstant.CID_SUBMIT_SM_RESP, sequence, id);
            byte[] ours = PduEncoder.encode(submitted).getBytes();
            assertThat(ours).isEqualTo(composer.submitSmResp(sequence, id));
            same(decomposer.submitSmResp(ours), (AbstractSmRespCommand) decoded(ours));

            var delivered = response(new DeliverSmResp(), SMPPConstant.CID_DELIVER_SM_RESP, sequence, id);
            delivered.setCommandStatus(random.nextInt(0x500));
            ours = PduEncoder.encode(delivered).getBytes();
            assertThat(ours).isEqualTo(composer.deliverSmResp(delivered.getCommandStatus(), sequence, id));
            // jsmpp reads no message id here, since the standard leaves it unused
            same(delivered, (AbstractSmRespCommand) decoded(ours));
        }
    }

    private byte[] theirs(SubmitSm pdu) throws PDUStringException {
        return composer.submitSm(
                pdu.getSequenceNumber(),
                pdu.getServiceType(),
                pdu.getSourceAddrTon(),
                pdu.getSourceAddrNpi(),
                pdu.getSourceAddr(),
                pdu.getDestAddrTon(),
                pdu.getDestAddrNpi(),
                pdu.getDestAddress(),
                pdu.getEsmClass(),
                pdu.getProtocolId(),
                pdu.getPriorityFlag(),
                pdu.getScheduleDeliveryTime(),
                pdu.getValidityPeriod(),
                pdu.getRegisteredDelivery(),
                pdu.getReplaceIfPresent(),
                pdu.getDataCoding(),
                pdu.getSmDefaultMsgId(),
                pdu.getShortMessage(),
                pdu.getOptionalParameters());
    }

    private byte[] theirs(DeliverSm pdu) throws PDUStringException {
        return composer.deliverSm(
                pdu.getSequenceNumber(),
                pdu.getServiceType(),
                pdu.getSourceAddrTon(),
                pdu.getSourceAddrNpi(),
                pdu.getSourceAddr(),
                pdu.getDestAddrTon(),
                pdu.getDestAddrNpi(),
                pdu.getDestAddress(),
                pdu.getEsmClass(),
                pdu.getProtocolId(),
                pdu.getPriorityFlag(),
                pdu.getRegisteredDelivery(),
                pdu.getDataCoding(),
                pdu.getShortMessage(),
                pdu.getOptionalParameters());
    }

    private static <T extends MessageRequest> T fill(T pdu, int commandId, Random random) {
        pdu.setCommandId(commandId);
        pdu.setSequenceNumber(sequence(random));
        pdu.setServiceType(text(random, 5));
        pdu.setSourceAddrTon(octet(random));
        pdu.setSourceAddrNpi(octet(random));
        pdu.setSourceAddr(text(random, 20));
        pdu.setDestAddrTon(octet(random));
        pdu.setDestAddrNpi(octet(random));
        pdu.setDestAddress(text(random, 20));
        pdu.setEsmClass(octet(random));
        pdu.setProtocolId(octet(random));
        pdu.setPriorityFlag(octet(random));
        pdu.setScheduleDeliveryTime(random.nextBoolean() ? "" : "000001000000000R");
        pdu.setValidityPeriod(random.nextBoolean() ? "" : "261231235959048+");
        pdu.setRegisteredDelivery(octet(random));
        pdu.setReplaceIfPresent(octet(random));
        pdu.setDataCoding(octet(random));
        pdu.setSmDefaultMsgId(octet(random));
        pdu.setShortMessage(octets(random, 254));
        OptionalParameter[] parameters = new OptionalParameter[random.nextInt(4)];
        for (int i = 0; i < parameters.length; i++) {
            // the range of vendors: jsmpp gives the tags that it knows classes of their own
            parameters[i] = Tlvs.of(0x1400 + random.nextInt(0x2000), octets(random, 300));
        }
        pdu.setOptionalParameters(parameters);
        return pdu;
    }

    private static <T extends AbstractSmRespCommand> T response(T pdu, int commandId, int sequence, String id) {
        pdu.setCommandId(commandId);
        pdu.setSequenceNumber(sequence);
        pdu.setMessageId(id);
        return pdu;
    }

    private static int sequence(Random random) {
        return 1 + random.nextInt(Integer.MAX_VALUE);
    }

    private static byte octet(Random random) {
        return (byte) random.nextInt();
    }

    private static byte[] octets(Random random, int most) {
        byte[] octets = new byte[random.nextInt(most + 1)];
        random.nextBytes(octets);
        return octets;
    }

    private static String text(Random random, int most) {
        int length = random.nextInt(most + 1);
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ADDRESS.charAt(random.nextInt(ADDRESS.length())));
        }
        return text.toString();
    }

    private static Command decoded(byte[] octets) {
        Frame frame = PduDecoder.decode(octets, 0, octets.length);
        assertThat(frame).isInstanceOf(Frame.Pdu.class);
        return ((Frame.Pdu) frame).command();
    }

    private static void same(AbstractSmRespCommand expected, AbstractSmRespCommand read) {
        assertThat(read.getCommandId()).isEqualTo(expected.getCommandId());
        assertThat(read.getCommandStatus()).isEqualTo(expected.getCommandStatus());
        assertThat(read.getSequenceNumber()).isEqualTo(expected.getSequenceNumber());
        // jsmpp gives null for an empty string
        assertThat(read.getMessageId()).isEqualTo(Objects.requireNonNullElse(expected.getMessageId(), ""));
    }

    private static void same(AbstractSmCommand expected, AbstractSmCommand read) {
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("commandLength", "optionalParameters")
                .isEqualTo(expected);
        assertThat(serialized(read)).isEqualTo(serialized(expected));
    }

    private static String serialized(AbstractSmCommand pdu) {
        var all = new StringBuilder();
        for (OptionalParameter parameter : pdu.getOptionalParameters()) {
            all.append(new String(parameter.serialize(), StandardCharsets.ISO_8859_1))
                    .append('|');
        }
        return all.toString();
    }
}
