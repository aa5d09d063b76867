package io.postrider.simulator.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The GSM default alphabet with its extension table, one octet a septet (3GPP TS 23.038, 6.2.1). */
final class GsmAlphabet {
    /** Stands in a table where it has no character. */
    static final char NONE = '\uFFFF';

    static final int ESCAPE = 0x1B;

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
    private static final int[] EXTENSION_CODES = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};
    private static final String EXTENSION_CHARACTERS = "\f^{}\\[~]|€";

    /** The characters of the codes 0 to 127. */
    static final String BASIC = String.join("", ROWS);

    /** The characters of the codes behind an escape. */
    static final String EXTENSION = extension();

    private static final byte NOT_LATIN = 0;

    private final String basic;
    private final String extension;
    private final byte[] latin;

    /** An alphabet of two tables of 128 characters. */
    GsmAlphabet(String basic, String extension) {
        this.basic = basic;
        this.extension = extension;
        this.latin = new byte[BASIC.length()];
        for (int code = 0; code < latin.length; code++) {
            latin[code] = basic.charAt(code) > 0xFF || code == ESCAPE ? NOT_LATIN : (byte) basic.charAt(code);
        }
    }

    private static String extension() {
        var table = new StringBuilder(String.valueOf(NONE).repeat(BASIC.length()));
        for (int i = 0; i < EXTENSION_CODES.length; i++) {
            table.setCharAt(EXTENSION_CODES[i], EXTENSION_CHARACTERS.charAt(i));
        }
        return table.toString();
    }

    /** The text; what no phone could show becomes U+FFFD, so that it can be seen. */
    String decode(byte[] septets, int from, Remarks remarks) {
        String quick = latin(septets, from);
        if (quick != null) {
            return quick;
        }
        var text = new StringBuilder(septets.length - from);
        for (int at = from; at < septets.length; at++) {
            int code = septets[at] & 0xFF;
            if (code != ESCAPE) {
                text.append(shown(code, remarks));
            } else if (at + 1 < septets.length) {
                at++;
                text.append(escaped(septets[at] & 0xFF, remarks));
            } else {
                remarks.add("The text ends with an escape.");
                text.append('\uFFFD');
            }
        }
        return text.toString();
    }

    /** The text if it has only characters of Latin-1 and no escapes, as most have: four times as fast; null otherwise. */
    private @Nullable String latin(byte[] septets, int from) {
        byte[] characters = new byte[septets.length - from];
        for (int i = 0; i < characters.length; i++) {
            int code = septets[from + i];
            byte character = code < 0 ? NOT_LATIN : latin[code];
            if (character == NOT_LATIN) {
                return null;
            }
            characters[i] = character;
        }
        return new String(characters, StandardCharsets.ISO_8859_1);
    }

    private char shown(int code, Remarks remarks) {
        char character = code < basic.length() ? basic.charAt(code) : NONE;
        if (character == NONE) {
            remarks.add(String.format("No phone can show the code 0x%02X.", code));
            return '\uFFFD';
        }
        return character;
    }

    /** Without a character of their own, an escape twice is a space and other codes are those of the main table. */
    private char escaped(int code, Remarks remarks) {
        char character = code < extension.length() ? extension.charAt(code) : NONE;
        if (character != NONE) {
            return character;
        }
        remarks.add(String.format("The code 0x%02X has no meaning after an escape.", code));
        return code == ESCAPE ? ' ' : shown(code, remarks);
    }

    /** The octets in the default alphabet; null if a character is in neither table. */
    static byte @Nullable [] encode(String text) {
        var octets = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            int basic = character == NONE ? -1 : BASIC.indexOf(character);
            int extension = character == NONE ? -1 : EXTENSION.indexOf(character);
            if (basic >= 0) {
                octets.write(basic);
            } else if (extension >= 0) {
                octets.write(ESCAPE);
                octets.write(extension);
            } else {
                return null;
            }
        }
        return octets.toByteArray();
    }
}
