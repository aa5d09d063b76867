package io.postrider.sender;

import java.util.Optional;

/** Knows what senders are doing; may be asked from any thread. */
@FunctionalInterface
public interface SenderActivities {
    /** What this sender is doing; empty if this server does not drive it. */
    Optional<SenderActivity> state(long senderId);
}
