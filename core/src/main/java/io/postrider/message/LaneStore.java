package io.postrider.message;

import io.postrider.message.LaneWrites.LeftOut;
import io.postrider.sender.Lease;
import io.postrider.sender.LeaseStore;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * What a sender's lane reads and commits. Every transaction begins with the lease, so it fails when somebody else has taken
 * over; statements go out together and are waited for together, which makes a step two round trips.
 */
public final class LaneStore {
    private static final int RECOVERED_AT_ONCE = 2000;
    private static final int PASSED_AT_ONCE = 1000;
    private final Database database;
    private final LeaseStore leases;
    private final Consumer<List<MessageEvent>> committed;
    private final LongConsumer replied;
    private final LongConsumer handedOver;

    /**
     * What PostgreSQL knows: see {@link LaneQuestions}. {@code inDoubt} are messages by phone, {@code others} the senders
     * of receipts that are of somebody else's message, {@code tried} picked ones that were tried before.
     */
    public record Answers(
            List<Picked> picked,
            List<OperatorReceipt> parked,
            Map<String, MessageTrack.Part> byKey,
            Map<Long, List<MessageTrack>> inDoubt,
            Map<OperatorReceipt, Long> others,
            Map<Long, MessageTrack> tried) {}

    /**
     * What may be released, the runs of which a person says that nothing more is to go, and receipts that came to other senders.
     */
    public record Due(List<DispatchBatch> batches, Set<Long> halted, List<OperatorReceipt> passedOn) {
        /** Whether there may be more receipts of that kind. */
        public boolean isFullOfReceipts() {
            return passedOn.size() == PASSED_AT_ONCE;
        }
    }

    /** How many messages were found in doubt, and whether those were all. */
    public record Recovered(int count, boolean isLast) {}

    /** @param database a pool whose connections never scan a whole table */
    public LaneStore(Database database, LeaseStore leases) {
        this(database, leases, events -> {});
    }

    /** @param committed hears of events once they are durable; on any thread, and must not take long */
    public LaneStore(Database database, LeaseStore leases, Consumer<List<MessageEvent>> committed) {
        this(database, leases, committed, sender -> {}, sender -> {});
    }

    /**
     * The same.
     *
     * @param replied hears of senders for which replies are durable and unread; like {@code committed}
     * @param handedOver hears of senders that got messages or receipts from another one; like {@code committed}
     */
    public LaneStore(
            Database database,
            LeaseStore leases,
            Consumer<List<MessageEvent>> committed,
            LongConsumer replied,
            LongConsumer handedOver) {
        this.database = database;
        this.leases = leases;
        this.committed = committed;
        this.replied = replied;
        this.handedOver = handedOver;
    }

    /**
     * Batches with messages to release: of each run, and of its further tries, the next few in order; and which of the runs
     * whose messages wait for the gateway were paused or stopped; and receipts that were passed on to the sender.
     */
    public Future<Due> due(Lease lease, Instant now, int aRun, Set<Long> waiting) {
        return onConnection(connection -> {
            Future<List<DispatchBatch>> batches =
                    BatchStore.due(connection, lease.accountId(), lease.senderId(), now, aRun);
            Future<Set<Long>> halted = BatchStore.halted(connection, lease.accountId(), waiting);
            Future<List<OperatorReceipt>> passedOn =
                    PassedReceiptStore.passed(connection, lease.senderId(), PASSED_AT_ONCE);
            return Future.all(batches, halted, passedOn)
                    .map(ignored -> new Due(batches.result(), halted.result(), passedOn.result()));
        });
    }

    /** Whether receipts of the sender wait for their message. */
    public Future<Boolean> anyParked(Lease lease) {
        return onConnection(connection -> ReceiptStore.anyParked(connection, lease.senderId()));
    }

    /** Asks, lets {@code decide} say what is to be written, and commits that, in one transaction. */
    public Future<Void> step(Lease lease, long step, LaneQuestions questions, Function<Answers, LaneWrites> decide) {
        return inTransaction(connection -> {
            List<Future<?>> opened = open(connection, lease, step);
            return ask(connection, lease, questions, opened).compose(answers -> {
                LaneWrites writes = decide.apply(answers);
                return commit(connection, writes(connection, lease, writes)).onSuccess(done -> tell(lease, writes));
            });
        });
    }

    /**
     * Marks messages as in doubt that an earlier owner released and that have no event of their attempt; ends batches
     * that have nothing left.
     */
    public Future<Recovered> recover(Lease lease, long step, Instant now) {
        return inTransaction(connection -> {
            List<Future<?>> opened = open(connection, lease, step);
            Future<List<MessageTrack>> lost = BatchStore.unanswered(connection, lease.senderId(), RECOVERED_AT_ONCE);
            return Future.all(opened.get(0), opened.get(1), lost).compose(ignored -> {
                boolean last = lost.result().size() < RECOVERED_AT_ONCE;
                List<MessageEvent> events = lost.result().stream()
                        .map(message -> message.inDoubt(now, "the server stopped between release and answer"))
                        .toList();
                List<Future<?>> all = new ArrayList<>(EventStore.append(connection, lease.senderId(), events));
                all.add(last ? BatchStore.endReleased(connection, lease.senderId()) : Future.succeededFuture());
                return commit(connection, all).map(new Recovered(events.size(), last));
            });
        });
    }

