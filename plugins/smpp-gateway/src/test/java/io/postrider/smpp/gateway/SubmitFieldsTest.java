package io.postrider.smpp.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postrider.plugin.api.Encoding;
import io.postrider.plugin.api.SettingException;
import io.postrider.plugin.api.Submission;
import io.postrider.smpp.wire.Tlvs;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each field of a submit_sm (SMPP 3.4 section 4.4.1) by the settings. */
class SubmitFieldsTest {
    private static final Instant NOW = Instant.parse("2026-12-31T20:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.ofHours(11));

    private static SubmitSm submit(Submission submission, String... settings) {
        Map<String, String> all = RunningGateway.with(Map.of("host", "smsc.example", "system-id", "esme"), settings);
        SmppSettings read = SmppSettings.of(all);
        Pieces pieces = Pieces.of(
                submission.parts(), submission.encoding(), read.texts().longMessages());
        SubmitSm pdu = new SubmitEncoder(read, CLOCK)
                .encode(new Outgoing(submission, pieces, new Concatenation(new Random(1)).nextReference("7")));
        assertThat(pdu).isNotNull();
        return Objects.requireNonNull(pdu);
    }

    private static Submission from(String sender) {
        return new Submission(1, sender, "79161234567", List.of("hi"), Encoding.GSM7, null, true);
    }

    private static Submission text(String text, Encoding encoding) {
        return new Submission(1, "Shop", "79161234567", List.of(text), encoding, null, true);
    }

    private static Submission expiring(Instant expires) {
        return new Submission(1, "Shop", "79161234567", List.of("hi"), Encoding.GSM7, expires, true);
    }

    @ParameterizedTest
    @CsvSource({
        "Shop, 5, 0, Shop",
        "+79161234567, 1, 1, 79161234567",
        "79161234567, 1, 1, 79161234567",
        "12345678, 1, 1, 12345678",
        "1234567, 3, 1, 1234567",
        "911, 3, 1, 911",
        "A1, 5, 0, A1"
    })
    void theCallerIdSaysItsTypeItself(String sender, byte ton, byte npi, String address) {
        SubmitSm pdu = submit(from(sender));

        assertThat(pdu.getSourceAddrTon()).isEqualTo(ton);
        assertThat(pdu.getSourceAddrNpi()).isEqualTo(npi);
        assertThat(pdu.getSourceAddr()).isEqualTo(address);
        assertThat(pdu.getDestAddrTon()).isEqualTo((byte) 1);
        assertThat(pdu.getDestAddrNpi()).isEqualTo((byte) 1);
    }

    @Test
    void typesAreAsTheOperatorWantsThem() {
        SubmitSm shortCode = submit(from("911"), "short-code-ton", "6", "short-code-npi", "0");
        SubmitSm given = submit(
                from("Shop"), "source-ton", "0", "source-npi", "10", "destination-ton", "2", "destination-npi", "0");

        assertThat(shortCode.getSourceAddrTon()).isEqualTo((byte) 6);
        assertThat(shortCode.getSourceAddrNpi()).isEqualTo((byte) 0);
        assertThat(given.getSourceAddrTon()).isEqualTo((byte) 0);
        assertThat(given.getSourceAddrNpi()).isEqualTo((byte) 10);
        assertThat(given.getDestAddrTon()).isEqualTo((byte) 2);
        assertThat(given.getDestAddrNpi()).isEqualTo((byte) 0);
    }

    @ParameterizedTest
    @CsvSource({
        "relative, , 000001000000000R",
        "relative, 2026-12-31T21:30:00Z, 000000010000000R",
        "absolute, 2027-01-01T00:05:09Z, 270101000509000+",
        "absolute, , 270101203000000+",
        "none, 2027-01-01T00:05:09Z, ''"
    })
    void validityIsALengthOfTimeOrAPointInTimeOrNothing(String form, Instant expires, String field) {
        assertThat(submit(expiring(expires), "validity-form", form).getValidityPeriod())
                .isEqualTo(field);
    }

    @Test
    void noValidityOfOurOwnLeavesItToTheOperator() {
        assertThat(submit(from("Shop"), "validity", "PT0S").getValidityPeriod()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"final, 1", "failures, 2", "none, 0", "all, 17"})
    void receiptsAreAskedForAsConfigured(String setting, byte field) {
        assertThat(submit(from("Shop"), "registered-delivery", setting).getRegisteredDelivery())
                .isEqualTo(field);
    }

    @Test
    void noReceiptIsAskedForWhereTheHostWantsNone() {
        var submission = new Submission(1, "Shop", "79161234567", List.of("hi"), Encoding.GSM7, null, false);

        assertThat(submit(submission).getRegisteredDelivery()).isZero();
    }

    @Test
    void serviceTypePriorityReferenceAndExtraParametersTravel() {
        var submission = new Submission(0x12345, "Shop", "79161234567", List.of("hi"), Encoding.GSM7, null, true);
        SubmitSm pdu = submit(
                submission,
                "service-type",
                "VMA",
                "priority",
                "2",
                "reference",
                "true",
                "parameters",
                "0x1403=0x0102; 0x1400=campaign;");

        assertThat(pdu.getServiceType()).isEqualTo("VMA");
        assertThat(pdu.getPriorityFlag()).isEqualTo((byte) 2);
        assertThat(Tlvs.number(pdu, Tlvs.USER_MESSAGE_REFERENCE)).hasValue(0x2345);
        assertThat(Tlvs.value(pdu, 0x1403)).containsExactly(1, 2);
        assertThat(Tlvs.value(pdu, 0x1400)).isEqualTo("campaign\0".getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1403=1", "0x1403", "0x14031=1", "0x0424=text", "0x0204=0x0001", "nonsense"})
    void parametersThatCannotBeAreRefusedInTheForm(String written) {
        assertThatThrownBy(() -> submit(from("Shop"), "parameters", written))
                .isInstanceOfSatisfying(
                        SettingException.class,
                        refused -> assertThat(refused.setting()).isEqualTo("parameters"));
    }

    @Test
    void theAlphabetIsByEncodingAndSettings() {
        SubmitSm gsm = submit(text("@£$_€", Encoding.GSM7));
        SubmitSm ucs2 = submit(text("Привет 😀", Encoding.UCS2));
        SubmitSm latin1 = submit(text("naïve à", Encoding.GSM7), "gsm7-coding", "3");
        SubmitSm ascii = submit(text("A-z 1@", Encoding.GSM7), "gsm7-coding", "1");
        SubmitSm flash = submit(text("@", Encoding.GSM7), "gsm7-coding", "240");
        SubmitSm flashUcs2 = submit(text("Я", Encoding.UCS2), "ucs2-coding", "24");

        assertThat(gsm.getDataCoding()).isZero();
        assertThat(gsm.getShortMessage()).containsExactly(0, 1, 2, 0x11, 0x1B, 0x65);
        assertThat(ucs2.getDataCoding()).isEqualTo((byte) 8);
        assertThat(ucs2.getShortMessage()).isEqualTo("Привет 😀".getBytes(StandardCharsets.UTF_16BE));
        assertThat(latin1.getDataCoding()).isEqualTo((byte) 3);
        assertThat(latin1.getShortMessage()).isEqualTo("naïve à".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(ascii.getDataCoding()).isEqualTo((byte) 1);
        assertThat(ascii.getShortMessage()).isEqualTo("A-z 1@".getBytes(StandardCharsets.US_ASCII));
        assertThat(flash.getDataCoding()).isEqualTo((byte) 0xF0);
        assertThat(flash.getShortMessage()).containsExactly(0);
        assertThat(flashUcs2.getDataCoding()).isEqualTo((byte) 0x18);
    }
}
