package io.postrider.report;

import org.jspecify.annotations.Nullable;

/**
 * A sender by which messages of a run go.
 *
 * @param name null if the sender is gone
 * @param messages that were written for it
 * @param waiting those of them that are not with the operator yet
 */
record RunSender(long senderId, @Nullable String name, long messages, long waiting) {}