    /** Commits what was decided in a step whose commit failed. */
    public Future<Void> write(Lease lease, long step, LaneWrites writes) {
        return inTransaction(connection -> {
            List<Future<?>> all = new ArrayList<>(open(connection, lease, step));
            all.addAll(writes(connection, lease, writes));
            return commit(connection, all).onSuccess(done -> tell(lease, writes));
        });
    }

    private void tell(Lease lease, LaneWrites writes) {
        if (!writes.events().isEmpty()) {
            committed.accept(writes.events());
        }
        if (!writes.replies().isEmpty()) {
            replied.accept(lease.senderId());
        }
        LongStream.concat(
                        writes.retries().stream().mapToLong(LaneWrites.Retry::senderId),
                        writes.passedOn().stream().mapToLong(LaneWrites.PassedOn::senderId))
                .filter(sender -> sender != lease.senderId())
                .distinct()
                .forEach(handedOver);
    }

    private List<Future<?>> open(SqlConnection connection, Lease lease, long step) {
        return List.of(connection.query("begin").execute(), leases.advance(connection, lease, step));
    }

    private static Future<Answers> ask(
            SqlConnection connection, Lease lease, LaneQuestions questions, List<Future<?>> opened) {
        long sender = lease.senderId();
        Future<List<Picked>> picked = BatchStore.pick(connection, questions.picks());
        Future<List<OperatorReceipt>> parked = ReceiptStore.parked(connection, sender, questions.accepted());
        Future<Map<String, MessageTrack.Part>> byKey =
                ReceiptStore.byKey(connection, sender, questions.unknown(), questions.sinceRun());
        Future<Map<Long, List<MessageTrack>>> inDoubt =
                ReceiptStore.inDoubt(connection, lease.accountId(), sender, questions.unknown(), questions.sinceRun());
        Future<Map<OperatorReceipt, Long>> others = PassedReceiptStore.others(
                connection, lease.accountId(), sender, questions.unknown(), questions.sinceRun());
        Future<Map<Long, MessageTrack>> tried = BatchStore.tried(connection, questions.picks());
        List<Future<?>> all = new ArrayList<>(opened);
        all.addAll(List.of(picked, parked, byKey, inDoubt, others, tried));
        return Future.all(all)
                .map(ignored -> new Answers(
                        picked.result(),
                        parked.result(),
                        byKey.result(),
                        inDoubt.result(),
                        others.result(),
                        same(tried.result(), byKey.result(), inDoubt.result())));
    }

    /** One message is one object, whichever question it answers, since a step may change it. */
    private static Map<Long, MessageTrack> same(
            Map<Long, MessageTrack> tried,
            Map<String, MessageTrack.Part> byKey,
            Map<Long, List<MessageTrack>> inDoubt) {
        Map<Long, MessageTrack> same = new HashMap<>(tried);
        inDoubt.values().forEach(some -> some.forEach(one -> same.replace(one.id(), one)));
        byKey.values().forEach(part -> same.replace(part.message().id(), part.message()));
        return same;
    }

    private static List<Future<?>> writes(SqlConnection connection, Lease lease, LaneWrites writes) {
        long account = lease.accountId();
        long sender = lease.senderId();
        List<Future<?>> all = new ArrayList<>();
        all.add(BatchStore.share(connection, account, writes.retries()));
        all.add(ReceiptStore.unpark(connection, sender, writes.claimed()));
        all.addAll(exclude(connection, writes.leftOut()));
        all.addAll(EventStore.append(connection, sender, writes.events()));
        all.add(BatchStore.release(connection, sender, lease.epoch(), writes.released()));
        all.add(BatchStore.end(connection, sender, writes.ended()));
        all.add(BatchStore.retry(connection, account, sender, writes.retries()));
        all.add(ReceiptStore.park(connection, account, sender, writes.parked()));
        all.add(PassedReceiptStore.pass(connection, account, writes.passedOn()));
        all.add(PassedReceiptStore.keep(connection, sender, writes.kept()));
        all.add(ReceiptStore.reply(connection, account, sender, writes.replies()));
        return all;
    }

    private static List<Future<?>> exclude(SqlConnection connection, List<LeftOut> leftOut) {
        Map<Long, List<LeftOut>> byRun = new TreeMap<>();
        leftOut.forEach(one ->
                byRun.computeIfAbsent(one.runId(), run -> new ArrayList<>()).add(one));
        List<Future<?>> all = new ArrayList<>();
        byRun.forEach((run, some) -> all.addAll(EventStore.exclude(
                connection,
                some.get(0).accountId(),
                run,
                some.get(0).at(),
                some.stream().map(LeftOut::exclusion).toList())));
        return all;
    }

    private static Future<Void> commit(SqlConnection connection, List<Future<?>> statements) {
        List<Future<?>> all = new ArrayList<>(statements);
        all.add(connection.query("commit").execute());
        return Future.all(all).mapEmpty();
    }

    private <T> Future<T> inTransaction(Function<SqlConnection, Future<T>> work) {
        return onConnection(connection -> work.apply(connection)
                .recover(problem ->
                        connection.query("rollback").execute().transform(ignored -> Future.failedFuture(problem))));
    }

    private <T> Future<T> onConnection(Function<SqlConnection, Future<T>> work) {
        return database.connection()
                .compose(connection -> work.apply(connection).eventually(connection::close));
    }
}
