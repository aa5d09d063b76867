package io.postrider.simulator.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class GsmAlphabetTest {
    @Test
    void everyCodeThatHasACharacterComesBackAsItself() {
        for (int code = 0; code < 128; code++) {
            if (code != GsmAlphabet.ESCAPE) {
                String character = Submits.read(0, String.format("%02X", code)).text();
                assertThat(GsmAlphabet.encode(character)).containsExactly(code);
            }
        }
    }

    @Test
    void noOtherTextCanBeSaid() {
        assertThat(GsmAlphabet.encode("Ç")).containsExactly(9);
        assertThat(GsmAlphabet.encode("ç")).isNull();
        assertThat(GsmAlphabet.encode("`")).isNull();
        assertThat(GsmAlphabet.encode("it’s")).isNull();
        assertThat(GsmAlphabet.encode("a\u00A0b")).isNull();
        assertThat(GsmAlphabet.encode("\u001B")).isNull();
        assertThat(GsmAlphabet.encode("\uFFFF")).isNull();
    }

    @Test
    void theTenExtensionCharactersAreTwenty() {
        byte[] octets = GsmAlphabet.encode("^{}\\[~]|€\f");
        assertThat(HexFormat.of().formatHex(octets)).isEqualTo("1b141b281b291b2f1b3c1b3d1b3e1b401b651b0a");
    }

    @Test
    void aCodeAbove127CannotBeShown() {
        Segment read = Submits.read(0, "41 80");
        assertThat(read.text()).isEqualTo("A\uFFFD");
        assertThat(read.problem()).isEqualTo("No phone can show the code 0x80.");
        assertThat(Submits.read(0, "1B E5").text()).isEqualTo("\uFFFD");
    }

    @Test
    void anEscapeAtTheEndIsSeen() {
        Segment read = Submits.read(0, "41 1B");
        assertThat(read.text()).isEqualTo("A\uFFFD");
        assertThat(read.units()).isEqualTo(2);
        assertThat(read.problem()).isEqualTo("The text ends with an escape.");
    }

    @Test
    void anEscapeBeforeACodeWithoutExtensionShowsTheMainTable() {
        Segment read = Submits.read(0, "1B 41");
        assertThat(read.text()).isEqualTo("A");
        assertThat(read.problem()).isEqualTo("The code 0x41 has no meaning after an escape.");
    }

    @Test
    void anEscapeTwiceIsASpace() {
        Segment read = Submits.read(0, "1B 1B 41");
        assertThat(read.text()).isEqualTo(" A");
        assertThat(read.problem()).isEqualTo("The code 0x1B has no meaning after an escape.");
    }
}
