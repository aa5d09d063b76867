package io.postrider.stage.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.message.LaneStore;
import io.postrider.message.MessageState;
import io.postrider.message.MessageStore;
import io.postrider.message.NewMessage;
import io.postrider.message.RecountStore;
import io.postrider.message.RenderedChunk;
import io.postrider.plugin.api.Encoding;
import io.postrider.plugin.api.GatewayContext;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.Submission;
import io.postrider.report.Pulse;
import io.postrider.sender.Duty;
import io.postrider.sender.DutyStore;
import io.postrider.sender.ErrorRules;
import io.postrider.sender.Lease;
import io.postrider.sender.LeaseStore;
import io.postrider.sender.Sender;
import io.postrider.sender.price.PriceBook;
import io.postrider.sender.price.PriceStore;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.PostgresAddress;
import io.postrider.store.TestDatabase;
import io.postrider.store.Weeks;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A sender with its run in PostgreSQL, messages for it, and lanes that come and go. */
final class LaneFixture implements AutoCloseable {
    private static final AtomicLong NUMBERS = new AtomicLong(100);
    private static final Duration LEASE = Duration.ofSeconds(30);

    final long senderId = NUMBERS.incrementAndGet();
    final long runId = (Weeks.current(Clock.systemUTC()) << 32) + senderId;
    final Database database;
    final LeaseStore leases;
    final LaneStore store;
    final PriceBook prices;
    final Pulse pulse = new Pulse(Clock.systemUTC());
    private final Vertx vertx;
    private final Ids ids;
    volatile LaneTools.Halts halts = (account, run, why, now) -> Future.succeededFuture();
    private int chunks;
    final SetClock clock = new SetClock();

    /** A lane and its operator. */
    record Running(SenderLane lane, ScriptedGateway gateway) {}

    LaneFixture(Vertx vertx, PostgresAddress address, Ids ids) {
        this.vertx = vertx;
        this.ids = ids;
        this.database = Database.open(vertx, address, 4, Database.Plans.BY_INDEX);
        this.leases = new LeaseStore(database, LEASE);
        this.prices = new PriceBook(new PriceStore(database));
        this.store = new LaneStore(database, leases, pulse::happened);
        sql(
                "insert into mailing (account_id, id, name, kind, state, channel, version, created_at, updated_at)"
                        + " values (1, $1, 'm', 'broadcast', 'running', 'sms', 1, now(), now())",
                senderId);
        run(runId, null);
    }

    /** Opens another run of the sender; its number. */
    long anotherRun(@Nullable Integer messagesPerSecond) {
        long run = (Weeks.current(Clock.systemUTC()) << 32) + NUMBERS.incrementAndGet();
        run(run, messagesPerSecond);
        return run;
    }

    private void run(long run, @Nullable Integer messagesPerSecond) {
        sql(
                "insert into run (account_id, id, mailing_id, kind, state, channel, resource_id, database_id, template_id,"
                        + " template_version, sender_id, caller_id, tracking_base, validity_seconds, max_parts, seed, opened_at,"
                        + " messages_per_second)"
                        + " values (1, $1, $2, 'live', 'sending', 'sms', 1, 1, 1, 1, $2, 'SHOP', 'http://x/', 86400, 10, 1, now(),"
                        + " $3)",
                run,
                senderId,
                messagesPerSecond);
    }

    /** Writes so many messages of one part as one chunk; gives the first number. */
    long messages(int count) {
        return messages(count, 1, null);
    }

    long messages(int count, int parts, @Nullable Instant expiresAt) {
        return messages(runId, senderId, 5, count, parts, expiresAt, LaneFixture::phone);
    }

    /** Writes so many messages of one part for a run; gives the first number. */
    long messages(long run, int priority, int count) {
        return messages(run, senderId, priority, count, 1, null, LaneFixture::phone);
    }

    /** Writes a message of another sender to a phone; gives its number. */
    long message(long run, long sender, long phone) {
        return messages(run, sender, 5, 1, 1, null, id -> phone);
    }

    private static long phone(long message) {
        return 79_000_000_000L + message;
    }

