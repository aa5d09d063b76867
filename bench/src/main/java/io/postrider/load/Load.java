package io.postrider.load;

import java.time.Duration;

/**
 * What one load came to, what came before it in the same tally left out.
 *
 * @param accepted messages that were accepted
 * @param refused messages that were refused or never answered
 * @param receipts receipts that came in time
 * @param submitSeconds from the first submit_sm to the last response
 * @param pairSeconds from the first submit_sm to the last receipt that came in time
 */
public record Load(long accepted, long refused, long receipts, double submitSeconds, double pairSeconds) {
    private static final long LOOK_MILLIS = 2;
    private static final double NANOS = 1e9;

    /**
     * Sends all of the feed.
     *
     * @param patience how long the receipts may stand still before they are given up; zero does not wait for them
     */
    public static Load run(LoadClient client, Tally tally, Feed feed, Duration patience) {
        long accepted = tally.accepted();
        long refused = tally.refused();
        long receipts = tally.receipts();
        long begun = System.nanoTime();
        feed.begin();
        client.send(feed);
        double submitSeconds = (System.nanoTime() - begun) / NANOS;
        double pairSeconds = submitSeconds;
        if (feed.receipts() && !patience.isZero()) {
            pairSeconds = (lastReceipt(tally, patience) - begun) / NANOS;
        }
        return new Load(
                tally.accepted() - accepted,
                tally.refused() - refused,
                tally.receipts() - receipts,
                submitSeconds,
                pairSeconds);
    }

    private static long lastReceipt(Tally tally, Duration patience) {
        long seen = tally.receipts();
        long moved = System.nanoTime();
        while (seen < tally.accepted() && System.nanoTime() - moved < patience.toNanos()) {
            sleep();
            if (tally.receipts() != seen) {
                seen = tally.receipts();
                moved = System.nanoTime();
            }
        }
        return moved;
    }

    private static void sleep() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LoadException("The load was interrupted", interrupted);
        }
    }

    /** Messages a second. */
    public double rate() {
        return accepted / submitSeconds;
    }

    /** Messages with their receipts a second. */
    public double pairRate() {
        return receipts / pairSeconds;
    }
}
