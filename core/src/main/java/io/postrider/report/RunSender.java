package io.postrider.report;

import org.jspecify.annotations.Nullable;

/**
 * A sender by which messages of a run go.
 *
 * @param name null if the sender is gone
 * @param messages that were written for it
 * @param waiting messages in its queue, with those that it has taken over from another sender
 */
record RunSender(long senderId, @Nullable String name, long messages, long waiting) {}
