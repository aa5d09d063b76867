package io.postrider.smpp.wire;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A growing array of octets: PDUs are written one after the other and leave together. */
final class OctetWriter {
    private static final int KEPT = 64 * 1024;

    private byte[] octets = new byte[4 * 1024];
    private int length;

    int length() {
        return length;
    }

    void octet(int value) {
        room(1);
        octets[length++] = (byte) value;
    }

    void int32(int value) {
        room(4);
        setInt32(length, value);
        length += 4;
    }

    void setInt32(int at, int value) {
        octets[at] = (byte) (value >>> 24);
        octets[at + 1] = (byte) (value >>> 16);
        octets[at + 2] = (byte) (value >>> 8);
        octets[at + 3] = (byte) value;
    }

    void bytes(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, octets, length, value.length);
        length += value.length;
    }

    /** Latin-1 and a NUL; null is written as the empty string. */
    void cString(@Nullable String value) {
        int chars = value == null ? 0 : value.length();
        room(chars + 1);
        for (int i = 0; i < chars; i++) {
            char c = value == null ? 0 : value.charAt(i);
            octets[length++] = (byte) (c > 0xFF ? '?' : c);
        }
        octets[length++] = 0;
    }

    /** What was written so far; good until the next write. */
    byte[] octets() {
        return octets;
    }

    /** Everything written so far, and starts over. */
    Buffer drain() {
        Buffer all = Buffer.buffer(length).appendBytes(octets, 0, length);
        length = 0;
        if (octets.length > KEPT) {
            octets = new byte[KEPT];
        }
        return all;
    }

    private void room(int more) {
        if (length + more > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(octets.length * 2, length + more));
        }
    }
}
