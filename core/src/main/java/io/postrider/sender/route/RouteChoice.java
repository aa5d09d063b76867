package io.postrider.sender.route;

/**
 * Where a message goes and why, small enough to stand on each message.
 *
 * @param rule index of the rule
 * @param drawn index of the target whose share it was
 * @param taken index of the target that it goes to
 */
public record RouteChoice(int rule, int drawn, int taken, RouteReason why) {
    /** Rules of a virtual sender at most. */
    public static final int MOST_RULES = 50;

    /** Targets of a rule at most. */
    public static final int MOST_TARGETS = 10;

    private static final int REASONS = 6;

    /** The choice as a number below 2^15, for a smallint. */
    public int number() {
        return ((rule * MOST_TARGETS + drawn) * MOST_TARGETS + taken) * REASONS + why.number();
    }

    /** The choice of a number. */
    public static RouteChoice of(int number) {
        int places = number / REASONS;
        return new RouteChoice(
                places / (MOST_TARGETS * MOST_TARGETS),
                places / MOST_TARGETS % MOST_TARGETS,
                places % MOST_TARGETS,
                RouteReason.of(number % REASONS));
    }
}
