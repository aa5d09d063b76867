package io.postrider.simulator.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The newest PDUs as they travelled, in a ring of octets: recording one is a copy and nothing is allocated. Confined to the
 * event loop.
 */
public final class PduLog {
    private static final int HEAD = 24;
    private static final int INDEX = 1 << 17;
    private static final int IN = 1;

    private final byte[] ring;
    private final long[] index = new long[INDEX];
    private long written;
    private long last;

    /** A recorded PDU. */
    public static final class Entry {
        private final long id;
        private final long at;
        private final int session;
        private final boolean in;
        private final byte[] octets;

        Entry(long id, long at, int session, boolean in, byte[] octets) {
            this.id = id;
            this.at = at;
            this.session = session;
            this.in = in;
            this.octets = octets;
        }

        /** Its number, from 1. */
        public long id() {
            return id;
        }

        /** In milliseconds since 1970. */
        public long at() {
            return at;
        }

        /** Number of the session. */
        public int session() {
            return session;
        }

        /** Whether it came from the client. */
        public boolean in() {
            return in;
        }

        /** All of it. */
        public byte[] octets() {
            return octets;
        }
    }

    /** @param capacity octets, with 24 for each PDU */
    public PduLog(int capacity) {
        this.ring = new byte[capacity];
    }

    /** Records a PDU and says its number. Longer ones than the ring are cut. */
    public long add(int session, boolean in, byte[] octets, int offset, int length, long at) {
        int kept = Math.min(length, ring.length - HEAD);
        long id = ++last;
        index[slot(id)] = written;
        int64(id);
        int64(at);
        int32((session << 1) | (in ? IN : 0));
        int32(kept);
        copy(octets, offset, kept);
        return id;
    }

    private static int slot(long id) {
        return (int) id & (INDEX - 1);
    }

    private void int64(long value) {
        int32((int) (value >>> 32));
        int32((int) value);
    }

    private void int32(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            ring[(int) (written++ % ring.length)] = (byte) (value >>> shift);
        }
    }

    private void copy(byte[] octets, int offset, int length) {
        int at = (int) (written % ring.length);
        int first = Math.min(length, ring.length - at);
        System.arraycopy(octets, offset, ring, at, first);
        System.arraycopy(octets, offset + first, ring, 0, length - first);
        written += length;
    }

    /** The PDU with this number; null if it is not kept any more. */
    public @Nullable Entry find(long id) {
        if (id < 1 || id > last || last - id >= INDEX) {
            return null;
        }
        long from = index[slot(id)];
        if (written - from > ring.length) {
            return null;
        }
        var at = new Reader(from);
        long found = at.int64();
        long when = at.int64();
        int session = at.int32();
        byte[] octets = at.octets(at.int32());
        return new Entry(found, when, session >>> 1, (session & IN) == IN, octets);
    }

    /** Up to {@code limit} PDUs that fit, numbered below {@code before}, newest first. */
    public List<Entry> newest(long before, Predicate<Entry> fits, int limit) {
        List<Entry> newest = new ArrayList<>();
        Entry entry = find(Math.min(last, before - 1));
        while (entry != null && newest.size() < limit) {
            if (fits.test(entry)) {
                newest.add(entry);
            }
            entry = find(entry.id() - 1);
        }
        return newest;
    }

    /** Number of the oldest PDU that is kept; 1 above the newest if none is. */
    public long oldest() {
        long low = Math.max(1, last - INDEX + 1);
        long high = last + 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (written - index[slot(middle)] <= ring.length) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Number of the newest PDU; 0 if none came. */
    public long last() {
        return last;
    }

    private final class Reader {
        private long at;

        Reader(long from) {
            this.at = from;
        }

        long int64() {
            return ((long) int32() << 32) | (int32() & 0xFFFF_FFFFL);
        }

        int int32() {
            int value = 0;
            for (int i = 0; i < 4; i++) {
                value = (value << 8) | (ring[(int) (at++ % ring.length)] & 0xFF);
            }
            return value;
        }

        byte[] octets(int length) {
            byte[] octets = new byte[length];
            int from = (int) (at % ring.length);
            int first = Math.min(length, ring.length - from);
            System.arraycopy(ring, from, octets, 0, first);
            System.arraycopy(ring, 0, octets, first, length - first);
            return octets;
        }
    }
}
