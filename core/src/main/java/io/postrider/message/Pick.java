package io.postrider.message;

/**
 * How many messages a lane wants of a batch.
 *
 * @param after the last one that is released
 * @param attempt which try of them it is, from 1
 */
public record Pick(long batchId, long after, int most, int attempt) {}
