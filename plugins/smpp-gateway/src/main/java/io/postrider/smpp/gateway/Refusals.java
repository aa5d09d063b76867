package io.postrider.smpp.gateway;

import java.time.Duration;
import org.jsmpp.SMPPConstant;
import org.jspecify.annotations.Nullable;

/**
 * What to do when an operator refuses the login itself: pauses much longer than after an outage, and after the third
 * refusal in a row none at all, because operators ban whoever goes on.
 */
final class Refusals {
    private static final int AFTER_FIRST = 10;
    private static final int AFTER_MORE = 60;
    private static final int MOST = 3;

    private final Duration unit;
    private final Duration hold;
    private int inARow;
    private boolean everAccepted;

    /**
     * @param unit of which the pauses are multiples
     * @param hold the pause while the operator still sees an older bind
     */
    Refusals(Duration unit, Duration hold) {
        this.unit = unit;
        this.hold = hold;
    }

    /** A bind succeeded: the login is right. */
    void accepted() {
        inARow = 0;
        everAccepted = true;
    }

    /** Whether this status says something about the login, not about the moment. */
    static boolean isOne(int status) {
        return status == SMPPConstant.STAT_ESME_RALYBND || isLogin(status);
    }

    private static boolean isLogin(int status) {
        return switch (status) {
            case SMPPConstant.STAT_ESME_RINVPASWD,
                    SMPPConstant.STAT_ESME_RINVSYSID,
                    SMPPConstant.STAT_ESME_RINVSYSTYP,
                    SMPPConstant.STAT_ESME_RBINDFAIL -> true;
            default -> false;
        };
    }

    /**
     * The pause after a bind was refused; null if a person must look at it first.
     *
     * @param othersBound whether another bind with this login stands
     */
    @Nullable Duration refused(int status, boolean othersBound) {
        if (status == SMPPConstant.STAT_ESME_RALYBND) {
            return hold;
        }
        inARow++;
        // an operator that is only just starting says RBINDFAIL to a login that it knows
        boolean passing = othersBound || (everAccepted && status == SMPPConstant.STAT_ESME_RBINDFAIL);
        if (inARow >= MOST && !passing) {
            return null;
        }
        return unit.multipliedBy(inARow == 1 ? AFTER_FIRST : AFTER_MORE);
    }
}
