package io.postrider.stage.dispatch;

/**
 * What a lane may release now.
 *
 * @param most so many messages
 * @param from of this priority or a higher one
 */
record Intake(int most, int from) {
    /** Any priority. */
    static final int ANYTHING = Integer.MIN_VALUE;
    /** What somebody waits for, such as tests, ahead of mailings. */
    static final int URGENT = 8;

    static final Intake NOTHING = new Intake(0, ANYTHING);

    /** Whether mailings may go on. */
    boolean isOfAnything() {
        return most > 0 && from == ANYTHING;
    }
}
