package io.postrider.simulator.text;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** The alphabets that a data_coding can mean (SMPP 3.4, 5.2.19, and 3GPP TS 23.038, 4). */
enum Encoding {
    GSM("GSM-7", null),
    GSM_PACKED("GSM-7", null),
    UCS_2("UCS-2", null),
    ASCII("ASCII", "US-ASCII"),
    LATIN_1("Latin-1", "ISO-8859-1"),
    UTF_8("UTF-8", "UTF-8"),
    CYRILLIC("ISO-8859-5", "ISO-8859-5"),
    HEBREW("ISO-8859-8", "ISO-8859-8"),
    SHIFT_JIS("Shift-JIS", "Shift_JIS"),
    JIS("JIS", "ISO-2022-JP"),
    KOREAN("KS C 5601", "EUC-KR"),
    BINARY("binary", null);

    private final String shownName;
    private final @Nullable String charset;

    Encoding(String shownName, @Nullable String charset) {
        this.shownName = shownName;
        this.charset = charset;
    }

    /** What a data_coding means where data_coding 0 means this alphabet. */
    static Encoding of(int coding, DefaultAlphabet alphabet) {
        Encoding gsm = alphabet == DefaultAlphabet.GSM_PACKED ? GSM_PACKED : GSM;
        return switch (coding) {
            case 0x00 -> ofDefault(alphabet);
            case 0x01 -> ASCII;
            case 0x03 -> LATIN_1;
            case 0x05 -> SHIFT_JIS.ifKnown();
            case 0x06 -> CYRILLIC.ifKnown();
            case 0x07 -> HEBREW.ifKnown();
            case 0x0E -> KOREAN.ifKnown();
            case 0x08, 0x18, 0x19, 0x1A, 0x1B -> UCS_2;
            case 0x10, 0x11, 0x12, 0x13, 0xF0, 0xF1, 0xF2, 0xF3 -> gsm;
            default -> waiting(coding, gsm);
        };
    }

    private static Encoding ofDefault(DefaultAlphabet alphabet) {
        return switch (alphabet) {
            case GSM -> GSM;
            case GSM_PACKED -> GSM_PACKED;
            case LATIN_1 -> LATIN_1;
            case ASCII -> ASCII;
            case UTF_8 -> UTF_8;
        };
    }

    /** The groups that tell of waiting voice mail and the like. */
    private static Encoding waiting(int coding, Encoding gsm) {
        return switch (coding >> 4) {
            case 0xC, 0xD -> gsm;
            case 0xE -> UCS_2;
            default -> BINARY;
        };
    }

    /** Whether a data_coding asks for the text to be shown at once. */
    static boolean isFlash(int coding) {
        return coding == 0x10 || coding == 0x18 || coding == 0xF0;
    }

    private Encoding ifKnown() {
        return charset != null && Charset.isSupported(charset) ? this : BINARY;
    }

    /** The name to show. */
    String shownName() {
        return shownName;
    }

    /** The charset of those that Java reads by one; null for others. */
    @Nullable Charset charset() {
        return charset == null ? null : Charset.forName(charset);
    }
}
