package io.postrider.simulator.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.HexFormat;

/**
 * A text read from octets.
 *
 * @param text as a phone would show it
 * @param encoding its alphabet
 * @param units how long it is in septets, UTF-16 units or octets
 */
record Wording(String text, Encoding encoding, int units) {
    private static final char UNREADABLE = '\uFFFD';
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char SWAPPED_MARK = '\uFFFE';

    /** Reads what stands behind the header. */
    static Wording read(Encoding encoding, byte[] octets, UserDataHeader header, Remarks remarks) {
        int from = header.end();
        int length = octets.length - from;
        return switch (encoding) {
            case GSM -> new Wording(header.alphabet().decode(octets, from, remarks), encoding, length);
            case GSM_PACKED -> {
                byte[] septets = Septets.unpack(octets, from);
                yield new Wording(header.alphabet().decode(septets, 0, remarks), encoding, septets.length);
            }
            case UCS_2 -> new Wording(ucs2(octets, from, remarks), encoding, (length + 1) / 2);
            case SHIFT_JIS -> japanese(octets, from, remarks);
            default -> new Wording(byCharset(encoding, octets, from, remarks), encoding, length);
        };
    }

    /** Data_coding 5 is called JIS, but Shift-JIS is common too; only the former has escape sequences. */
    private static Wording japanese(byte[] octets, int from, Remarks remarks) {
        Encoding encoding = Encoding.SHIFT_JIS;
        for (int at = from; at < octets.length; at++) {
            encoding = octets[at] == GsmAlphabet.ESCAPE ? Encoding.JIS : encoding;
        }
        return new Wording(byCharset(encoding, octets, from, remarks), encoding, octets.length - from);
    }

    private static String byCharset(Encoding encoding, byte[] octets, int from, Remarks remarks) {
        Charset charset = encoding.charset();
        if (charset == null) {
            return HexFormat.of().formatHex(octets, from, octets.length);
        }
        var rest = ByteBuffer.wrap(octets, from, octets.length - from);
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(rest)
                    .toString();
        } catch (CharacterCodingException e) {
            remarks.add("There are octets that are no " + encoding.shownName() + ".");
            return new String(octets, from, octets.length - from, charset);
        }
    }

    private static String ucs2(byte[] octets, int from, Remarks remarks) {
        var text = new StringBuilder((octets.length - from + 1) / 2);
        for (int at = from; at + 1 < octets.length; at += 2) {
            text.append((char) (((octets[at] & 0xFF) << 8) | (octets[at + 1] & 0xFF)));
        }
        if (!text.isEmpty() && (text.charAt(0) == BYTE_ORDER_MARK || text.charAt(0) == SWAPPED_MARK)) {
            remarks.add("The text begins with a byte order mark.");
        }
        replaceHalves(text, remarks);
        if ((octets.length - from) % 2 != 0) {
            remarks.add("The number of octets is odd, which UCS-2 cannot be.");
            text.append(UNREADABLE);
        }
        return text.toString();
    }

    /** Half a character, which is what a pair of surrogates cut in two leaves, cannot be shown. */
    private static void replaceHalves(StringBuilder text, Remarks remarks) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean pair = i + 1 < text.length() && Character.isSurrogatePair(unit, text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                remarks.add("Half of a surrogate pair is missing.");
                text.setCharAt(i, UNREADABLE);
            }
        }
    }
}
