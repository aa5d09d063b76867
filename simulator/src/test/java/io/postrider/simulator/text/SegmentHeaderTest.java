package io.postrider.simulator.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.smpp.wire.Tlvs;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentHeaderTest {
    private static final String UNFILLED = "The elements of the user data header do not fill it.";

    @Test
    void aReferenceOfEightBitsJoinsParts() {
        assertThat(behind("05 00 03 FE 03 02 41")).isEqualTo(new Segment("A", "GSM-7", 0xFE, 3, 2));
    }

    @Test
    void aReferenceOfSixteenBitsJoinsParts() {
        assertThat(behind("06 08 04 FE DC FF FF 41")).isEqualTo(new Segment("A", "GSM-7", 0xFEDC, 255, 255));
    }

    @Test
    void theOnlyPartIsAMessageOfItsOwn() {
        assertThat(behind("05 00 03 FE 01 01 41")).isEqualTo(new Segment("A", "GSM-7", 0, 1, 1));
    }

    @Test
    void ofTwoElementsOfAKindTheLastCounts() {
        Segment read = behind("0A 00 03 01 02 01 00 03 07 04 03 41");
        assertThat(read).isEqualTo(new Segment("A", "GSM-7", 7, 4, 3));
    }

    @Test
    void aPortIsSeenBesidesThePart() {
        Segment read = behind("0B 05 04 0B 84 23 F0 00 03 07 02 01 41");
        assertThat(read.ports()).isEqualTo(2948);
        assertThat(read.total()).isEqualTo(2);
        assertThat(behind("04 04 02 F5 F0 41").ports()).isEqualTo(0xF5);
        assertThat(behind("05 00 03 07 02 01 41").ports()).isEqualTo(-1);
    }

    @Test
    void unknownElementsArePassedOver() {
        Segment read = behind("09 70 02 01 02 00 03 07 02 01 41");
        assertThat(read).isEqualTo(new Segment("A", "GSM-7", 7, 2, 1));
    }

    @Test
    void theHeaderOfABinaryMessageIsNotShown() {
        Segment read = SegmentReader.read(Submits.withHeader(4, "06 05 04 0B 84 23 F0 CA FE"));
        assertThat(read.text()).isEqualTo("cafe");
        assertThat(read.units()).isEqualTo(2);
    }

    @Test
    void withoutTheIndicatorAHeaderIsText() {
        assertThat(Submits.read(4, "05 00 03 FE 03 02 41").text()).isEqualTo("050003fe030241");
    }

    @Test
    void anEmptyHeaderIsPassedOver() {
        assertThat(behind("00 41")).isEqualTo(new Segment("A", "GSM-7", 0, 1, 1));
    }

    @Test
    void aHeaderLongerThanTheMessageLeavesNoText() {
        Segment read = behind("20 00 03 07 02 01 41");
        assertThat(read.text()).isEmpty();
        assertThat(read.units()).isZero();
        assertThat(read.total()).isEqualTo(1);
        assertThat(read.problem()).isEqualTo("The user data header is longer than the message.");
    }

    @Test
    void anEmptyMessageHasNoRoomForAHeader() {
        assertThat(behind("").problem()).isEqualTo("The message has no room for its user data header.");
        assertThat(behind("").text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"05 00 04 07 02 01", "05 00 02 07 02 01", "01 00", "06 00 03 07 02 01 00", "02 00 FF"})
    void elementsThatDoNotFillTheHeaderArePassedOverTogether(String header) {
        Segment read = behind(header + " 41");
        assertThat(read.text()).isEqualTo("A");
        assertThat(read.total()).isEqualTo(1);
        assertThat(read.problem()).isEqualTo(UNFILLED);
    }

    @ParameterizedTest
    @CsvSource({
        "04 00 02 07 02, 0x00",
        "05 08 03 07 02 01, 0x08",
        "03 04 01 07, 0x04",
        "04 05 02 0B 84, 0x05",
        "04 24 02 01 01, 0x24",
        "02 25 00, 0x25"
    })
    void anElementOfAnotherLengthIsPassedOver(String header, String element) {
        Segment read = behind(header + " 41");
        assertThat(read.text()).isEqualTo("A");
        assertThat(read.total()).isEqualTo(1);
        assertThat(read.ports()).isEqualTo(-1);
        assertThat(read.problem()).isEqualTo("The header element " + element + " has the wrong length.");
    }

    @ParameterizedTest
    @CsvSource({"00 01, 1 of 0", "02 00, 0 of 2", "02 03, 3 of 2", "00 00, 0 of 0"})
    void aPartThatCannotBeIsShownAlone(String numbers, String words) {
        Segment read = behind("05 00 03 07 " + numbers + " 41");
        assertThat(read.text()).isEqualTo("A");
        assertThat(read.reference()).isZero();
        assertThat(read.total()).isEqualTo(1);
        assertThat(read.problem()).isEqualTo("There cannot be a part " + words + ".");
    }

    @Test
    void sarParametersJoinParts() {
        assertThat(SegmentReader.read(Submits.of(0, "41", sar(0x1234, 3, 2))))
                .isEqualTo(new Segment("A", "GSM-7", 0x1234, 3, 2));
    }

    @Test
    void sarParametersThatCannotBeAreReported() {
        Segment read = SegmentReader.read(Submits.of(0, "41", sar(1, 2, 3)));
        assertThat(read.total()).isEqualTo(1);
        assertThat(read.problem()).isEqualTo("There cannot be a part 3 of 2.");
    }

    @Test
    void noParameterMakesMoreThan255Parts() {
        OptionalParameter[] three = sar(1, 2, 1);
        three[1] = Tlvs.of(Tlvs.SAR_TOTAL_SEGMENTS, (byte) 0x7F, (byte) -1, (byte) -1, (byte) -1);
        assertThat(SegmentReader.read(Submits.of(0, "41", three)).total()).isEqualTo(1);
    }

    @Test
    void aMissingSarParameterIsReported() {
        var two = new OptionalParameter[] {sar(1, 2, 1)[0], sar(1, 2, 1)[1]};
        Segment read = SegmentReader.read(Submits.of(0, "41", two));
        assertThat(read.total()).isEqualTo(1);
        assertThat(read.problem()).isEqualTo("Of the three SAR parameters not all are there.");
    }

    @Test
    void bothAHeaderAndSarParametersAreReported() {
        Segment read = SegmentReader.read(Submits.withHeader(0, "05 00 03 07 03 01 41", sar(9, 2, 2)));
        assertThat(read.reference()).isEqualTo(9);
        assertThat(read.total()).isEqualTo(2);
        assertThat(read.number()).isEqualTo(2);
        assertThat(read.problem()).isEqualTo("Both the user data header and SAR parameters say which part this is.");
    }

    @Test
    void sarParametersBesidesAHeaderWithAPortAreRight() {
        Segment read = SegmentReader.read(Submits.withHeader(0, "06 05 04 0B 84 23 F0 41", sar(9, 2, 2)));
        assertThat(read.problem()).isNull();
        assertThat(read.total()).isEqualTo(2);
    }

    @Test
    void theFirstProblemIsTheOneReported() {
        assertThat(behind("20 1B").problem()).isEqualTo("The user data header is longer than the message.");
        assertThat(behind("01 00 1B").problem()).isEqualTo(UNFILLED);
    }

    private static Segment behind(String hex) {
        return SegmentReader.read(Submits.withHeader(0, hex));
    }

    private static OptionalParameter[] sar(int reference, int total, int number) {
        return new OptionalParameter[] {
            Tlvs.of(Tlvs.SAR_MSG_REF_NUM, (byte) (reference >> 8), (byte) reference),
            Tlvs.of(Tlvs.SAR_TOTAL_SEGMENTS, (byte) total),
            Tlvs.of(Tlvs.SAR_SEGMENT_SEQNUM, (byte) number)
        };
    }
}
