package io.postrider.simulator.smsc;

/** How fast it goes: what the last full second brought. */
public final class Pace {
    private static final long SECOND = 1_000;

    private long second;
    private long pdus;
    private long receipts;
    private long answered;
    private long latencySum;
    private long rate;
    private long receiptRate;
    private double latency;

    /** Called several times a second. */
    void look(Round round, long now) {
        if (now / SECOND == second) {
            return;
        }
        boolean next = now / SECOND == second + 1 && round.pdus() >= pdus;
        long answers = round.answered() - answered;
        rate = next ? round.pdus() - pdus : 0;
        receiptRate = next ? round.receipts() - receipts : 0;
        latency = next && answers > 0 ? (double) (round.latencySum() - latencySum) / answers : 0;
        second = now / SECOND;
        pdus = round.pdus();
        receipts = round.receipts();
        answered = round.answered();
        latencySum = round.latencySum();
    }

    /** submit_sm that came. */
    public long rate() {
        return rate;
    }

    /** Receipts that were acknowledged. */
    public long receiptRate() {
        return receiptRate;
    }

    /** Mean milliseconds from a submit to its answer. */
    public double latency() {
        return latency;
    }
}
