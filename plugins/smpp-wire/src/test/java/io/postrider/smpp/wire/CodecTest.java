package io.postrider.smpp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Bind;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.SubmitSmResp;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.DefaultDecomposer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {
    @Test
    void aSubmitSurvivesTheWire() {
        SubmitSm back = (SubmitSm) decoded(PduEncoder.encode(submit("hello".getBytes(StandardCharsets.US_ASCII))));

        assertThat(back).isEqualTo(expectedLength(submit("hello".getBytes(StandardCharsets.US_ASCII)), back));
        assertThat(Tlvs.number(back, Tlvs.USER_MESSAGE_REFERENCE)).hasValue(0x0102);
    }

    @Test
    void jsmppReadsWhatIsWritten() throws Exception {
        byte[] octets = PduEncoder.encode(submit(new byte[] {0, 1, 2, 17})).getBytes();

        SubmitSm theirs = new DefaultDecomposer().submitSm(octets);

        assertThat(theirs.getShortMessage()).containsExactly(0, 1, 2, 17);
        assertThat(theirs.getValidityPeriod()).isEqualTo("000001000000000R");
        assertThat(theirs.getOptionalParameter(OptionalParameter.User_message_reference.class)
                        .getValue())
                .isEqualTo((short) 0x0102);
    }

    @Test
    void whatJsmppWritesIsRead() throws Exception {
        byte[] octets = new DefaultComposer()
                .bind(
                        SMPPConstant.CID_BIND_TRANSCEIVER,
                        7,
                        "esme",
                        "secret",
                        "type",
                        (byte) 0x34,
                        (byte) 1,
                        (byte) 2,
                        "7.*");

        Bind bind = (Bind) decoded(Buffer.buffer(octets));

        assertThat(bind.getSystemId()).isEqualTo("esme");
        assertThat(bind.getPassword()).isEqualTo("secret");
        assertThat(bind.getSystemType()).isEqualTo("type");
        assertThat(bind.getInterfaceVersion()).isEqualTo((byte) 0x34);
        assertThat(bind.getAddressRange()).isEqualTo("7.*");
        assertThat(bind.getSequenceNumber()).isEqualTo(7);
    }

    @Test
    void aResponseMayHaveNoBody() {
        SubmitSmResp response = new SubmitSmResp();
        response.setCommandId(SMPPConstant.CID_SUBMIT_SM_RESP);
        response.setCommandStatus(SMPPConstant.STAT_ESME_RTHROTTLED);
        response.setSequenceNumber(9);

        Buffer octets = PduEncoder.encode(response);
        SubmitSmResp back = (SubmitSmResp) decoded(octets);

        assertThat(octets.length()).isEqualTo(16);
        assertThat(back.getMessageId()).isNull();
        assertThat(back.getCommandStatus()).isEqualTo(0x58);
        assertThat(back.getSequenceNumber()).isEqualTo(9);
    }

    @Test
    void aResponseWithoutNulKeepsItsId() {
        Buffer octets = raw(SMPPConstant.CID_SUBMIT_SM_RESP, "abc".getBytes(StandardCharsets.US_ASCII));

        assertThat(((SubmitSmResp) decoded(octets)).getMessageId()).isEqualTo("abc");
    }

    @Test
    void aPayloadOfFortyThousandOctetsIsRead() {
        SubmitSm pdu = submit(new byte[0]);
        pdu.setOptionalParameters(Tlvs.of(Tlvs.MESSAGE_PAYLOAD, new byte[40_000]));

        byte[] payload = Tlvs.value(decoded(PduEncoder.encode(pdu)), Tlvs.MESSAGE_PAYLOAD);

        assertThat(payload).hasSize(40_000);
    }

    @ParameterizedTest
    @CsvSource({
        "service_type, 6, 0x15",
        "source_addr, 21, 0x0A",
        "destination_addr, 21, 0x0B",
        "schedule, 17, 0x61",
        "validity, 17, 0x62"
    })
    void aFieldThatIsTooLongGivesItsOwnStatus(String field, int length, String status) {
        SubmitSm pdu = submit(new byte[0]);
        String tooLong = "x".repeat(length);
        switch (field) {
            case "service_type" -> pdu.setServiceType(tooLong);
            case "source_addr" -> pdu.setSourceAddr(tooLong);
            case "destination_addr" -> pdu.setDestAddress(tooLong);
            case "schedule" -> pdu.setScheduleDeliveryTime(tooLong);
            default -> pdu.setValidityPeriod(tooLong);
        }

        Frame.Malformed malformed = malformed(PduEncoder.encode(pdu));

        assertThat(malformed.status()).isEqualTo(Integer.decode(status));
        assertThat(answerTo(malformed).getCommandId()).isEqualTo(SMPPConstant.CID_SUBMIT_SM_RESP);
        assertThat(answerTo(malformed).getSequenceNumber()).isEqualTo(3);
    }

    @Test
    void aMissingNulIsAValueAndNoException() {
        Buffer octets = raw(SMPPConstant.CID_SUBMIT_SM, new byte[] {0, 1, 1, '7', '7'});

        assertThat(malformed(octets).status()).isEqualTo(SMPPConstant.STAT_ESME_RINVSRCADR);
    }

    @Test
    void anSmLengthBeyondThePduIsRefused() {
        Buffer octets = PduEncoder.encode(withoutTlvs(submit("hello".getBytes(StandardCharsets.US_ASCII))));
        octets.setByte(octets.length() - 6, (byte) 200);

        assertThat(malformed(octets).status()).isEqualTo(SMPPConstant.STAT_ESME_RINVMSGLEN);
    }

    @Test
    void anSmLengthOf255IsRefused() {
        assertThat(malformed(PduEncoder.encode(submit(new byte[255]))).status())
                .isEqualTo(SMPPConstant.STAT_ESME_RINVMSGLEN);
        assertThatThrownBy(() -> PduEncoder.encode(submit(new byte[256]))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aParameterBeyondThePduIsRefused() {
        Buffer octets = PduEncoder.encode(submit(new byte[0]));
        octets.setByte(octets.length() - 3, (byte) 9);

        assertThat(malformed(octets).status()).isEqualTo(SMPPConstant.STAT_ESME_RINVTLVSTREAM);
    }

    @Test
    void aKnownParameterOfWrongLengthIsTold() {
        SubmitSm pdu = submit(new byte[0]);
        assertThat(Tlvs.hasWrongLength(pdu)).isFalse();

        pdu.setOptionalParameters(Tlvs.of(Tlvs.USER_MESSAGE_REFERENCE, (byte) 1));
        assertThat(Tlvs.hasWrongLength(pdu)).isTrue();

        pdu.setOptionalParameters(Tlvs.of(0x1400, (byte) 1));
        assertThat(Tlvs.hasWrongLength(pdu)).isFalse();
    }

    @Test
    void anUnknownCommandIsNackedWithItsSequence() {
        Frame.Malformed malformed = malformed(raw(0x99, new byte[0]));

        assertThat(malformed.fatal()).isFalse();
        assertThat(answerTo(malformed).getCommandId()).isEqualTo(SMPPConstant.CID_GENERIC_NACK);
        assertThat(answerTo(malformed).getCommandStatus()).isEqualTo(SMPPConstant.STAT_ESME_RINVCMDID);
        assertThat(answerTo(malformed).getSequenceNumber()).isEqualTo(3);
    }

    @Test
    void anUnknownResponseIsNeverNacked() {
        assertThat(malformed(raw(0x80000099, new byte[0])).answer()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 15, 70 * 1024 + 1, Integer.MAX_VALUE, -1})
    void anImpossibleLengthEndsTheStream(int length) {
        List<Frame> frames = new ArrayList<>();
        FrameReader reader = new FrameReader();

        reader.read(Buffer.buffer().appendInt(length), frames::add);
        reader.read(PduEncoder.encode(submit(new byte[0])), frames::add);

        assertThat(frames).containsExactly(new Frame.Malformed(0, 0, SMPPConstant.STAT_ESME_RINVCMDLEN, true));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 17, 64, 1000})
    void gluedAndTornFramesGiveTheSamePdus(int step) {
        Buffer stream = Buffer.buffer();
        for (int i = 0; i < 5; i++) {
            stream.appendBuffer(PduEncoder.encode(submit(("text " + i).getBytes(StandardCharsets.US_ASCII))));
        }
        List<String> texts = new ArrayList<>();
        FrameReader reader = new FrameReader();

        for (int at = 0; at < stream.length(); at += step) {
            reader.read(
                    stream.getBuffer(at, Math.min(stream.length(), at + step)),
                    frame -> texts.add(new String(
                            ((SubmitSm) ((Frame.Pdu) frame).command()).getShortMessage(), StandardCharsets.US_ASCII)));
        }

        assertThat(texts).containsExactly("text 0", "text 1", "text 2", "text 3", "text 4");
    }

    private static Command answerTo(Frame.Malformed malformed) {
        Command answer = malformed.answer();
        assertThat(answer).isNotNull();
        return answer == null ? new Command() : answer;
    }

    private static Command decoded(Buffer octets) {
        Frame frame = PduDecoder.decode(octets.getBytes(), 0, octets.length());
        assertThat(frame).isInstanceOf(Frame.Pdu.class);
        return ((Frame.Pdu) frame).command();
    }

    private static Frame.Malformed malformed(Buffer octets) {
        Frame frame = PduDecoder.decode(octets.getBytes(), 0, octets.length());
        assertThat(frame).isInstanceOf(Frame.Malformed.class);
        return (Frame.Malformed) frame;
    }

    private static Buffer raw(int commandId, byte[] body) {
        return Buffer.buffer()
                .appendInt(16 + body.length)
                .appendInt(commandId)
                .appendInt(0)
                .appendInt(3)
                .appendBytes(body);
    }

    private static SubmitSm expectedLength(SubmitSm pdu, SubmitSm like) {
        pdu.setCommandLength(like.getCommandLength());
        return pdu;
    }

    private static SubmitSm withoutTlvs(SubmitSm pdu) {
        pdu.setOptionalParameters();
        return pdu;
    }

    private static SubmitSm submit(byte[] text) {
        var pdu = new SubmitSm();
        pdu.setCommandId(SMPPConstant.CID_SUBMIT_SM);
        pdu.setSequenceNumber(3);
        pdu.setServiceType("");
        pdu.setSourceAddrTon((byte) 5);
        pdu.setSourceAddr("Shop");
        pdu.setDestAddrTon((byte) 1);
        pdu.setDestAddrNpi((byte) 1);
        pdu.setDestAddress("79161234567");
        pdu.setEsmClass((byte) 0x40);
        pdu.setScheduleDeliveryTime("");
        pdu.setValidityPeriod("000001000000000R");
        pdu.setRegisteredDelivery((byte) 1);
        pdu.setDataCoding((byte) 8);
        pdu.setShortMessage(text);
        pdu.setOptionalParameters(Tlvs.of(Tlvs.USER_MESSAGE_REFERENCE, (byte) 1, (byte) 2));
        return pdu;
    }
}
