package io.postrider.stage.importing;

import io.postrider.profile.ProfileDatabase;
import io.postrider.resource.BatchOutcome;
import io.postrider.resource.ProfileBatch;
import io.postrider.resource.ProfileBatchStore;
import io.postrider.resource.WriteMode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.BooleanSupplier;

/**
 * One file on its way: while a slice is being written, the next one is read, and no further. Each slice is committed with its
 * position, so that whoever goes on later begins exactly behind it.
 */
final class ImportRun {
    private final RowReader reader;
    private final ProfileBatchStore batches;
    private final ProfileDatabase database;
    private final WriteMode mode;
    private final ImportProgress progress;
    private final BooleanSupplier interrupted;
    private final Runnable changed;
    private final Promise<End> end = Promise.promise();

    /** How it ended, unless it failed. */
    enum End {
        FINISHED,
        CANCELLED,
        INTERRUPTED
    }

    /**
     * @param interrupted asked before each slice whether to stop in order to be resumed later
     * @param changed told after each commit
     */
    ImportRun(
            RowReader reader,
            ProfileBatchStore batches,
            ProfileDatabase database,
            WriteMode mode,
            ImportProgress progress,
            BooleanSupplier interrupted,
            Runnable changed) {
        this.reader = reader;
        this.batches = batches;
        this.database = database;
        this.mode = mode;
        this.progress = progress;
        this.interrupted = interrupted;
        this.changed = changed;
    }

    /** Goes through the file; the rows committed before a failure stay. */
    Future<End> run() {
        take(reader.next());
        return end.future();
    }

    /** Not a chain of futures: one of a million rows would hold them all in memory. */
    private void take(Future<RowReader.Slice> reading) {
        reading.onFailure(end::fail).onSuccess(slice -> {
            if (slice.rows() == 0) {
                end.complete(End.FINISHED);
            } else if (interrupted.getAsBoolean()) {
                end.complete(End.INTERRUPTED);
            } else {
                Future<RowReader.Slice> next = reader.next();
                write(slice)
                        .onFailure(problem -> next.onComplete(read -> end.fail(problem)))
                        .onSuccess(outcome -> goOn(outcome, next));
            }
        });
    }

    private void goOn(BatchOutcome outcome, Future<RowReader.Slice> next) {
        changed.run();
        if (outcome.cancelAsked()) {
            next.onComplete(read -> end.complete(End.CANCELLED));
        } else {
            take(next);
        }
    }

    private Future<BatchOutcome> write(RowReader.Slice slice) {
        ProfileBatch batch = new ProfileBatch(database, mode, slice.changes());
        return batches.write(batch, outcome -> progress.step(slice, outcome))
                .onSuccess(outcome -> progress.committed());
    }
}
