package io.postrider.message;

import io.postrider.sender.LeaseStore;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Finds what no lane will ever hear of by itself: messages without a receipt, and parked receipts whose message is known by
 * now. Every write holds the owner of the sender off until it is committed.
 */
public final class SweepStore {
    private static final String OVERDUE = """
            select h.account_id, h.run_id, h.sender_id, r.validity_seconds
            from run r join run_hour h on h.run_id = r.id and h.account_id = r.account_id
            where r.rested_at is null
            group by h.account_id, h.run_id, h.sender_id, r.validity_seconds
            having sum(case when h.to_state = 1 then h.n when h.from_state = 1 then -h.n else 0 end) > 0
              and min(h.hour) filter (where h.to_state = 1) < $1::timestamptz - make_interval(secs => r.validity_seconds)
            """;
    private static final String WINDOW = """
            select coalesce(max(id), 0) as last from (
              select id from message where account_id = $1 and run_id = $2 and id > $3 order by id limit $4) as w
            """;
    private static final String UNANSWERED = "select " + ReceiptStore.HISTORY + """
            from message m join message_event e on e.run_id = m.run_id and e.message_id = m.id
            where m.account_id = $1 and m.run_id = $2 and m.id > $3 and m.id <= $4
              and exists (select from message_event a
                where a.run_id = m.run_id and a.message_id = m.id and a.kind = 1 and a.sender_id = $5)
              and not exists (select from message_event f where f.run_id = m.run_id and f.message_id = m.id
                and (f.to_state in (2, 3, 4, 5, 7, 8) or f.at >= $6))
            order by m.id, e.at, e.part
            """;
    private static final String SENDERS = """
            select distinct account_id, sender_id from receipt_parked where received_at >= $1 and received_at < $2
            """;
    private static final String PARKED = "select " + ReceiptStore.PARKED_COLUMNS + """
            from receipt_parked p where p.account_id = $1 and p.sender_id = $2 and p.id > $3 and p.received_at >= $4
              and p.received_at < $5
            order by p.id limit $6
            """;
    private static final String FORGET = "delete from receipt_parked where received_at < $1";

    private final Database database;

    /** A run of a sender with messages that should have had a receipt by now. */
    public record Overdue(long accountId, long runId, long senderId, long validitySeconds) {}

    /** A sender with parked receipts. */
    public record Parking(long accountId, long senderId) {}

    /** What a page of parked receipts came to: the last number of it, 0 behind the end, and how many found their message. */
    public record Joined(long last, int found) {}

    /** The last number of a page of parked receipts, 0 behind the end, and the senders to which some were passed on. */
    public record Passed(long last, Set<Long> senders) {}

    /** A page of parked receipts: behind a number, that came in this time. */
    public record Page(long after, Instant from, Instant to, int limit, long sinceRun) {}

    /** @param database a pool whose connections never scan a whole table */
    public SweepStore(Database database) {
        this.database = database;
    }

    /** Runs with submitted messages whose validity ended before {@code end}. */
    public Future<List<Overdue>> overdue(Instant end) {
        return database.list(
                row -> new Overdue(
                        row.getLong("account_id"),
                        row.getLong("run_id"),
                        row.getLong("sender_id"),
                        row.getLong("validity_seconds")),
                OVERDUE,
                time(end));
    }

    /** The last of the next {@code count} messages of the run behind {@code after}; 0 if there is none. */
    public Future<Long> window(Overdue run, long after, int count) {
        return database.first(row -> row.getLong("last"), WINDOW, run.accountId(), run.runId(), after, count)
                .map(Optional::orElseThrow);
    }

    /** Gives up on receipts of messages in this window to which nothing happened since {@code quietSince}. */
    public Future<Integer> noReceipt(Overdue run, long after, long last, Instant quietSince, Instant now) {
        return database.inTransaction(connection -> LeaseStore.holdOff(connection, run.senderId())
                .compose(ignored -> Database.query(
                        connection,
                        UNANSWERED,
                        run.accountId(),
                        run.runId(),
                        after,
                        last,
                        run.senderId(),
                        time(quietSince)))
                .compose(rows -> {
                    List<MessageEvent> events = ReceiptStore.tracks(rows).values().stream()
                            .filter(message -> message.state() == MessageState.SUBMITTED)
                            .map(message -> message.noReceipt(now))
                            .toList();
                    return Future.all(EventStore.append(connection, run.senderId(), events))
                            .map(events.size());
                }));
    }

