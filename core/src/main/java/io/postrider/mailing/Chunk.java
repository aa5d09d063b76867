package io.postrider.mailing;

/**
 * A range of contacts of a run, both ends included; all subscriptions of one contact meet in one chunk.
 *
 * @param no numbered from 0 in the order in which chunks are taken, which is not the order of contacts
 * @param received subscriptions in the range, of any status
 * @param found active subscriptions in the range
 */
public record Chunk(long accountId, long runId, int no, long contactFrom, long contactTo, long received, long found) {}
