package io.postrider.report;

/**
 * How far a run is, for a bar: its parts add up to {@code total}.
 *
 * @param total recipients; an estimate while the run is being rendered
 * @param notSent not with the operator yet, rendered or not
 * @param awaitingReceipt with the operator, no receipt yet
 * @param inDoubt perhaps with the operator: no answer came
 */
public record Progress(
        long total,
        long notSent,
        long awaitingReceipt,
        long delivered,
        long undelivered,
        long expired,
        long refused,
        long inDoubt,
        long noReceipt) {
    /** Nobody to write to is known yet. */
    static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0, 0, 0, 0);
}
