package io.postrider.simulator.smsc;

/** Reads a session as slowly as a fault says: so many octets a second, in small steps. */
final class Brake {
    private static final double SECOND = 1_000;

    private long readBefore;
    private double credit;
    private long at;

    /** Whether reading has to stop until the next look. */
    boolean holds(long octetsRead, long perSecond, long now) {
        if (perSecond == 0) {
            at = 0;
            return false;
        }
        if (at == 0) {
            at = now;
            readBefore = octetsRead;
            credit = 0;
            return false;
        }
        credit = Math.min((double) perSecond, credit + (now - at) / SECOND * perSecond);
        credit -= octetsRead - readBefore;
        readBefore = octetsRead;
        at = now;
        return credit < 0;
    }
}
