package io.postrider.job;

import io.postrider.http.Csv;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rejected rows of a job as a CSV file, read from the database page by page and only as fast as they are taken.
 */
final class RejectedRowsCsv implements ReadStream<Buffer> {
    private static final int PAGE = 500;
    private final JobStore store;
    private final Job job;
    private long line = -1;
    private boolean flowing = true;
    private boolean reading;
    private boolean begun;
    private boolean ended;
    private @Nullable Handler<Buffer> handler;
    private @Nullable Handler<Void> endHandler;
    private @Nullable Handler<Throwable> exceptionHandler;

    RejectedRowsCsv(JobStore store, Job job) {
        this.store = store;
        this.job = job;
    }

    @Override
    public RejectedRowsCsv handler(@Nullable Handler<Buffer> to) {
        handler = to;
        read();
        return this;
    }

    @Override
    public RejectedRowsCsv endHandler(@Nullable Handler<Void> to) {
        endHandler = to;
        return this;
    }

    @Override
    public RejectedRowsCsv exceptionHandler(@Nullable Handler<Throwable> to) {
        exceptionHandler = to;
        return this;
    }

    @Override
    public RejectedRowsCsv pause() {
        flowing = false;
        return this;
    }

    @Override
    public RejectedRowsCsv resume() {
        flowing = true;
        read();
        return this;
    }

    @Override
    public RejectedRowsCsv fetch(long amount) {
        return resume();
    }

    private void read() {
        if (!flowing || reading || ended || handler == null) {
            return;
        }
        reading = true;
        store.rejected(job.accountId(), job.id(), line, PAGE).onComplete(page -> {
            reading = false;
            if (page.failed()) {
                fail(page.cause());
            } else {
                give(page.result());
            }
        });
    }

    private void fail(Throwable problem) {
        ended = true;
        if (exceptionHandler != null) {
            exceptionHandler.handle(problem);
        }
    }

    private void give(List<RejectedRow> rows) {
        StringBuilder text = new StringBuilder();
        if (!begun) {
            begun = true;
            text.append(Csv.BEGIN);
            text.append(Csv.line(header()));
        }
        for (RejectedRow row : rows) {
            line = row.line();
            text.append(Csv.line(cells(row)));
        }
        Handler<Buffer> to = handler;
        if (to != null && text.length() > 0) {
            to.handle(Buffer.buffer(text.toString()));
        }
        if (rows.size() < PAGE) {
            ended = true;
            if (endHandler != null) {
                endHandler.handle(null);
            }
        } else {
            read();
        }
    }

    private List<String> header() {
        List<String> names = new ArrayList<>(List.of("Line", "Result", "Code", "Reason"));
        if (job.parameters().get("header") instanceof List<?> columns) {
            columns.forEach(column -> names.add(String.valueOf(column)));
        }
        return names;
    }

    private static List<String> cells(RejectedRow row) {
        List<String> cells = new ArrayList<>(List.of(
                Long.toString(row.line()),
                row.kept() ? "without subscription" : "rejected",
                row.code(),
                row.sentence()));
        cells.addAll(row.cells());
        return cells;
    }
}
