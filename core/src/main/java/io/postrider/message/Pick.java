package io.postrider.message;

/**
 * How many messages a lane wants of a batch.
 *
 * @param after the last one that is released
 */
public record Pick(long batchId, long after, int most) {}
