package io.postrider.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.simulator.Account.Answers;
import io.postrider.smpp.wire.PduEncoder;
import io.postrider.smpp.wire.Tlvs;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitFieldsTest extends Conformance {
    private static final Answers OTHERS = new Answers(0x0D, 0x0D, 0x02, 0xC1, 0x14);
    private static final String LONG = "1234567890123456789012";

    @BeforeEach
    void begin() throws Exception {
        start();
    }

    private static Arguments field(String name, int status, Consumer<SubmitSm> change) {
        return Arguments.of(name, status, change);
    }

    static Stream<Arguments> illegalFields() {
        return Stream.of(
                field("S14 source_addr of 21", 0x0A, pdu -> pdu.setSourceAddr(LONG.substring(1))),
                field("S14 destination_addr of 21", 0x0B, pdu -> pdu.setDestAddress(LONG.substring(1))),
                field("S14 destination_addr of 16", 0x0B, pdu -> pdu.setDestAddress(LONG.substring(6))),
                field("S14 no destination_addr", 0x0B, pdu -> pdu.setDestAddress("")),
                field("S14 destination_addr with a plus", 0x0B, pdu -> pdu.setDestAddress("+12025550101")),
                field("S14 service_type of 6", 0x15, pdu -> pdu.setServiceType("123456")),
                field("S20 source_addr_ton 7", 0x48, pdu -> pdu.setSourceAddrTon((byte) 7)),
                field("S20 source_addr_npi 2", 0x49, pdu -> pdu.setSourceAddrNpi((byte) 2)),
                field("S20 dest_addr_ton 255", 0x50, pdu -> pdu.setDestAddrTon((byte) 255)),
                field("S20 dest_addr_npi 64", 0x51, pdu -> pdu.setDestAddrNpi((byte) 64)),
                field("S20 esm_class of a receipt", 0x43, pdu -> pdu.setEsmClass((byte) 0x04)),
                field("S20 esm_class of an intermediate", 0x43, pdu -> pdu.setEsmClass((byte) 0x20)),
                field("S20 priority_flag 4", 0x06, pdu -> pdu.setPriorityFlag((byte) 4)),
                field("S20 priority_flag 255", 0x06, pdu -> pdu.setPriorityFlag((byte) 255)),
                field("S20 registered_delivery 3", 0x07, pdu -> pdu.setRegisteredDelivery((byte) 3)),
                field("S20 registered_delivery 0x20", 0x07, pdu -> pdu.setRegisteredDelivery((byte) 0x20)),
                field("S20 replace_if_present_flag 2", 0x54, pdu -> pdu.setReplaceIfPresent((byte) 2)),
                field("S20 sm_default_msg_id 255", 0x63, pdu -> pdu.setSmDefaultMsgId((byte) 255)),
                field(
                        "S19 schedule_delivery_time of 17",
                        0x61,
                        pdu -> pdu.setScheduleDeliveryTime("000000000100000R0")),
                field("S19 validity_period of 17", 0x62, pdu -> pdu.setValidityPeriod("000000000100000R0")));
    }

    @ParameterizedTest(name = "{0} is refused")
    @MethodSource("illegalFields")
    void anIllegalFieldIsRefusedWithItsStatus(String name, int status, Consumer<SubmitSm> change) throws Exception {
        Wire wire = transceiver();
        SubmitSm pdu = message();
        change.accept(pdu);
        Command answer = wire.ask(pdu);

        assertThat(answer.getCommandId()).as(name).isEqualTo(SMPPConstant.CID_SUBMIT_SM_RESP);
        assertThat(answer.getCommandStatus()).as(name).isEqualTo(status);
        assertThat(wire.status(message())).isZero();
    }

    static Stream<Arguments> legalFields() {
        return Stream.of(
                field("S14 source_addr of 20", 0, pdu -> pdu.setSourceAddr(LONG.substring(2))),
                field("S14 no source_addr", 0, pdu -> pdu.setSourceAddr("")),
                field("S14 destination_addr of 15", 0, pdu -> pdu.setDestAddress(LONG.substring(7))),
                field("S14 service_type of 5", 0, pdu -> pdu.setServiceType("12345")),
                field("S20 esm_class 0xC3", 0, pdu -> pdu.setEsmClass((byte) 0x83)),
                field("S20 esm_class of an acknowledgement", 0, pdu -> pdu.setEsmClass((byte) 0x08)),
                field("S20 priority_flag 3", 0, pdu -> pdu.setPriorityFlag((byte) 3)),
                field("S20 registered_delivery 0x1E", 0, pdu -> pdu.setRegisteredDelivery((byte) 0x1E)),
                field("S20 protocol_id 0x40", 0, pdu -> pdu.setProtocolId((byte) 0x40)),
                field("S15 no text", 0, pdu -> pdu.setShortMessage(new byte[0])),
                field("S15 sm_length 254", 0, pdu -> pdu.setShortMessage(new byte[254])));
    }

    @ParameterizedTest(name = "{0} is accepted")
    @MethodSource("legalFields")
    void aLegalFieldIsAccepted(String name, int status, Consumer<SubmitSm> change) throws Exception {
        SubmitSm pdu = message();
        change.accept(pdu);
        assertThat(transceiver().status(pdu)).as(name).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "0000010000000000, 0x62",
        "00000100000000R, 0x62",
        "0000010000000x0R, 0x62",
        "000001000000100R, 0x62",
        "270001000000000+, 0x62",
        "271301000000000+, 0x62",
        "991231235900049+, 0x62",
        "200101000000000+, 0x62",
        "991231235900000*, 0x62",
        "000001000000000R, 0",
        "991231235900048-, 0",
        "'', 0"
    })
    @DisplayName("S19 a validity_period that cannot be is refused with 0x62")
    void aValidityIsJudged(String validity, int status) throws Exception {
        SubmitSm pdu = message();
        pdu.setValidityPeriod(validity);
        assertThat(transceiver().status(pdu)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "0000010000000000, 0x61",
        "00000100000000R, 0x61",
        "000001000000100R, 0x61",
        "271301000000000+, 0x61",
        "991231235900049+, 0x61",
        "000000000100000R, 0",
        "200101000000000+, 0"
    })
    @DisplayName("S19 a schedule_delivery_time that cannot be is refused with 0x61, a past one means now")
    void aScheduleIsJudged(String schedule, int status) throws Exception {
        SubmitSm pdu = message();
        pdu.setScheduleDeliveryTime(schedule);
        assertThat(transceiver().status(pdu)).isEqualTo(status);
    }

    @Test
    @DisplayName("S19 a validity_period before the schedule_delivery_time is refused with 0x62")
    void aValidityBeforeTheScheduleIsRefused() throws Exception {
        SubmitSm pdu = message();
        pdu.setScheduleDeliveryTime("000000020000000R");
        pdu.setValidityPeriod("000000010000000R");
        assertThat(transceiver().status(pdu)).isEqualTo(SMPPConstant.STAT_ESME_RINVEXPIRY);
    }

    @Test
    @DisplayName("S15 sm_length 255 and one beyond the PDU are refused with 0x01")
    void anSmLengthThatCannotBeIsRefused() throws Exception {
        Wire wire = transceiver();
        SubmitSm pdu = message();
        pdu.setShortMessage(new byte[255]);
        assertThat(wire.status(pdu)).isEqualTo(SMPPConstant.STAT_ESME_RINVMSGLEN);
        byte[] octets = PduEncoder.encode(message()).getBytes();
        assertThat(wire.ask(cut(octets, octets.length - 1)).getCommandStatus())
                .isEqualTo(SMPPConstant.STAT_ESME_RINVMSGLEN);
        assertThat(wire.status(message())).isZero();
    }

    @Test
    @DisplayName("S15 S18 an account may have other answers to texts that are too long or doubled")
    void answersToWrongTextsAreSettingsOfTheAccount() throws Exception {
        await(simulator().stop());
        start(settings().with(limited(0, 0, 0, OTHERS)));
        Wire wire = transceiver();
        byte[] octets = PduEncoder.encode(message()).getBytes();
        assertThat(wire.ask(cut(octets, octets.length - 1)).getCommandStatus())
                .isEqualTo(SMPPConstant.STAT_ESME_RINVCMDLEN);
        assertThat(wire.status(withParameter(Tlvs.of(Tlvs.MESSAGE_PAYLOAD, (byte) 'x'))))
                .isEqualTo(SMPPConstant.STAT_ESME_RTLVNOTALLWD);
    }

    private static SubmitSm withParameter(OptionalParameter parameter) {
        SubmitSm pdu = message();
        pdu.setOptionalParameters(new OptionalParameter[] {parameter});
        return pdu;
    }

    @ParameterizedTest
    @ValueSource(ints = {0x1400, 0x3FFF, 0x0000, 0x9999, 0xFFFF})
    @DisplayName("S16 an unknown optional parameter is ignored")
    void anUnknownParameterIsIgnored(int tag) throws Exception {
        assertThat(transceiver().status(withParameter(Tlvs.of(tag, new byte[9]))))
                .isZero();
    }

    @Test
    @DisplayName("S17 an optional parameter beyond the PDU is refused with 0xC0")
    void aParameterBeyondThePduIsRefused() throws Exception {
        Wire wire = transceiver();
        byte[] octets = PduEncoder.encode(message()).getBytes();
        assertThat(wire.ask(with(octets, (byte) 0x14, (byte) 0, (byte) 0, (byte) 2, (byte) 1))
                        .getCommandStatus())
                .isEqualTo(SMPPConstant.STAT_ESME_RINVTLVSTREAM);
        assertThat(wire.ask(with(octets, (byte) 0x14)).getCommandStatus())
                .isEqualTo(SMPPConstant.STAT_ESME_RINVTLVSTREAM);
    }

    @ParameterizedTest
    @CsvSource({"0x0204, 1", "0x0204, 3", "0x020C, 1", "0x020E, 2", "0x020F, 0", "0x0005, 2", "0x0201, 0"})
    @DisplayName("S17 a known optional parameter of a wrong length is refused with 0xC2")
    void aParameterOfAWrongLengthIsRefused(int tag, int length) throws Exception {
        assertThat(transceiver().status(withParameter(Tlvs.of(tag, new byte[length]))))
                .isEqualTo(SMPPConstant.STAT_ESME_RINVTLVLEN);
    }

    @Test
    @DisplayName("S17 a message_payload of 40 000 octets is accepted")
    void aLongPayloadIsAccepted() throws Exception {
        SubmitSm pdu =
                withParameter(Tlvs.of(Tlvs.MESSAGE_PAYLOAD, "x".repeat(40_000).getBytes(StandardCharsets.US_ASCII)));
        pdu.setShortMessage(new byte[0]);
        assertThat(transceiver().status(pdu)).isZero();
        assertThat(await(simulator().messages(PHONE)).getJsonObject(0).getString("text"))
                .hasSize(40_000);
    }

    @Test
    @DisplayName("S18 short_message beside message_payload is refused with 0x01")
    void twoTextsAreRefused() throws Exception {
        assertThat(transceiver().status(withParameter(Tlvs.of(Tlvs.MESSAGE_PAYLOAD, (byte) 'x'))))
                .isEqualTo(SMPPConstant.STAT_ESME_RINVMSGLEN);
    }
}
