package io.postrider.csv;

import io.postrider.csv.Dialect.Encoding;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Optional;

/** Which encoding a file is written in: by its mark, by zero bytes, by being valid UTF-8, by how its letters cluster. */
final class EncodingGuess {
    private EncodingGuess() {}

    static Encoding of(FileHead head) {
        return head.marked()
                .or(() -> utf16(head))
                .orElseGet(() -> isValid(head, Encoding.UTF_8) ? Encoding.UTF_8 : windows(head.bytes()));
    }

    /** UTF-16, with its mark or without: there the zero bytes of spaces, digits and line ends are all on one side. */
    static Optional<Encoding> utf16(FileHead head) {
        if (head.isMarked(Encoding.UTF_16LE)) {
            return Optional.of(Encoding.UTF_16LE);
        }
        if (head.isMarked(Encoding.UTF_16BE)) {
            return Optional.of(Encoding.UTF_16BE);
        }
        byte[] bytes = head.bytes();
        int even = 0;
        int odd = 0;
        for (int at = 0; at + 1 < bytes.length; at += 2) {
            even += bytes[at] == 0 ? 1 : 0;
            odd += bytes[at + 1] == 0 ? 1 : 0;
        }
        int enough = Math.max(2, bytes.length / 40);
        Encoding likely = odd > even ? Encoding.UTF_16LE : Encoding.UTF_16BE;
        return Math.max(odd, even) >= enough && Math.min(odd, even) == 0 && isValid(head, likely)
                ? Optional.of(likely)
                : Optional.empty();
    }

    private static boolean isValid(FileHead head, Encoding encoding) {
        CharsetDecoder decoder = encoding.charset.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(head.bytes());
        CharBuffer chars = CharBuffer.allocate(8_192);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            result = decoder.decode(bytes, chars.clear(), head.whole());
        }
        return !result.isError();
    }

    /**
     * Cyrillic words are runs of high bytes; in Western words an accented letter stands alone between plain ones.
     * Without any sign it is the Cyrillic one, the likelier of the two in a customer list that is not UTF-8.
     */
    private static Encoding windows(byte[] bytes) {
        int together = 0;
        int alone = 0;
        for (int at = 0; at < bytes.length; at++) {
            int here = bytes[at] & 0xFF;
            if (here == 0x81 || here == 0x8D || here == 0x8F || here == 0x90 || here == 0x9D) {
                return Encoding.WINDOWS_1251;
            }
            if (here == 0x98) {
                return Encoding.WINDOWS_1252;
            }
            if (isHighLetter(here)) {
                int before = at == 0 ? ' ' : bytes[at - 1] & 0xFF;
                int after = at + 1 == bytes.length ? ' ' : bytes[at + 1] & 0xFF;
                together += isHighLetter(before) || isHighLetter(after) ? 1 : 0;
                alone += isPlainLetter(before) || isPlainLetter(after) ? 1 : 0;
            }
        }
        return alone > together ? Encoding.WINDOWS_1252 : Encoding.WINDOWS_1251;
    }

    private static boolean isHighLetter(int octet) {
        return octet >= 0xC0 || octet == 0xA8 || octet == 0xB8;
    }

    private static boolean isPlainLetter(int octet) {
        return (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z');
    }
}
