package io.postrider.simulator.behaviour;

/**
 * Chance from a seed. The same question about the same phone always has the same answer, so that neither timing nor the
 * order of other messages decides anything.
 */
public enum Chance {
    /** Whether a message is taken. */
    ACCEPTANCE(1),
    /** How a message ends. */
    DELIVERY(2),
    /** Whether the owner clicks. */
    CURIOSITY(3),
    LATENCY(4),
    RECEIPT_DELAY(5),
    LOST_SUBMIT(6),
    LOST_RESPONSE(7),
    EMPTY_RESPONSE(8),
    EMPTY_ID(9),
    NACK(10),
    RECEIPT_FIRST(11),
    LOST_RECEIPT(12),
    DUPLICATE_RECEIPT(13),
    LATE_RECEIPT(14),
    GARBLE(15),
    CUT(16),
    READING_DELAY(17),
    REPEAT(18),
    ROBOT(19),
    AGENT(20),
    REPLY(21),
    REPLY_DELAY(22),
    /** The first of the rules; each further rule has the next number. */
    RULE(1_000);

    private final long question;

    Chance(long question) {
        this.question = question;
    }

    /** A number from 0 to 100, without 100 itself, for the n-th time (from 0) that this is asked of the phone. */
    public double percent(long seed, long phone, long nth) {
        return fraction(seed, phone, nth) * 100;
    }

    /** A number from 0 to 1, without 1 itself. */
    public double fraction(long seed, long phone, long nth) {
        return fraction(seed, phone, question, nth);
    }

    /** The same for the rule with this index. */
    public double fractionOf(int index, long seed, long phone, long nth) {
        return fraction(seed, phone, question + index, nth);
    }

    /** Whether something with this share in percent happens; costs nothing for a share of 0. */
    public boolean happens(double share, long seed, long phone, long nth) {
        return share > 0 && percent(seed, phone, nth) < share;
    }

    /** 64 bits of chance, for whoever needs more than one number. */
    public long bits(long seed, long phone, long nth) {
        return mix(mix(mix(mix(seed) + phone) + question) + nth);
    }

    private static double fraction(long seed, long phone, long question, long nth) {
        long mixed = mix(mix(mix(seed) + phone) + question);
        return ((nth == 0 ? mixed : mix(mixed + nth)) >>> 11) * 0x1.0p-53;
    }

    /** The finaliser of SplitMix64: each bit of the input turns about half of the output. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
