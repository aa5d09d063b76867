package io.postrider.simulator.people;

import io.postrider.simulator.Behaviour;

/** What the seed has in store for a phone. The same phone always meets the same fate, so timing decides nothing. */
public final class Fate {
    private static final long ACCEPTANCE = 1;
    private static final long DELIVERY = 2;
    private static final long CURIOSITY = 3;

    private Fate() {}

    /** Whether the operator does not take messages to it. */
    public static boolean refused(Behaviour behaviour, long phone) {
        return percent(behaviour.seed(), phone, ACCEPTANCE) < behaviour.refused();
    }

    /** How its messages end. */
    public static MessageEnd end(Behaviour behaviour, long phone) {
        double roll = percent(behaviour.seed(), phone, DELIVERY);
        if (roll < behaviour.undelivered()) {
            return MessageEnd.UNDELIVERED;
        }
        return roll < behaviour.undelivered() + behaviour.expired() ? MessageEnd.EXPIRED : MessageEnd.DELIVERED;
    }

    /** Whether its owner clicks links. */
    public static boolean clicks(Behaviour behaviour, long phone) {
        return percent(behaviour.seed(), phone, CURIOSITY) < behaviour.click();
    }

    private static double percent(long seed, long phone, long question) {
        long mixed = mix(mix(mix(seed) + phone) + question);
        return (mixed >>> 11) * 0x1.0p-53 * 100;
    }

    /** The finaliser of SplitMix64: each bit of the input turns about half of the output. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
