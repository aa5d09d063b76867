package io.postrider.stage.importing;

import io.postrider.job.Job;
import io.postrider.job.JobStep;
import io.postrider.job.RejectedRow;
import io.postrider.plugin.api.Row;
import io.postrider.refusal.Refusal;
import io.postrider.resource.BatchOutcome;
import io.postrider.resource.RowOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The counters of an import: rows = added + updated + skipped + rejected. */
final class ImportProgress {
    private final Job job;
    private final long bytes;
    private Map<String, Long> counters;
    private Map<String, Long> written;

    ImportProgress(Job job, long bytes) {
        this.job = job;
        this.bytes = bytes;
        this.counters = Map.copyOf(job.progress());
        this.written = counters;
    }

    /** What is written together with a slice. */
    JobStep step(RowReader.Slice slice, BatchOutcome outcome) {
        List<RejectedRow> listed = new ArrayList<>(slice.rejected());
        for (RowOutcome row : outcome.rows()) {
            Refusal refusal = row.refusal();
            Row read = slice.byLine().get(row.line());
            if (refusal != null && read != null) {
                listed.removeIf(kept -> kept.line() == row.line());
                listed.add(RowMapping.row(read, refusal, refusal.reason().code(), false));
            }
        }
        written = after(slice, outcome, listed);
        return new JobStep(job, slice.position(), written, listed);
    }

    private Map<String, Long> after(RowReader.Slice slice, BatchOutcome outcome, List<RejectedRow> listed) {
        long withoutPhone = listed.stream().filter(RejectedRow::kept).count();
        Map<String, Long> next = new TreeMap<>(counters);
        add(next, "rows", slice.rows());
        add(next, "added", outcome.count(RowOutcome.Result.ADDED));
        add(next, "updated", outcome.count(RowOutcome.Result.UPDATED));
        add(next, "skipped", outcome.count(RowOutcome.Result.SKIPPED));
        add(next, "rejected", listed.size() - withoutPhone);
        add(next, "withoutPhone", withoutPhone);
        add(next, "subscribed", outcome.subscribed());
        next.put("bytesRead", slice.bytesRead());
        next.put("bytes", bytes);
        return next;
    }

    /** Takes over what the last step has written. */
    void committed() {
        counters = written;
    }

    private static void add(Map<String, Long> counters, String name, long more) {
        counters.merge(name, more, Long::sum);
    }
}
