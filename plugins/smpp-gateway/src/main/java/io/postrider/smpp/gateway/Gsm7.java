package io.postrider.smpp.gateway;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The GSM 03.38 default alphabet and its extension table, unpacked: one octet a septet (3GPP TS 23.038, 6.2.1). */
final class Gsm7 {
    private static final int ESCAPE = 0x1B;
    private static final String DEFAULT = "@£$¥èéùìòÇ\nØø\rÅå"
            + "Δ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ"
            + " !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final Map<Character, Integer> EXTENSION = Map.of(
            '\f', 0x0A, '^', 0x14, '{', 0x28, '}', 0x29, '\\', 0x2F, '[', 0x3C, '~', 0x3D, ']', 0x3E, '|', 0x40, '€',
            0x65);
    private static final Map<Integer, Character> EXTENDED = extended();
    private static final byte[] CODES = codes();

    private Gsm7() {}

    /** One octet a septet, two for a character of the extension table; null if a character is in neither table. */
    static byte @Nullable [] encode(String text) {
        int chars = text.length();
        byte[] octets = new byte[chars];
        for (int i = 0; i < chars; i++) {
            char c = text.charAt(i);
            byte code = c < CODES.length ? CODES[c] : -1;
            if (code < 0) {
                return encodeExtended(text);
            }
            octets[i] = code;
        }
        return octets;
    }

    private static byte @Nullable [] encodeExtended(String text) {
        byte[] octets = new byte[text.length() * 2];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int code = c < CODES.length ? CODES[c] : -1;
            if (code < 0) {
                Integer extension = EXTENSION.get(c);
                if (extension == null) {
                    return null;
                }
                octets[length++] = ESCAPE;
                code = extension;
            }
            octets[length++] = (byte) code;
        }
        return Arrays.copyOf(octets, length);
    }

    /** How many septets the text has; characters in neither table count as one. */
    static int septets(String text) {
        int septets = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= CODES.length || CODES[c] < 0) && EXTENSION.containsKey(c)) {
                septets++;
            }
        }
        return septets;
    }

    /** The text of unpacked septets; an unknown extension is read as its basic character (TS 23.038, 6.2.1.1). */
    static String decode(byte[] octets) {
        var text = new StringBuilder(octets.length);
        for (int i = 0; i < octets.length; i++) {
            int code = octets[i] & 0x7F;
            if (code == ESCAPE) {
                i++;
                int extension = i < octets.length ? octets[i] & 0x7F : ' ';
                text.append(EXTENDED.getOrDefault(extension, i < octets.length ? DEFAULT.charAt(extension) : ' '));
            } else {
                text.append(DEFAULT.charAt(code));
            }
        }
        return text.toString();
    }

    /** Septets packed into octets, lowest bits first, for links that want it so (TS 23.038, 6.1.2.1). */
    static byte[] pack(byte[] septets) {
        var packed = new ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (byte septet : septets) {
            held |= (septet & 0x7F) << bits;
            bits += 7;
            if (bits >= 8) {
                packed.write(held);
                held >>>= 8;
                bits -= 8;
            }
        }
        if (bits > 0) {
            packed.write(held);
        }
        return packed.toByteArray();
    }

    private static Map<Integer, Character> extended() {
        Map<Integer, Character> extended = new HashMap<>();
        EXTENSION.forEach((character, code) -> extended.put(code, character));
        return Map.copyOf(extended);
    }

    private static byte[] codes() {
        byte[] codes = new byte['Ω' + 1];
        Arrays.fill(codes, (byte) -1);
        for (int code = 0; code < DEFAULT.length(); code++) {
            if (code != ESCAPE) {
                codes[DEFAULT.charAt(code)] = (byte) code;
            }
        }
        return codes;
    }
}
