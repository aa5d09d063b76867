package io.postrider.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What there is to send: messages of one text to one phone after the other, until there are enough or the time is over. */
public final class Feed {
    /** There is nothing more to send. */
    static final long END = -1;

    /** Who writes. */
    static final String FROM = "15550100";

    private static final long FIRST_PHONE = 12_022_000_000L;
    private static final byte[] TEXT = ("Hello, Isabella! A table in town is free today, have a look before it is gone."
                    + " We keep it for you until seven. Reply STOP to end.")
            .getBytes(StandardCharsets.US_ASCII);

    private final AtomicLong taken;
    private final long limit;
    private final long nanos;
    private final long phones;
    private final boolean receipts;
    private volatile long begun;

    private Feed(long first, long limit, long nanos, long phones, boolean receipts) {
        this.taken = new AtomicLong(first);
        this.limit = limit;
        this.nanos = nanos;
        this.phones = phones;
        this.receipts = receipts;
    }

    /**
     * As many as can be sent in this time.
     *
     * @param phones how many different phones there are
     */
    public static Feed during(Duration time, long phones, boolean receipts) {
        return new Feed(0, Long.MAX_VALUE, time.toNanos(), phones, receipts);
    }

    /**
     * Those with the numbers from {@code first} to before {@code end}, counted from 0.
     *
     * @param phones how many different phones there are
     */
    public static Feed of(long first, long end, long phones, boolean receipts) {
        return new Feed(first, end, Long.MAX_VALUE, phones, receipts);
    }

    /** The time runs from now on. */
    void begin() {
        begun = System.nanoTime();
    }

    /** A phone to send to, or {@link #END}; from any thread. */
    long next() {
        if (System.nanoTime() - begun >= nanos) {
            return END;
        }
        long number = taken.getAndIncrement();
        return number < limit ? FIRST_PHONE + number % phones : END;
    }

    /** Whether a receipt is asked for. */
    boolean receipts() {
        return receipts;
    }

    /** The text of every message, about 130 characters; not to be changed. */
    static byte[] text() {
        return TEXT;
    }
}
