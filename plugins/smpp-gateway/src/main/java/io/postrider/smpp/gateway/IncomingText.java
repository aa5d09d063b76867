package io.postrider.smpp.gateway;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Text that comes from an operator, by its data_coding (SMPP 3.4 section 5.2.19). */
final class IncomingText {
    private static final Charset CYRILLIC = Charset.forName("ISO-8859-5");
    private static final Charset HEBREW = Charset.forName("ISO-8859-8");

    private final DefaultAlphabet defaultAlphabet;

    IncomingText(DefaultAlphabet defaultAlphabet) {
        this.defaultAlphabet = defaultAlphabet;
    }

    /** The text; hexadecimal digits where nobody can know the characters. */
    String decode(byte dataCoding, byte[] octets) {
        int coding = dataCoding & 0xFF;
        return switch (coding) {
            case 0x00 -> defaultAlphabet.decode(octets);
            case 0x01 -> new String(octets, StandardCharsets.US_ASCII);
            case 0x03 -> new String(octets, StandardCharsets.ISO_8859_1);
            case 0x06 -> new String(octets, CYRILLIC);
            case 0x07 -> new String(octets, HEBREW);
            case 0x08, 0x18, 0x19, 0x1A, 0x1B -> new String(octets, StandardCharsets.UTF_16BE);
            case 0x10, 0x11, 0x12, 0x13, 0xF0, 0xF1, 0xF2, 0xF3 -> Gsm7.decode(octets);
            default -> HexFormat.of().formatHex(octets);
        };
    }

    /** A receipt's text: operators write it in ASCII whatever their default alphabet is. */
    static String decodeReceipt(byte dataCoding, byte[] octets) {
        return dataCoding == 8
                ? new String(octets, StandardCharsets.UTF_16BE)
                : new String(octets, StandardCharsets.ISO_8859_1);
    }
}
