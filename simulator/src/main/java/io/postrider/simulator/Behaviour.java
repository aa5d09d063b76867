package io.postrider.simulator;

import java.time.Duration;

/**
 * How the simulated operator and its subscribers behave. What happens to a phone depends on the seed and the phone alone,
 * so a run repeats exactly, whatever the timing was.
 *
 * @param seed of everything that looks like chance
 * @param latency between a submit_sm and its response
 * @param receiptDelay between the response and the receipt
 * @param delivered share of accepted messages that reach the phone, in percent
 * @param undelivered share that does not
 * @param expired share that nobody fetched in time
 * @param refused share of submitted messages that are not accepted at all, in percent
 * @param click share of people who click a link they received, in percent
 */
public record Behaviour(
        long seed,
        Duration latency,
        Duration receiptDelay,
        double delivered,
        double undelivered,
        double expired,
        double refused,
        double click) {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final double ROUNDING = 1e-6;

    /** Refuses what is impossible with one sentence. */
    public Behaviour {
        time("latency", latency);
        time("receipt delay", receiptDelay);
        share("delivered", delivered);
        share("undelivered", undelivered);
        share("expired", expired);
        share("refused", refused);
        share("click", click);
        if (Math.abs(delivered + undelivered + expired - 100) > ROUNDING) {
            throw new IllegalArgumentException(
                    "The shares of delivered, undelivered and expired messages must add up to 100.");
        }
    }

    /** Nearly all messages are delivered at once, and three people in ten click. */
    public static Behaviour usual() {
        return new Behaviour(1, Duration.ZERO, Duration.ofMillis(100), 96, 3, 1, 0, 30);
    }

    /** The same with other times. */
    public Behaviour withTimes(Duration newLatency, Duration newReceiptDelay) {
        return new Behaviour(seed, newLatency, newReceiptDelay, delivered, undelivered, expired, refused, click);
    }

    /** The same with other shares of what happens to messages. */
    public Behaviour withShares(double newDelivered, double newUndelivered, double newExpired) {
        return new Behaviour(seed, latency, receiptDelay, newDelivered, newUndelivered, newExpired, refused, click);
    }

    /** The same with other people. */
    public Behaviour withSeed(long newSeed) {
        return new Behaviour(newSeed, latency, receiptDelay, delivered, undelivered, expired, refused, click);
    }

    /** The same with another share of refused messages. */
    public Behaviour withRefused(double newRefused) {
        return new Behaviour(seed, latency, receiptDelay, delivered, undelivered, expired, newRefused, click);
    }

    /** The same with another share of people who click. */
    public Behaviour withClick(double newClick) {
        return new Behaviour(seed, latency, receiptDelay, delivered, undelivered, expired, refused, newClick);
    }

    private static void time(String name, Duration value) {
        if (value.isNegative() || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("The " + name + " must lie between 0 and 3600000 milliseconds.");
        }
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 100)) {
            throw new IllegalArgumentException("The share \"" + name + "\" must lie between 0 and 100 percent.");
        }
    }
}
