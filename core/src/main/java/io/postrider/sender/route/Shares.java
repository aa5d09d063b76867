package io.postrider.sender.route;

/**
 * Draws that fill the shares of each rule evenly: whatever stretch of recipients one looks at, each sender has its share to a
 * message or two. They depend on the seed and on nothing else, so rendering a chunk again gives every message its sender again.
 */
public final class Shares {
    /** A step of the golden section spreads points more evenly than any other, wherever the sequence begins or ends. */
    private static final double GOLDEN = 0.6180339887498949;

    private static final int UNUSED_BITS = 11;
    private static final double UNIT = 0x1.0p-53;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long MIX_1 = 0xBF58476D1CE4E5B9L;
    private static final long MIX_2 = 0x94D049BB133111EBL;
    private static final int SHIFT_1 = 30;
    private static final int SHIFT_2 = 27;
    private static final int SHIFT_3 = 31;
    private final long seed;
    private final int[] drawn = new int[RouteChoice.MOST_RULES];

    /** @param seed of a run and its chunk, see {@link #seed} */
    public Shares(long seed) {
        this.seed = seed;
    }

    /** The next draw for a rule, from 0 to 1. */
    public double next(int rule) {
        double point = fraction(mixed(seed + rule * SPREAD)) + GOLDEN * drawn[rule]++;
        return point - Math.floor(point);
    }

    /** The draw for a message that is sent alone. */
    public static double alone(long seed, long contactKey) {
        return fraction(mixed(seed(seed, contactKey)));
    }

    /** A seed for one part of something that has a seed. */
    public static long seed(long whole, long part) {
        return mixed(whole ^ mixed(part + SPREAD));
    }

    private static double fraction(long bits) {
        return (bits >>> UNUSED_BITS) * UNIT;
    }

    /** Spreads every bit over all others (the finisher of SplitMix64). */
    private static long mixed(long value) {
        long first = (value ^ value >>> SHIFT_1) * MIX_1;
        long second = (first ^ first >>> SHIFT_2) * MIX_2;
        return second ^ second >>> SHIFT_3;
    }
}
