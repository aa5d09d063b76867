package io.postrider.simulator.view;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks over the octets of a PDU and notes each field, as far as they go. */
final class Cursor {
    private final byte[] octets;
    private final String command;
    private final List<PduField> fields = new ArrayList<>();
    private int at;
    private boolean ended;

    Cursor(byte[] octets, String command) {
        this.octets = octets;
        this.command = command;
    }

    List<PduField> fields() {
        return fields;
    }

    int left() {
        return octets.length - at;
    }

    boolean isEnded() {
        return ended;
    }

    int at() {
        return at;
    }

    private boolean missing(String name, int length) {
        if (ended) {
            return true;
        }
        if (left() < length) {
            add(name, "", null, "The PDU ends before this field.", left());
            ended = true;
        }
        return ended;
    }

    void add(String name, String value, @Nullable String note, @Nullable String problem, int length) {
        fields.add(new PduField(name, value, note, problem, at, length));
        at += length;
    }

    /** A one-octet number; -1 if it is not there. */
    int octet(String name) {
        if (missing(name, 1)) {
            return -1;
        }
        int value = octets[at] & 0xFF;
        add(name, Integer.toString(value), Meanings.of(name, value), Meanings.problem(command, name, value), 1);
        return value;
    }

    /** A four-octet number; 0 if it is not there. */
    int int32(String name, boolean hex) {
        if (missing(name, 4)) {
            return 0;
        }
        int value = peek32(at);
        add(name, hex ? "0x%08X".formatted(value) : Integer.toUnsignedString(value), null, null, 4);
        return value;
    }

    int peek32(int from) {
        return (octets[from] & 0xFF) << 24
                | (octets[from + 1] & 0xFF) << 16
                | (octets[from + 2] & 0xFF) << 8
                | (octets[from + 3] & 0xFF);
    }

    int peek16(int from) {
        return ((octets[from] & 0xFF) << 8) | (octets[from + 1] & 0xFF);
    }

    /** A C-octet string of at most {@code max} octets with its NUL. */
    void string(String name, int max) {
        if (missing(name, 1)) {
            return;
        }
        int end = at;
        while (end < octets.length && octets[end] != 0) {
            end++;
        }
        String value = new String(octets, at, end - at, StandardCharsets.ISO_8859_1);
        if (end == octets.length) {
            add(name, value, null, "Its NUL is missing.", end - at);
            ended = true;
        } else {
            String problem = end - at + 1 > max ? "It has more than " + (max - 1) + " characters." : null;
            add(name, value, TimeWords.of(name, value), problem, end - at + 1);
        }
    }

    /** Octets, shown as hex unless the value is given. */
    void octets(String name, int length, String value, @Nullable String note, @Nullable String problem) {
        add(name, value, note, problem, length);
    }

    byte[] slice(int from, int length) {
        byte[] slice = new byte[length];
        System.arraycopy(octets, from, slice, 0, length);
        return slice;
    }

    /** Notes what is left over. */
    void rest() {
        if (!ended && left() > 0) {
            add("rest", Octets.hex(octets, at, left()), null, "These octets belong to no field.", left());
        }
    }
}
