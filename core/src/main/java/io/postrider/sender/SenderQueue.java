package io.postrider.sender;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Messages in front of a sender that are not released.
 *
 * @param due may go now
 * @param later wait for the time of their further try
 * @param held wait for a person who has paused their mailing
 * @param nextTry when the first of those that are later may go; null if there are none
 */
public record SenderQueue(
        long due, long later, long held, @Nullable Instant nextTry) {}
