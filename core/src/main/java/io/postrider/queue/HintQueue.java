package io.postrider.queue;

import java.util.function.LongConsumer;

/**
 * Carries hints between stages. Whoever receives one claims the row first, and a sweeper offers again what lay too long, so
 * that everything still arrives when every hint is lost.
 */
public interface HintQueue {
    /** Says that something is to be looked at. Never fails and never blocks; may be called from any thread. */
    void hint(Topic topic, long id);

    /**
     * Calls {@code receiver} for each hint, on the Vert.x context that subscribed.
     *
     * @return ends the subscription when run
     */
    Runnable subscribe(Topic topic, LongConsumer receiver);
}