    private long messages(
            long run,
            long sender,
            int priority,
            int count,
            int parts,
            @Nullable Instant expiresAt,
            LongUnaryOperator phoneOf) {
        long first = TestDatabase.await(ids.reserve(Ids.Series.MESSAGE, count));
        List<NewMessage> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long phone = phoneOf.applyAsLong(first + i);
            String id = " of " + (first + i);
            List<String> texts = IntStream.rangeClosed(1, parts)
                    .mapToObj(part -> "part " + part + id)
                    .toList();
            messages.add(new NewMessage(
                    first + i, phone, 0, 1, i, 0, sender, Long.toString(phone), texts, Encoding.GSM7, List.of()));
        }
        int no = chunks++;
        sql(
                "insert into chunk (account_id, run_id, no, contact_from, contact_to, state, received, found, claimed_by)"
                        + " values (1, $1, $2, 0, 0, 'claimed', $3, $3, 'w')",
                run,
                no,
                (long) count);
        TestDatabase.await(new MessageStore(database)
                .writeChunk(new RenderedChunk(
                        1,
                        run,
                        no,
                        "w",
                        "sms",
                        1,
                        "SHOP",
                        priority,
                        expiresAt,
                        Instant.now(),
                        count,
                        count,
                        messages,
                        List.of())));
        return first;
    }

    Sender sender(int window, @Nullable Integer messagesPerSecond) {
        return sender(window, messagesPerSecond, Duty.ON);
    }

    Sender behaving(int window, ErrorRules errors) {
        return LaneSenders.sender(senderId, window, null, errors, Duty.ON);
    }

    Sender sender(int window, @Nullable Integer messagesPerSecond, Duty duty) {
        return LaneSenders.sender(senderId, window, messagesPerSecond, Behaviour.QUICK, duty);
    }

    Running start(Function<Submission, @Nullable Outcome> script) {
        return start(sender(1000, null), script);
    }

    Running start(Sender sender, Function<Submission, @Nullable Outcome> script) {
        return start(sender, script, Integer.MAX_VALUE);
    }

    Running start(Sender sender, Function<Submission, @Nullable Outcome> script, int room) {
        Lease lease = TestDatabase.await(leases.take(1, sender.id(), "node")).orElseThrow();
        SenderLane lane = new SenderLane(tools(), sender, lease);
        CompletableFuture<ScriptedGateway> opened = new CompletableFuture<>();
        TestDatabase.await(lane.start(Map.of(), (GatewayContext host) -> {
            ScriptedGateway gateway = new ScriptedGateway(host, script);
            gateway.room = room;
            opened.complete(gateway);
            return gateway;
        }));
        return new Running(lane, opened.join());
    }

    LaneTools tools() {
        DutyStore duties = new DutyStore(database);
        return new LaneTools(vertx, clock, System::nanoTime, store, leases, prices, halts, duties::drained);
    }

    /** Messages of the run by where they stand, from the rollups. */
    Map<MessageState, Long> states() {
        Map<MessageState, Long> states = new EnumMap<>(MessageState.class);
        TestDatabase.await(database.query(
                        "select state, sum(n)::bigint as n from (select to_state as state, n from run_hour where run_id = $1"
                                + " union all select from_state, -n from run_hour where run_id = $1) t where state >= 0 group by 1"
                                + " having sum(n) <> 0",
                        runId))
                .forEach(row -> states.put(MessageState.of(row.getInteger("state")), row.getLong("n")));
        return states;
    }

    /** Waits until the messages stand like this. */
    void awaitStates(Map<MessageState, Long> wanted) {
        awaitWhile(() -> !states().equals(wanted), () -> "wanted " + wanted + " but it is " + states());
    }

    /** Waits until every message has its outcome. */
    void awaitNoBatch() {
        awaitCount(0, "select count(*) from dispatch_batch where sender_id = $1", senderId);
    }

    /** Waits until the sender has a batch like this. */
    void awaitBatches(String like) {
        awaitWhile(
                () -> count("select count(*) from dispatch_batch where sender_id = $1 and " + like, senderId) == 0,
                () -> "there is no batch that is " + like);
    }

    /** Waits until so many messages have a batch of their own, to be tried again. */
    void awaitOneByOne(long messages) {
        awaitCount(messages, "select count(*) from dispatch_batch where sender_id = $1 and attempt > 1", senderId);
    }

    /** Waits until every released message has its outcome. */
    void awaitNothingInFlight(SenderLane lane) {
        awaitWhile(() -> lane.activity().inFlight() > 0, () -> "the messages stand like " + states());
    }

    /** Waits until a query gives this number. */
    void awaitCount(long wanted, String sql, Object... values) {
        awaitWhile(() -> count(sql, values) != wanted, () -> "the messages stand like " + states());
    }

    /** Waits until messages are released. */
    void awaitReleased() {
        awaitReleased(runId);
    }

    void awaitReleased(long run) {
        awaitBatches("released >= first_id and run_id = " + run);
    }

    private void awaitWhile(BooleanSupplier still, Supplier<String> words) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (still.getAsBoolean()) {
            assertThat(System.nanoTime()).as(words).isLessThan(end);
            TestDatabase.await(vertx.timer(10, TimeUnit.MILLISECONDS));
        }
    }

    /** Rollups and facts say the same. */
    void assertRecount() {
        assertThat(TestDatabase.await(new RecountStore(database).differences(1, runId)))
                .isEmpty();
    }

    /** The one number of a query about this run or sender. */
    long count(String sql, Object... values) {
        return TestDatabase.await(database.query(sql, values)).iterator().next().getLong(0);
    }

    final void sql(String sql, @Nullable Object... values) {
        TestDatabase.await(database.query(sql, values));
    }

    static Object at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public void close() {
        TestDatabase.await(database.close());
    }
}
