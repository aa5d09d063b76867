package io.postrider.simulator.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.smpp.wire.Tlvs;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentReaderTest {
    @Test
    void anEmptyMessageIsAnEmptyText() {
        assertThat(Submits.read(0, "")).isEqualTo(new Segment("", "GSM-7", 0, 1, 1));
    }

    @Test
    void aPlainTextHasNothingWrongWithIt() {
        assertThat(Submits.read(0, "48 65 6C 6C 6F")).isEqualTo(new Segment("Hello", "GSM-7", 0, 1, 1));
    }

    @Test
    void theCharactersThatAsciiHasElsewhereAreTheRightOnes() {
        assertThat(Submits.read(0, "00 01 02 11").text()).isEqualTo("@£$_");
        assertThat(Submits.read(0, "09 5F 60 40 24").text()).isEqualTo("Ç§¿¡¤");
    }

    @Test
    void anExtensionCharacterIsTwoUnitsOfOne() {
        Segment all = Submits.read(0, "1B14 1B28 1B29 1B2F 1B3C 1B3D 1B3E 1B40 1B65 1B0A");
        assertThat(all.text()).isEqualTo("^{}\\[~]|€\f");
        assertThat(all.units()).isEqualTo(20);
        assertThat(all.problem()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x10, 0x11, 0x12, 0x13, 0xC0, 0xC8, 0xD0, 0xDF, 0xF0, 0xF1, 0xF2, 0xF3})
    void theseCodingsAreTheGsmAlphabet(int coding) {
        Segment read = Submits.read(coding, "00 41");
        assertThat(read.text()).isEqualTo("@A");
        assertThat(read.encoding()).isEqualTo("GSM-7");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x08, 0x18, 0x19, 0x1A, 0x1B, 0xE0, 0xE8, 0xEF})
    void theseCodingsAreUcs2(int coding) {
        Segment read = Submits.read(coding, "041F 0440 D83D DE00");
        assertThat(read.text()).isEqualTo("Пр😀");
        assertThat(read.encoding()).isEqualTo("UCS-2");
        assertThat(read.units()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0x02, 0x04, 0x09, 0x0A, 0x0D, 0x14, 0x15, 0x20, 0x3F, 0x80, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8, 0xFF})
    void otherCodingsAreShownAsHexadecimal(int coding) {
        Segment read = Submits.read(coding, "00 1B FF");
        assertThat(read.text()).isEqualTo("001bff");
        assertThat(read.encoding()).isEqualTo("binary");
        assertThat(read.units()).isEqualTo(3);
    }

    @Test
    void asciiAndLatin1AreThemselves() {
        assertThat(Submits.read(1, "40 24 5F").text()).isEqualTo("@$_");
        assertThat(Submits.read(3, "E7 40").text()).isEqualTo("ç@");
        assertThat(Submits.read(1, "41 80").text()).isEqualTo("A\uFFFD");
        assertThat(Submits.read(1, "41 80").problem()).contains("ASCII");
    }

    @ParameterizedTest
    @CsvSource({
        "0x05, Shift_JIS, こんにちは, Shift-JIS",
        "0x05, ISO-2022-JP, こんにちは, JIS",
        "0x06, ISO-8859-5, Привет, ISO-8859-5",
        "0x07, ISO-8859-8, שלום, ISO-8859-8",
        "0x0E, EUC-KR, 안녕하세요, KS C 5601"
    })
    void nationalCharsetsAreReadWhereJavaHasThem(String coding, String charset, String text, String encoding) {
        byte[] octets = text.getBytes(Charset.forName(charset));
        Segment read = SegmentReader.read(Submits.of(Integer.decode(coding), octets));
        assertThat(read.text()).isEqualTo(text);
        assertThat(read.encoding()).isEqualTo(encoding);
        assertThat(read.units()).isEqualTo(octets.length);
        assertThat(read.problem()).isNull();
    }

    @Test
    void whatDataCoding0MeansIsForTheOperatorToSay() {
        var latin = Submits.of(0, "40 E9");
        assertThat(SegmentReader.read(latin, DefaultAlphabet.LATIN_1).text()).isEqualTo("@é");
        assertThat(SegmentReader.read(latin, DefaultAlphabet.GSM).text()).isEqualTo("¡\uFFFD");
        var utf8 = Submits.of(0, "Привет".getBytes(StandardCharsets.UTF_8));
        assertThat(SegmentReader.read(utf8, DefaultAlphabet.UTF_8).text()).isEqualTo("Привет");
        assertThat(SegmentReader.read(utf8, DefaultAlphabet.UTF_8).units()).isEqualTo(12);
        assertThat(SegmentReader.read(Submits.of(0, "40"), DefaultAlphabet.ASCII)
                        .text())
                .isEqualTo("@");
        assertThat(SegmentReader.read(Submits.of(3, "40"), DefaultAlphabet.GSM_PACKED)
                        .text())
                .isEqualTo("@");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x10, 0x18, 0xF0})
    void classNoughtIsFlash(int coding) {
        assertThat(Submits.read(coding, "0041").flash()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x08, 0x11, 0x19, 0xC0, 0xE0, 0xF1})
    void othersAreNotFlashUnlessTheDisplayIsNamed(int coding) {
        assertThat(Submits.read(coding, "0041").flash()).isFalse();
        var display = Submits.of(coding, "0041", Tlvs.of(Tlvs.DEST_ADDR_SUBUNIT, (byte) 1));
        assertThat(SegmentReader.read(display).flash()).isTrue();
        var telephone = Submits.of(coding, "0041", Tlvs.of(Tlvs.DEST_ADDR_SUBUNIT, (byte) 2));
        assertThat(SegmentReader.read(telephone).flash()).isFalse();
    }

    @Test
    void aPayloadGoesBeforeTheShortMessage() {
        var submit = Submits.of(0, "", Tlvs.of(Tlvs.MESSAGE_PAYLOAD, (byte) 0x48, (byte) 0x69));
        assertThat(SegmentReader.read(submit).text()).isEqualTo("Hi");
    }

    @Test
    void anOddOctetOfUcs2IsSeenAndReported() {
        Segment read = Submits.read(8, "0416 04");
        assertThat(read.text()).isEqualTo("Ж\uFFFD");
        assertThat(read.units()).isEqualTo(2);
        assertThat(read.problem()).isEqualTo("The number of octets is odd, which UCS-2 cannot be.");
    }

    @Test
    void halfAPairOfSurrogatesIsSeenAndReported() {
        assertThat(Submits.read(8, "0041 D83D").text()).isEqualTo("A\uFFFD");
        assertThat(Submits.read(8, "DE00 0041").text()).isEqualTo("\uFFFDA");
        assertThat(Submits.read(8, "DE00 D83D").problem()).isEqualTo("Half of a surrogate pair is missing.");
    }

    @Test
    void aByteOrderMarkIsReported() {
        assertThat(Submits.read(8, "FEFF 0416").problem()).isEqualTo("The text begins with a byte order mark.");
        assertThat(Submits.read(8, "FFFE 1604").problem()).isEqualTo("The text begins with a byte order mark.");
    }

    @Test
    void aFamilyEmojiStaysWhole() {
        String family = "👨‍👩‍👧";
        Segment read = SegmentReader.read(Submits.of(8, family.getBytes(StandardCharsets.UTF_16BE)));
        assertThat(read.text()).isEqualTo(family);
        assertThat(read.units()).isEqualTo(8);
    }
}