    /** Senders with receipts that were parked in this time. */
    public Future<List<Parking>> parking(Instant from, Instant to) {
        return database.list(
                row -> new Parking(row.getLong("account_id"), row.getLong("sender_id")), SENDERS, time(from), time(to));
    }

    /**
     * Joins a page of parked receipts.
     *
     * @param join the events of a receipt that found its message, which takes it out of the parking
     */
    public Future<Joined> join(
            Parking parking,
            Page page,
            BiFunction<OperatorReceipt, LaneStore.Answers, Optional<List<MessageEvent>>> join) {
        return database.inTransaction(connection -> LeaseStore.holdOff(connection, parking.senderId())
                .compose(ignored -> page(connection, parking, page))
                .compose(receipts -> join(connection, parking, receipts, page.sinceRun(), join)));
    }

    /** Passes the receipts of a page on that are of other senders' messages. */
    public Future<Passed> passOn(Parking parking, Page page) {
        return database.inTransaction(connection -> page(connection, parking, page)
                .compose(receipts -> passOn(connection, parking, receipts, page.sinceRun())
                        .map(senders -> new Passed(last(receipts), senders))));
    }

    private static Future<List<OperatorReceipt>> page(SqlConnection connection, Parking parking, Page page) {
        return Database.query(
                        connection,
                        PARKED,
                        parking.accountId(),
                        parking.senderId(),
                        page.after(),
                        time(page.from()),
                        time(page.to()),
                        page.limit())
                .map(rows -> Database.rows(rows, ReceiptStore::receipt));
    }

    private static long last(List<OperatorReceipt> receipts) {
        return receipts.isEmpty() ? 0 : receipts.get(receipts.size() - 1).parkedId();
    }

    private static Future<Set<Long>> passOn(
            SqlConnection connection, Parking parking, List<OperatorReceipt> receipts, long sinceRun) {
        long sender = parking.senderId();
        return PassedReceiptStore.others(connection, parking.accountId(), sender, receipts, sinceRun)
                .compose(others -> PassedReceiptStore.sendOn(connection, sender, others)
                        .map(moved -> Set.copyOf(others.values())));
    }

    private static Future<Joined> join(
            SqlConnection connection,
            Parking parking,
            List<OperatorReceipt> receipts,
            long sinceRun,
            BiFunction<OperatorReceipt, LaneStore.Answers, Optional<List<MessageEvent>>> join) {
        if (receipts.isEmpty()) {
            return Future.succeededFuture(new Joined(0, 0));
        }
        long sender = parking.senderId();
        return ReceiptStore.byKey(connection, sender, receipts, sinceRun)
                .compose(byKey -> ReceiptStore.inDoubt(connection, parking.accountId(), sender, receipts, sinceRun)
                        .map(inDoubt ->
                                new LaneStore.Answers(List.of(), List.of(), byKey, inDoubt, Map.of(), Map.of())))
                .compose(answers -> {
                    List<MessageEvent> events = new ArrayList<>();
                    List<Long> claimed = new ArrayList<>();
                    for (OperatorReceipt receipt : receipts) {
                        join.apply(receipt, answers).ifPresent(some -> {
                            events.addAll(some);
                            claimed.add(receipt.parkedId());
                        });
                    }
                    List<Future<?>> writes = new ArrayList<>(EventStore.append(connection, sender, events));
                    writes.add(ReceiptStore.unpark(connection, sender, claimed));
                    return Future.all(writes).map(new Joined(last(receipts), claimed.size()));
                });
    }

    /** Drops parked receipts that came before this. */
    public Future<Integer> forget(Instant before) {
        return database.update(FORGET, time(before));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
