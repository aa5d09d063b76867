package io.postrider.simulator.text;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** The GSM default alphabet with its extension table, one octet a septet (3GPP TS 23.038, 6.2.1). */
final class GsmAlphabet {
    private static final int ESCAPE = 0x1B;
    private static final char NONE = '\uFFFF';
    private static final String[] ROWS = {
        "@£$¥èéùìòÇ\nØø\rÅå",
        "Δ_ΦΓΛΩΠΨΣΘΞ\uFFFFÆæßÉ",
        " !\"#¤%&'()*+,-./",
        "0123456789:;<=>?",
        "¡ABCDEFGHIJKLMNO",
        "PQRSTUVWXYZÄÖÑÜ§",
        "¿abcdefghijklmno",
        "pqrstuvwxyzäöñüà",
    };
    private static final char[] BASIC = String.join("", ROWS).toCharArray();
    private static final int[] EXTENSION_CODES = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};
    private static final String EXTENSION_CHARACTERS = "\f^{}\\[~]|€";

    private GsmAlphabet() {}

    /** The text; what no phone could show becomes U+FFFD, so that it can be seen. */
    static String decode(byte[] octets, int from) {
        var text = new StringBuilder(octets.length - from);
        for (int at = from; at < octets.length; at++) {
            int code = octets[at] & 0xFF;
            if (code == ESCAPE && at + 1 < octets.length) {
                at++;
                text.append(extension(octets[at] & 0xFF));
            } else {
                char character = code < BASIC.length ? BASIC[code] : NONE;
                text.append(character == NONE ? '\uFFFD' : character);
            }
        }
        return text.toString();
    }

    private static char extension(int code) {
        for (int i = 0; i < EXTENSION_CODES.length; i++) {
            if (EXTENSION_CODES[i] == code) {
                return EXTENSION_CHARACTERS.charAt(i);
            }
        }
        return '\uFFFD';
    }

    /** The octets; null if a character is in neither table. */
    static byte @Nullable [] encode(String text) {
        var octets = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            int extension = EXTENSION_CHARACTERS.indexOf(character);
            int basic = extension >= 0 ? -1 : basic(character);
            if (extension >= 0) {
                octets.write(ESCAPE);
                octets.write(EXTENSION_CODES[extension]);
            } else if (basic >= 0) {
                octets.write(basic);
            } else {
                return null;
            }
        }
        return octets.toByteArray();
    }

    private static int basic(char character) {
        for (int code = 0; code < BASIC.length; code++) {
            if (BASIC[code] == character && character != NONE) {
                return code;
            }
        }
        return -1;
    }
}
