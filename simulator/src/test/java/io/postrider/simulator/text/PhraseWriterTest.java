package io.postrider.simulator.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PhraseWriterTest {
    private static final int GSM = 0;
    private static final int UCS2 = 8;

    static Stream<Arguments> vectors() {
        return Stream.of(
                vector("T1", "", GSM, 0),
                vector("T2", "Hello", GSM, 5),
                vector("T3", "a".repeat(160), GSM, 160),
                vector("T4", "a".repeat(161), GSM, 153, 8),
                vector("T5", "a".repeat(306), GSM, 153, 153),
                vector("T6", "a".repeat(307), GSM, 153, 153, 1),
                vector("T7", "€".repeat(80), GSM, 160),
                vector("T8", "€".repeat(81), GSM, 152, 10),
                vector("T9", "a".repeat(152) + "€" + "a".repeat(100), GSM, 152, 102),
                vector("T10", "a".repeat(159) + "€", GSM, 153, 8),
                vector("T11", "^{}\\[~]|€\f", GSM, 20),
                vector("T12", "Ç", GSM, 1),
                vector("T12", "ç", UCS2, 1),
                vector("T12", "`", UCS2, 1),
                vector("T13", "Привет", UCS2, 6),
                vector("T14", "Ж".repeat(70), UCS2, 70),
                vector("T14", "Ж".repeat(71), UCS2, 67, 4),
                vector("T15", "Ж".repeat(134), UCS2, 67, 67),
                vector("T15", "Ж".repeat(135), UCS2, 67, 67, 1),
                vector("T16", "😀".repeat(35), UCS2, 70),
                vector("T16", "😀".repeat(36), UCS2, 66, 6),
                vector("T17", "Ж".repeat(66) + "😀" + "Ж".repeat(10), UCS2, 66, 12),
                vector("T18", "a".repeat(159) + "😀", UCS2, 67, 67, 27),
                vector("T19", "it’s", UCS2, 4),
                vector("T19", "a\u00A0b", UCS2, 3),
                vector("T20", "👨‍👩‍👧", UCS2, 8),
                vector("T21", "@£$_", GSM, 4));
    }

    private static Arguments vector(String name, String text, int coding, Integer... units) {
        return Arguments.of(name, text, coding, List.of(units));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void aTextIsSplitAndReadAgain(String name, String text, int coding, List<Integer> units) {
        List<Phrase> parts = PhraseWriter.parts(text, 7);
        List<Segment> read = parts.stream().map(PhraseWriterTest::read).toList();
        assertThat(parts).as(name).allMatch(part -> part.coding() == coding);
        assertThat(parts).allMatch(part -> part.header() == units.size() > 1);
        assertThat(read.stream().map(Segment::units)).containsExactlyElementsOf(units);
        assertThat(String.join("", read.stream().map(Segment::text).toList())).isEqualTo(text);
        assertThat(read).allMatch(segment -> segment.problem() == null && segment.total() == units.size());
        assertThat(read.stream().map(Segment::reference).distinct()).hasSize(1);
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i).number()).isEqualTo(i + 1);
        }
    }

    @Test
    void noPartIsLongerThanTheAirAllows() {
        for (Phrase part : PhraseWriter.parts("a€".repeat(1_000), 7)) {
            assertThat(part.octets()).hasSizeLessThanOrEqualTo(159).startsWith(5, 0, 3);
        }
        for (Phrase part : PhraseWriter.parts("Ж😀".repeat(1_000), 7)) {
            assertThat(part.octets()).hasSizeLessThanOrEqualTo(140).startsWith(5, 0, 3);
        }
    }

    @Test
    void twoLongTextsHaveDifferentReferences() {
        String text = "a".repeat(200);
        byte[] first = PhraseWriter.parts(text, 1).get(0).octets();
        byte[] second = PhraseWriter.parts(text, 2).get(0).octets();
        assertThat(first[3]).isNotEqualTo(second[3]);
        assertThat(Arrays.copyOfRange(first, 4, 6)).containsExactly(2, 1);
    }

    @Test
    void moreThan255PartsAreRefused() {
        assertThat(PhraseWriter.parts("a".repeat(255 * 153), 7)).hasSize(255);
        assertThatThrownBy(() -> PhraseWriter.parts("a".repeat(255 * 153 + 1), 7))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writingSetsCodingAndTextOnly() {
        var submit = new SubmitSm();
        PhraseWriter.write("Ж", submit);
        assertThat(submit.getDataCoding()).isEqualTo((byte) 8);
        assertThat(submit.getShortMessage()).containsExactly(4, 0x16);
        assertThat(submit.getEsmClass()).isZero();
    }

    @Test
    void aTextTooLongForOneMessageIsNotWritten() {
        assertThatThrownBy(() -> PhraseWriter.write("a".repeat(255), new SubmitSm()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPhraseKeepsTheRestOfEsmClass() {
        var submit = new SubmitSm();
        submit.setEsmClass((byte) 0x83);
        PhraseWriter.parts("a".repeat(161), 7).get(0).write(submit);
        assertThat(submit.getEsmClass()).isEqualTo((byte) 0xC3);
        PhraseWriter.parts("a", 7).get(0).write(submit);
        assertThat(submit.getEsmClass()).isEqualTo((byte) 0x83);
    }

    private static Segment read(Phrase part) {
        var submit = new SubmitSm();
        part.write(submit);
        return SegmentReader.read(submit);
    }
}
