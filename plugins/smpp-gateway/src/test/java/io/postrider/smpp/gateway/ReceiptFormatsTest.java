package io.postrider.smpp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.Inbound;
import io.postrider.plugin.api.ReceiptState;
import io.postrider.smpp.wire.Tlvs;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How operators write receipts (SMPP 3.4 Appendix B says itself that it is vendor specific). */
class ReceiptFormatsTest {
    private static Inbound.Receipt read(AbstractSmCommand pdu, String... settings) {
        SmppSettings all =
                SmppSettings.of(RunningGateway.with(Map.of("host", "smsc.example", "system-id", "esme"), settings));
        var letter = new InboundReader(all, Clock.systemUTC()).read(pdu, 0);
        return (Inbound.Receipt) Objects.requireNonNull(letter).inbound();
    }

    private static Inbound.Receipt read(String text, OptionalParameter... parameters) {
        return read(Deliveries.receipt(1, text, parameters));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(
                        "id:0123456789 sub:001 dlvrd:001 submit date:2607011200 done date:2607011203 stat:DELIVRD err:000 text:Hello",
                        "0123456789",
                        ReceiptState.DELIVERED,
                        "000",
                        "2026-07-01T12:03:00Z"),
                Arguments.of(
                        "id:a1 submit date:260701120000 done date:260701120359 stat:UNDELIV err:21b Text:id:9 stat:DELIVRD",
                        "a1",
                        ReceiptState.UNDELIVERABLE,
                        "21b",
                        "2026-07-01T12:03:59Z"),
                Arguments.of("stat:EXPIRED id:77", "77", ReceiptState.EXPIRED, "", null),
                Arguments.of("ID: 7\tSTAT: rejectd\r\nERR: 0042", "7", ReceiptState.REJECTED, "0042", null),
                Arguments.of(
                        "id:7 submitdate:0 donedate:20260701120359 stat:DELETED",
                        "7",
                        ReceiptState.DELETED,
                        "",
                        "2026-07-01T12:03:59Z"),
                Arguments.of(
                        "id:7 done date:260701120359012+ stat:ACCEPTD",
                        "7",
                        ReceiptState.ACCEPTED,
                        "",
                        "2026-07-01T09:03:59Z"),
                Arguments.of("id:7 stat:BUFFRED", "7", ReceiptState.ENROUTE, "", null),
                Arguments.of("id:7 stat:FAILED err:1", "7", ReceiptState.UNDELIVERABLE, "1", null),
                Arguments.of("id:7 stat:Delivered", "7", ReceiptState.DELIVERED, "", null),
                Arguments.of("id:7 stat:2", "7", ReceiptState.DELIVERED, "", null),
                Arguments.of("id:7 stat:NOCRED", "7", ReceiptState.UNKNOWN, "", null),
                Arguments.of("id:7 done date:0000000000 stat:UNKNOWN", "7", ReceiptState.UNKNOWN, "", null),
                Arguments.of("no receipt at all", "", ReceiptState.UNKNOWN, "", null),
                Arguments.of("", "", ReceiptState.UNKNOWN, "", null));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyWayToWriteItIsRead(String text, String id, ReceiptState state, String code, Instant at) {
        Inbound.Receipt receipt = read(text);

        assertThat(receipt.operatorId()).isEqualTo(id);
        assertThat(receipt.state()).isEqualTo(state);
        assertThat(receipt.code()).isEqualTo(code);
        assertThat(receipt.at()).isEqualTo(at);
        assertThat(receipt.text()).isEqualTo(text);
        assertThat(receipt.from()).isEqualTo(Deliveries.PHONE);
        assertThat(receipt.to()).isEqualTo(Deliveries.SENDER);
    }

    @ParameterizedTest
    @CsvSource({
        "1, ENROUTE",
        "2, DELIVERED",
        "3, EXPIRED",
        "4, DELETED",
        "5, UNDELIVERABLE",
        "6, ACCEPTED",
        "7, UNKNOWN",
        "8, REJECTED",
        "0, ENROUTE",
        "9, UNDELIVERABLE"
    })
    void parametersWinOverTheText(byte number, ReceiptState state) {
        Inbound.Receipt receipt = read(
                "id:text stat:ENROUTE err:005",
                Tlvs.of(Tlvs.RECEIPTED_MESSAGE_ID, (byte) 't', (byte) 'l', (byte) 'v'),
                Tlvs.of(Tlvs.MESSAGE_STATE, number),
                Tlvs.of(Tlvs.NETWORK_ERROR_CODE, (byte) 3, (byte) 1, (byte) 4));

        assertThat(receipt.operatorId()).isEqualTo("tlv");
        assertThat(receipt.state()).isEqualTo(state);
        assertThat(receipt.code()).isEqualTo("3:260");
    }

