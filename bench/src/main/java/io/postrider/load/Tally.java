package io.postrider.load;

import java.util.concurrent.atomic.LongAdder;

/** What came back, counted from any thread. */
public final class Tally {
    private final LongAdder accepted = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder receipts = new LongAdder();

    /** A submit_sm was answered. */
    void answered(boolean ok) {
        (ok ? accepted : refused).increment();
    }

    /** A delivery receipt came. */
    void receipt() {
        receipts.increment();
    }

    /** A deliver_sm came; anything but a receipt is not counted. */
    void delivered(byte esmClass) {
        if ((esmClass & 0x3C) == 0x04) {
            receipt();
        }
    }

    /** Messages that were accepted. */
    public long accepted() {
        return accepted.sum();
    }

    /** Messages that were refused or never answered. */
    public long refused() {
        return refused.sum();
    }

    /** Receipts so far. */
    public long receipts() {
        return receipts.sum();
    }
}
