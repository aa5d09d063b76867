package io.postrider.prototype;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The one ordered lane: each step commits what became of earlier messages together with the permission for the next, and only
 * then are those submitted and receipts acknowledged. Confined to one event loop.
 */
final class Lane implements Link.Heard {
    private static final int WINDOW = 1_000;
    private static final int STEP = WINDOW / 4;
    private static final String TAKE =
            "select id, contact, body from message where run_id = $1 and id between $2 and $3 order by id";
    private static final String ADVANCE = "update lease set step = step + 1 where id = 1";
    private static final String RELEASE = "update batch set released = $3 where run_id = $1 and first_id = $2";

    private final PgConnection connection;
    private final IntConsumer taken;
    private final Consumer<Throwable> fail;
    private final Deque<Open> backlog = new ArrayDeque<>();
    private final Map<String, Long> byOperatorId = new HashMap<>();
    private final Map<String, Report> early = new HashMap<>();
    private List<Answer> answers = new ArrayList<>();
    private List<Report> reports = new ArrayList<>();
    private Promise<Void> over = Promise.promise();
    private @Nullable Link link;
    private long run;
    private long remaining;
    private int flying;
    private boolean busy;

    private record Answer(long message, boolean taken, String operatorId) {}

    private record Report(int sequence, Pdu.Receipt receipt) {}

    /** A batch and the first message of it that is not released. */
    private record Open(Batch batch, long next) {
        int size() {
            return (int) (batch.last() - next + 1);
        }
    }

    private Lane(PgConnection connection, IntConsumer taken, Consumer<Throwable> fail) {
        this.connection = connection;
        this.taken = taken;
        this.fail = fail;
    }

    /**
     * Opens it.
     *
     * @param taken hears how many messages of the backlog are gone
     * @param fail hears of what cannot be
     */
    static Future<Lane> open(Vertx vertx, PgConnectOptions options, IntConsumer taken, Consumer<Throwable> fail) {
        return PgConnection.connect(vertx, options).map(connection -> new Lane(connection, taken, fail));
    }

    /** Submits by this from now on. */
    void bound(Link bound) {
        link = bound;
    }

    /** Completes with the last receipt of so many messages. */
    Future<Void> begin(long number, long messages) {
        run = number;
        remaining = messages;
        byOperatorId.clear();
        over = Promise.promise();
        return over.future();
    }

    /** Another batch may be released. */
    void offer(Batch batch) {
        backlog.add(new Open(batch, batch.first()));
        turn();
    }

    @Override
    public void answered(int sequence, boolean accepted, String operatorId) {
        answers.add(new Answer(sequence, accepted, operatorId));
    }

    @Override
    public void receipt(int sequence, Pdu.Receipt receipt) {
        reports.add(new Report(sequence, receipt));
    }

    @Override
    public void turn() {
        boolean mayTake = !backlog.isEmpty() && flying - answers.size() + STEP <= WINDOW;
        if (!busy && (mayTake || !answers.isEmpty() || !reports.isEmpty())) {
            busy = true;
            step(mayTake ? STEP : 0).onComplete(done -> {
                busy = false;
                if (done.failed()) {
                    fail.accept(done.cause());
                    return;
                }
                if (remaining == 0) {
                    over.tryComplete();
                }
                turn();
            });
        }
    }

    private Future<Void> step(int take) {
        Events events = new Events(run);
        flying -= answers.size();
        answers.forEach(answer -> record(answer, events));
        answers = new ArrayList<>();
        List<Integer> durable = new ArrayList<>();
        reports.forEach(report -> record(report, events, durable));
        reports = new ArrayList<>();
        List<Future<?>> statements = new ArrayList<>();
        statements.add(connection.query("begin").execute());
        statements.add(connection.query(ADVANCE).execute());
        List<Future<RowSet<Row>>> reads = release(take, statements);
        statements.addAll(events.write(connection));
        statements.add(connection.query("commit").execute());
        return Pipeline.done(statements).compose(committed -> act(reads, durable));
    }

    private void record(Answer answer, Events events) {
        events.answered(answer.message(), answer.taken(), answer.operatorId());
        if (!answer.taken()) {
            remaining--;
            return;
        }
        byOperatorId.put(answer.operatorId(), answer.message());
        Report report = early.remove(answer.operatorId());
        if (report != null) {
            reports.add(report);
        }
    }

    private void record(Report report, Events events, List<Integer> durable) {
        Long message = byOperatorId.remove(report.receipt().operatorId());
        if (message == null) {
            early.put(report.receipt().operatorId(), report);
            return;
        }
        events.ended(message, report.receipt().delivered());
        durable.add(report.sequence());
        remaining--;
    }

    /** Lets the next of the backlog go, and reads them. */
    private List<Future<RowSet<Row>>> release(int most, List<Future<?>> statements) {
        List<Future<RowSet<Row>>> reads = new ArrayList<>();
        int room = most;
        while (room > 0 && !backlog.isEmpty()) {
            Open open = backlog.remove();
            int number = Math.min(room, open.size());
            long last = open.next() + number - 1;
            reads.add(connection.preparedQuery(TAKE).execute(Tuple.of(run, open.next(), last)));
            statements.add(connection
                    .preparedQuery(RELEASE)
                    .execute(Tuple.of(run, open.batch().first(), last)));
            if (number < open.size()) {
                backlog.addFirst(new Open(open.batch(), last + 1));
            }
            room -= number;
        }
        statements.addAll(reads);
        return reads;
    }

    private Future<Void> act(List<Future<RowSet<Row>>> reads, List<Integer> durable) {
        List<Link.Outgoing> messages = new ArrayList<>();
        reads.forEach(read -> read.result()
                .forEach(row -> messages.add(new Link.Outgoing(row.getLong(0), row.getString(1), row.getString(2)))));
        Link bound = Objects.requireNonNull(link);
        if (!messages.isEmpty()) {
            flying += messages.size();
            taken.accept(messages.size());
            bound.submit(messages).onFailure(fail::accept);
        }
        if (!durable.isEmpty()) {
            bound.acknowledge(durable).onFailure(fail::accept);
        }
        return Future.succeededFuture();
    }
}
