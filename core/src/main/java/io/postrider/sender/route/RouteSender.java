package io.postrider.sender.route;

import io.postrider.sender.CharsetPolicy;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a virtual sender needs to know of one of its senders.
 *
 * @param callerId used where neither rule nor resource says one; may be empty
 * @param leaving whether it is being drained, or has been
 * @param pausedAt since when it is paused; null if it is not
 */
public record RouteSender(
        long id,
        String name,
        String callerId,
        int maxParts,
        CharsetPolicy charset,
        Duration validity,
        boolean leaving,
        @Nullable Instant pausedAt,
        boolean rehearsal) {}
