package io.postrider.simulator.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentPackedTest {
    @Test
    void helloPackedIsHello() {
        Segment read = packed(0, "E8 32 9B FD 06");
        assertThat(read.text()).isEqualTo("hello");
        assertThat(read.units()).isEqualTo(5);
        assertThat(read.encoding()).isEqualTo("GSM-7");
        assertThat(read.problem()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x10, 0x11, 0xC8, 0xF0})
    void aLinkThatPacksPacksEveryGsmCoding(int coding) {
        assertThat(packed(coding, "E8 32 9B FD 06").text()).isEqualTo("hello");
    }

    @Test
    void anExtensionCharacterIsTwoSeptets() {
        Segment read = SegmentReader.read(Submits.of(0, pack(0, 0x1B, 0x65, 0x41)), DefaultAlphabet.GSM_PACKED);
        assertThat(read.text()).isEqualTo("€A");
        assertThat(read.units()).isEqualTo(3);
    }

    @Test
    void sevenCharactersAreNotEight() {
        assertThat(unpack(pack(0, 1, 2, 3, 4, 5, 6, 7), 0)).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(unpack(pack(0, 1, 2, 3, 4, 5, 6, 7, 8), 0)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(unpack(pack(0, 1, 2, 3, 4, 5, 6, 7, 13), 0)).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void anAtBeforeSpareBitsStays() {
        assertThat(unpack(pack(0, 1, 0), 0)).containsExactly(1, 0);
    }

    @ParameterizedTest
    @CsvSource({"7, 0", "6, 1", "5, 2", "4, 3", "10, 4", "9, 5", "8, 6"})
    void behindAHeaderTheTextBeginsAtTheNextWholeSeptet(int header, int fill) {
        assertThat((7 - header * 8 % 7) % 7).isEqualTo(fill);
        for (int length = 1; length <= 20; length++) {
            int[] septets = new int[length];
            Arrays.setAll(septets, i -> i % 8 == 7 ? 0x7F : 0x20 + i);
            byte[] octets = pack(header, septets);
            octets[0] = (byte) (header - 1);
            assertThat(unpack(octets, header)).as("%d septets", length).hasSize(length);
            assertThat(unpack(octets, header)).isEqualTo(narrow(septets));
        }
    }

    @Test
    void aPackedPartHasItsNumbersAndItsText() {
        byte[] octets = pack(6, 'h', 'e', 'l', 'l', 'o');
        System.arraycopy(Submits.octets("05 00 03 2A 02 01"), 0, octets, 0, 6);
        var submit = Submits.of(0, octets);
        submit.setEsmClass((byte) 0x40);
        Segment read = SegmentReader.read(submit, DefaultAlphabet.GSM_PACKED);
        assertThat(read).isEqualTo(new Segment("hello", "GSM-7", 42, 2, 1));
    }

    @Test
    void nothingBehindAHeaderIsNothing() {
        for (int header = 0; header < 20; header++) {
            assertThat(unpack(new byte[header], header)).isEmpty();
        }
    }

    private static Segment packed(int coding, String hex) {
        return SegmentReader.read(Submits.of(coding, hex), DefaultAlphabet.GSM_PACKED);
    }

    private static byte[] unpack(byte[] octets, int header) {
        return Septets.unpack(octets, header);
    }

    private static byte[] narrow(int... septets) {
        var octets = new byte[septets.length];
        for (int i = 0; i < septets.length; i++) {
            octets[i] = (byte) septets[i];
        }
        return octets;
    }

    /** Writes bit by bit, unlike the code under test, behind so many octets for a header. */
    private static byte[] pack(int header, int... septets) {
        int first = header * 8;
        while (first % 7 != 0) {
            first++;
        }
        var octets = new byte[(first + septets.length * 7 + 7) / 8];
        for (int i = 0; i < septets.length * 7; i++) {
            int bit = first + i;
            int value = (septets[i / 7] >> (i % 7)) & 1;
            octets[bit / 8] |= (byte) (value << (bit % 8));
        }
        return octets;
    }
}
