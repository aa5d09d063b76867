package io.postrider.job;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast a job goes on.
 *
 * @param percent of its file that is read; 100 when it has finished
 * @param rowsPerSecond since it was taken up first; 0 while nothing is known
 * @param secondsLeft if it goes on like this; -1 while nothing is known, 0 when it is over
 */
public record JobPace(int percent, long rowsPerSecond, long secondsLeft) {
    private static final int WHOLE = 100;
    private static final int UNKNOWN = -1;
    private static final double MILLIS = 1000;

    /** The pace of a job. */
    public static JobPace of(Job job) {
        long bytes = job.progress().getOrDefault("bytes", 0L);
        long read = Math.min(bytes, job.progress().getOrDefault("bytesRead", 0L));
        double seconds = seconds(job);
        double rows = job.progress().getOrDefault("rows", 0L);
        long rate = seconds > 0 ? Math.round(rows / seconds) : 0;
        if (job.state().isOver()) {
            int percent = job.state() == JobState.FINISHED ? WHOLE : percent(read, bytes);
            return new JobPace(percent, rate, 0);
        }
        boolean known = job.state() == JobState.RUNNING && seconds > 0 && read > 0;
        return new JobPace(percent(read, bytes), rate, known ? Math.round(seconds * (bytes - read) / read) : UNKNOWN);
    }

    private static int percent(long read, long bytes) {
        return bytes == 0 ? 0 : (int) (read * WHOLE / bytes);
    }

    private static double seconds(Job job) {
        Instant begun = job.startedAt();
        Instant last = job.endedAt() == null ? job.seenAt() : job.endedAt();
        return begun == null || last == null ? 0 : Duration.between(begun, last).toMillis() / MILLIS;
    }
}
