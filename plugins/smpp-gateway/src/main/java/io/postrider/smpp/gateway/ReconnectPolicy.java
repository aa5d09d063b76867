package io.postrider.smpp.gateway;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jsmpp.SMPPConstant;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the next bind. Doubling pauses with jitter after trouble; a long pause when the operator still
 * sees the old bind; and after the third refused login none at all, because operators ban whoever goes on.
 */
final class ReconnectPolicy {
    private static final int LONGEST = 60;
    private static final int AFTER_FIRST_REFUSAL = 10;
    private static final int MOST_REFUSALS = 3;
    private static final double JITTER = 0.3;

    private final Duration first;
    private final RandomGenerator random;
    private int failures;
    private int refusals;

    /** @param first pause after the first failure, of which all others are multiples */
    ReconnectPolicy(Duration first, RandomGenerator random) {
        this.first = first;
        this.random = random;
    }

    /** A bind succeeded: the login is right. */
    void accepted() {
        refusals = 0;
    }

    /** The pause after a bind was refused; null if a person must look at it. */
    @Nullable Duration afterRefusal(int status) {
        return switch (status) {
            case SMPPConstant.STAT_ESME_RINVPASWD,
                    SMPPConstant.STAT_ESME_RINVSYSID,
                    SMPPConstant.STAT_ESME_RINVSYSTYP,
                    SMPPConstant.STAT_ESME_RBINDFAIL -> afterWrongLogin();
            case SMPPConstant.STAT_ESME_RALYBND -> first.multipliedBy(LONGEST);
            default -> growing();
        };
    }

    private @Nullable Duration afterWrongLogin() {
        refusals++;
        if (refusals >= MOST_REFUSALS) {
            return null;
        }
        return first.multipliedBy(refusals == 1 ? AFTER_FIRST_REFUSAL : LONGEST);
    }

    /** The pause after a connection that could not be made, or was bound that long before it broke. */
    Duration afterLoss(Duration bound) {
        if (bound.compareTo(first.multipliedBy(LONGEST)) >= 0) {
            failures = 0;
        }
        return growing();
    }

    private Duration growing() {
        long times = Math.min(LONGEST, 1L << Math.min(failures, 6));
        failures++;
        double jitter = 1 - JITTER + 2 * JITTER * random.nextDouble();
        return Duration.ofNanos((long) (first.toNanos() * times * jitter));
    }
}
