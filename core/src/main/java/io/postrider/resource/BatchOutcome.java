package io.postrider.resource;

import java.util.List;

/**
 * What became of a batch.
 *
 * @param rows one a change, in their order
 * @param subscribed subscriptions that are new
 * @param cancelAsked whether a person has asked to cancel the job that wrote it
 */
public record BatchOutcome(List<RowOutcome> rows, int subscribed, boolean cancelAsked) {
    public BatchOutcome {
        rows = List.copyOf(rows);
    }

    /** How many rows ended so. */
    public long count(RowOutcome.Result result) {
        return rows.stream().filter(row -> row.result() == result).count();
    }
}
