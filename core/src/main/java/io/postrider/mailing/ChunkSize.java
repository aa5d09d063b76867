package io.postrider.mailing;

import java.time.Duration;
import java.util.List;

/** How many contacts are rendered at once: fewer for a slow sender, which has only a few minutes' messages in front of it. */
public final class ChunkSize {
    /** A text is not older than this when it is sent, as far as the speed of the sender is known. */
    public static final Duration AHEAD = Duration.ofMinutes(10);

    private static final int FEWEST = 50;
    private static final int CHUNKS_AHEAD = 4;

    private ChunkSize() {}

    /** Contacts in a chunk, of at most {@code most}, when so many messages may wait in front of the sender. */
    public static int of(int most, long ahead) {
        return (int) Math.min(most, Math.max(FEWEST, ahead / CHUNKS_AHEAD));
    }

    /** The same for the lowest of these speeds. */
    public static int forSpeed(int most, List<Double> perSecond) {
        return perSecond.stream()
                .mapToInt(speed -> of(most, (long) (speed * AHEAD.toSeconds())))
                .min()
                .orElse(most);
    }
}
