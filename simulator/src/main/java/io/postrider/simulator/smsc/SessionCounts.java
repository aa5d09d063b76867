package io.postrider.simulator.smsc;

/** What is counted for one session. */
public final class SessionCounts {
    private static final long SECOND = 1_000;

    private long submits;
    private long refused;
    private long receipts;
    private int unanswered;
    private int highestWindow;
    private long secondStart;
    private long thisSecond;
    private long lastSecond;

    void submit(long now) {
        submits++;
        turn(now);
        thisSecond++;
        unanswered++;
        highestWindow = Math.max(highestWindow, unanswered);
    }

    private void turn(long now) {
        if (now - secondStart >= SECOND) {
            lastSecond = now - secondStart < 2 * SECOND ? thisSecond : 0;
            thisSecond = 0;
            secondStart = now - now % SECOND;
        }
    }

    void answered(boolean ok) {
        unanswered--;
        refused += ok ? 0 : 1;
    }

    void receipt() {
        receipts++;
    }

    /** Every submit that came. */
    public long submits() {
        return submits;
    }

    /** Submits that were refused. */
    public long refused() {
        return refused;
    }

    /** deliver_sm that were sent, repeated ones too. */
    public long receipts() {
        return receipts;
    }

    /** Submits without an answer yet. */
    public int unanswered() {
        return unanswered;
    }

    /** The most there ever were. */
    public int highestWindow() {
        return highestWindow;
    }

    /** Submits in the last full second. */
    public long rate(long now) {
        turn(now);
        return lastSecond;
    }
}
