package io.postrider.simulator.smsc;

/** So many a second: the first ones of each second pass, the excess does not. A second begins with what comes first in it. */
final class Bucket {
    private static final double SECOND = 1_000;

    private long windowStart = Long.MIN_VALUE;
    private long taken;

    /** Whether one more passes. */
    boolean take(double perSecond, long now) {
        double length = perSecond < 1 ? SECOND / perSecond : SECOND;
        if (windowStart == Long.MIN_VALUE || now - windowStart >= length) {
            windowStart = now;
            taken = 0;
        }
        if (taken >= Math.max(1, Math.floor(perSecond))) {
            return false;
        }
        taken++;
        return true;
    }
}
