package io.postrider.bench;

import java.util.concurrent.TimeUnit;

/**
 * How evenly things happened.
 *
 * @param average a second, over the whole time that was looked at
 * @param fullestSecond most in any second that begins with one of them
 * @param fullestAt seconds from the first to the beginning of that second
 */
record Pace(double average, int fullestSecond, double fullestAt) {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /**
     * Looks at so many seconds from the first on.
     *
     * @param times in nanoseconds, in order
     */
    static Pace of(long[] times, int seconds) {
        int within = 0;
        int fullest = 0;
        int first = 0;
        long at = 0;
        for (int last = 0; last < times.length && times[last] - times[0] < seconds * SECOND; last++) {
            within++;
            while (times[last] - times[first] >= SECOND) {
                first++;
            }
            if (last - first + 1 > fullest) {
                fullest = last - first + 1;
                at = times[first] - times[0];
            }
        }
        return new Pace((double) within / seconds, fullest, (double) at / SECOND);
    }
}