    @Test
    void theSameNumberInTheTextKeepsTheFormThatPeopleKnow() {
        assertThat(read("id:7 stat:UNDELIV err:021", Tlvs.of(Tlvs.NETWORK_ERROR_CODE, (byte) 3, (byte) 0, (byte) 21))
                        .code())
                .isEqualTo("021");
        assertThat(read("id:7 stat:DELIVRD err:000", Tlvs.of(Tlvs.NETWORK_ERROR_CODE, (byte) 3, (byte) 0, (byte) 0))
                        .code())
                .isEqualTo("000");
    }

    @Test
    void theTextWinsWhereTheOperatorsParameterIsAlwaysTheSame() {
        var pdu = Deliveries.receipt(1, "id:7 stat:DELIVRD", Tlvs.of(Tlvs.MESSAGE_STATE, (byte) 6));

        assertThat(read(pdu).state()).isEqualTo(ReceiptState.ACCEPTED);
        assertThat(read(pdu, "receipt-state", "text").state()).isEqualTo(ReceiptState.DELIVERED);
    }

    @ParameterizedTest
    @CsvSource({"0x04", "0x44", "0x07", "0x20", "0x00"})
    void aReceiptIsKnownByItsClassOrItsParametersOrItsText(String esmClass) {
        byte[] text = "id:7 stat:DELIVRD".getBytes(StandardCharsets.US_ASCII);
        int type = Integer.decode(esmClass) & ~0x40;

        assertThat(read(Deliveries.deliver(1, type, 0, text)).operatorId()).isEqualTo("7");
        assertThat(read(Deliveries.deliver(1, 0, 0, new byte[0], Tlvs.ofString(Tlvs.RECEIPTED_MESSAGE_ID, "8")))
                        .operatorId())
                .isEqualTo("8");
    }

    @Test
    void anIntermediateNotificationWithoutStateIsOnTheWay() {
        byte[] text = "id:7".getBytes(StandardCharsets.US_ASCII);

        assertThat(read(Deliveries.deliver(1, 0x20, 0, text)).state()).isEqualTo(ReceiptState.ENROUTE);
    }

    @Test
    void otherAlphabetsAndLanguagesAndThePayloadAreRead() {
        byte[] russian = "id:7 stat:ДОСТАВЛЕНО err:000".getBytes(StandardCharsets.UTF_16BE);

        assertThat(read(Deliveries.deliver(1, 4, 8, russian)).state()).isEqualTo(ReceiptState.DELIVERED);
        assertThat(read(Deliveries.deliver(1, 4, 8, new byte[0], Tlvs.of(Tlvs.MESSAGE_PAYLOAD, russian)))
                        .operatorId())
                .isEqualTo("7");
    }

    @Test
    void ourReferenceIsHandedBackWhereItIsEchoed() {
        assertThat(read("id:7 stat:DELIVRD", Tlvs.of(Tlvs.USER_MESSAGE_REFERENCE, (byte) 0x12, (byte) 0x34))
                        .reference())
                .isEqualTo(0x1234L);
        assertThat(read("id:7 stat:DELIVRD").reference()).isNull();
    }

    @Test
    void datesAreInTheOperatorsZone() {
        var pdu = Deliveries.receipt(1, "id:7 done date:2607011203 stat:DELIVRD");

        assertThat(read(pdu, "receipt-zone", "Europe/Moscow").at()).isEqualTo(Instant.parse("2026-07-01T09:03:00Z"));
    }

    @Test
    void noTextOfAnyKindIsTooMuch() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] octets = new byte[random.nextInt(200)];
            random.nextBytes(octets);
            read(Deliveries.deliver(1, 4, random.nextBoolean() ? 0 : 8, octets));
        }
    }
}
