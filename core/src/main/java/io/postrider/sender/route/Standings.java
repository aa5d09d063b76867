package io.postrider.sender.route;

import io.postrider.plugin.api.GatewayState;
import io.postrider.sender.SenderActivity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Judges whether new messages may be given to a sender: not once it has been paused or without connection for a while, and never while it
 * is being drained. Short absences move nothing, since a message that waits a moment costs less than another caller and another price.
 */
public final class Standings {
    private final LongFunction<Optional<SenderActivity>> activity;
    private final Clock clock;
    private final Duration patience;

    /**
     * @param activity what the sender of this number is doing on this server; callable from any thread
     * @param patience how long a sender may be away
     */
    public Standings(LongFunction<Optional<SenderActivity>> activity, Clock clock, Duration patience) {
        this.activity = activity;
        this.clock = clock;
        this.patience = patience;
    }

    /** How a sender stands now. What runs on another server is believed to be well. */
    public Standing of(RouteSender sender) {
        if (sender.leaving()) {
            return Standing.DRAINED;
        }
        Instant longAgo = clock.instant().minus(patience);
        Instant pausedAt = sender.pausedAt();
        if (pausedAt != null && !pausedAt.isAfter(longAgo)) {
            return Standing.PAUSED;
        }
        boolean down = pausedAt == null
                && activity.apply(sender.id())
                        .filter(now -> now.state().phase() != GatewayState.Phase.UP)
                        .filter(now -> !now.since().isAfter(longAgo))
                        .isPresent();
        return down ? Standing.DOWN : Standing.USABLE;
    }
}
