package io.postrider.stage.importing;

import io.postrider.job.RejectedRow;
import io.postrider.plugin.api.Row;
import io.postrider.plugin.api.RowSource;
import io.postrider.resource.ProfileChange;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a file in slices on a thread that may block, one slice at a time and never ahead of who asks. */
final class RowReader {
    private final WorkerExecutor workers;
    private final RowSource rows;
    private final RowMapping mapping;
    private final int most;

    /**
     * Rows that were read together.
     *
     * @param changes those that were understood
     * @param byLine the rows behind the changes, by line
     * @param rejected those that were not, and those without a phone
     * @param rows how many there were; 0 at the end of the file
     * @param position where the next slice begins
     */
    record Slice(
            List<ProfileChange> changes,
            Map<Long, Row> byLine,
            List<RejectedRow> rejected,
            int rows,
            long position,
            long bytesRead) {}

    RowReader(WorkerExecutor workers, RowSource rows, RowMapping mapping, int most) {
        this.workers = workers;
        this.rows = rows;
        this.mapping = mapping;
        this.most = most;
    }

    /** The next slice; fails with a {@link io.postrider.plugin.api.RowException} when the file cannot be read on. */
    Future<Slice> next() {
        return workers.executeBlocking(this::slice, false);
    }

    private Slice slice() throws IOException {
        List<Row> read = rows.next(most);
        List<ProfileChange> changes = new ArrayList<>(read.size());
        Map<Long, Row> byLine = new HashMap<>();
        List<RejectedRow> rejected = new ArrayList<>();
        for (Row row : read) {
            RowMapping.Mapped mapped = mapping.map(row);
            if (mapped.change() != null) {
                changes.add(mapped.change());
                byLine.put(row.line(), row);
            }
            if (mapped.rejected() != null) {
                rejected.add(mapped.rejected());
            }
        }
        return new Slice(changes, byLine, rejected, read.size(), rows.position(), rows.bytesRead());
    }

    /** Closes the file; problems of that do not matter any more. */
    Future<Void> close() {
        return workers.executeBlocking(
                        () -> {
                            rows.close();
                            return true;
                        },
                        false)
                .<Void>mapEmpty()
                .otherwiseEmpty();
    }
}
