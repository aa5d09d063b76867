package io.postrider.smpp.gateway;

import io.postrider.plugin.api.Encoding;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts of a message as they go over the wire. The host has split it for headers with an 8-bit reference; where the
 * operator's way leaves less room, what does not fit moves on to the next part, as long as the last can hold it.
 *
 * @param style how the pieces are marked, which is {@link LongStyle#UDH8} where the wanted way has no room
 */
record Pieces(LongStyle style, List<String> texts) {
    static Pieces of(List<String> parts, Encoding encoding, LongStyle wanted) {
        if (parts.size() < 2) {
            return new Pieces(wanted, parts);
        }
        if (wanted == LongStyle.PAYLOAD) {
            return new Pieces(wanted, List.of(String.join("", parts)));
        }
        int limit = wanted.limit(encoding);
        if (parts.stream().allMatch(part -> length(part, encoding) <= limit)) {
            return new Pieces(wanted, parts);
        }
        List<String> moved = moved(parts, encoding, limit);
        return moved.isEmpty() ? new Pieces(LongStyle.UDH8, parts) : new Pieces(wanted, moved);
    }

    private static List<String> moved(List<String> parts, Encoding encoding, int limit) {
        List<String> moved = new ArrayList<>();
        String carried = "";
        for (String part : parts) {
            String text = carried + part;
            int end = fitting(text, encoding, limit);
            moved.add(text.substring(0, end));
            carried = text.substring(end);
        }
        return carried.isEmpty() ? moved : List.of();
    }

    /** How many characters of the text fit, without cutting one in two. */
    private static int fitting(String text, Encoding encoding, int limit) {
        int used = 0;
        int at = 0;
        while (at < text.length()) {
            int next = text.offsetByCodePoints(at, 1);
            used += length(text.substring(at, next), encoding);
            if (used > limit) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private static int length(String text, Encoding encoding) {
        return encoding == Encoding.UCS2 ? text.length() : Gsm7.septets(text);
    }
}
