package io.postrider.message;

import io.postrider.message.LaneWrites.Retry;
import io.postrider.sender.LeaseStore;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The hands of people, and of senders' policies, on messages in doubt. Each decision holds the owner of the sender off until it
 * is committed and looks at the message again behind that, so that no message is sent again whose answer or receipt has come meanwhile.
 */
public final class DoubtDecisionStore {
    private static final String DECIDE = """
            insert into doubt_decision (account_id, at, action, user_id, login, reason) values ($1, $2, $3, $4, $5, $6)
            returning id
            """;
    private static final String SENDERS = """
            select sender_id, message_id from message_doubt where account_id = $1 and message_id = any($2::bigint[])
            order by sender_id, message_id
            """;
    private static final String DOUBTS = """
            select d.account_id, d.message_id as id, d.run_id, d.contact_key, m.parts, d.attempt, d.state, d.caller_id,
              d.priority, m.created_at + make_interval(secs => coalesce(r.validity_seconds, 0)) as good_until,
              coalesce(r.stopped, false) as stopped,
              exists (select from sender s where s.account_id = d.account_id and s.id = d.sender_id) as has_sender
            from message_doubt d
            cross join lateral (
              select m.parts, m.created_at from message m where m.run_id = d.run_id and m.id = d.message_id limit 1) m
            left join run r on r.account_id = d.account_id and r.id = d.run_id
            where d.account_id = $1 and d.sender_id = $2 and d.message_id = any($3::bigint[])
            """;
    private static final String LOCK = " order by d.message_id for update of d";
    private static final String OF_ANYBODY = DOUBTS + LOCK;
    private static final String OF_POLICY = DOUBTS
            + " and exists (select from sender s where s.account_id = d.account_id and s.id = d.sender_id and "
            + DoubtPolicyStore.IS_DUE + ")" + LOCK;
    /** A run at rest is not, while one of its messages is being sent again. */
    private static final String WAKE = """
            update run set state = 'finished', rested_at = null
            where account_id = $1 and state = 'rested' and id = any($2::bigint[])
            """;

    /** How long a message whose time has passed may still wait for its sender when somebody wants it sent even so. */
    private static final Duration LATE = Duration.ofHours(1);

    private final Database database;

    /** A message in doubt as it stands behind the lock. */
    private record Doubt(
            MessageTrack message,
            DoubtState state,
            String callerId,
            int priority,
            Instant goodUntil,
            boolean stopped,
            boolean hasSender) {}

    /** Somebody's decision, and what refused it. */
    public record Left(long messageId, DoubtReason why) {}

    /**
     * What became of a decision.
     *
     * @param done messages that it is carried out for
     * @param left those that it cannot be carried out for, and why
     * @param senders who has something to send because of it
     * @param runs whose figures may change by it
     */
    public record Done(List<Long> done, List<Left> left, Set<Long> senders, Set<Long> runs) {
        Done plus(Done other) {
            List<Long> all = new ArrayList<>(done);
            all.addAll(other.done);
            List<Left> allLeft = new ArrayList<>(left);
            allLeft.addAll(other.left);
            Set<Long> allSenders = new HashSet<>(senders);
            allSenders.addAll(other.senders);
            Set<Long> allRuns = new HashSet<>(runs);
            allRuns.addAll(other.runs);
            return new Done(all, allLeft, allSenders, allRuns);
        }
    }

    /** @param database a pool whose connections never scan a whole table */
    public DoubtDecisionStore(Database database) {
        this.database = database;
    }

    /** Writes a decision down, for messages that will be handled under its number. */
    public Future<Long> decide(DoubtAct act) {
        return database.query(
                        DECIDE,
                        act.accountId(),
                        act.at().atOffset(ZoneOffset.UTC),
                        act.action().word(),
                        act.byPolicy() ? null : act.userId(),
                        act.login(),
                        act.reason())
                .map(rows -> rows.iterator().next().getLong("id"));
    }

    /** Carries a decision out for these messages, sender by sender. */
    public Future<Done> handle(DoubtAct act, long decision, List<Long> ids) {
        return database.query(SENDERS, act.accountId(), ids.toArray(Long[]::new))
                .compose(rows -> {
                    Map<Long, List<Long>> bySender = new LinkedHashMap<>();
                    Set<Long> gone = new LinkedHashSet<>(ids);
                    for (Row row : rows) {
                        long id = row.getLong("message_id");
                        gone.remove(id);
                        bySender.computeIfAbsent(row.getLong("sender_id"), sender -> new ArrayList<>())
                                .add(id);
                    }
                    Future<Done> done = Future.succeededFuture(new Done(List.of(), left(gone), Set.of(), Set.of()));
                    for (Map.Entry<Long, List<Long>> entry : bySender.entrySet()) {
                        done = done.compose(before -> database.inTransaction(connection ->
                                        ofSender(connection, act, decision, entry.getKey(), entry.getValue()))
                                .map(before::plus));
                    }
                    return done;
                });
    }

    private static List<Left> left(Set<Long> gone) {
        return gone.stream().map(id -> new Left(id, DoubtReason.SETTLED)).toList();
    }

    private static Future<Done> ofSender(
            SqlConnection connection, DoubtAct act, long decision, long sender, List<Long> ids) {
        return LeaseStore.holdOff(connection, sender)
                .compose(ignored -> doubts(connection, act, sender, ids.toArray(Long[]::new)))
                .map(rows -> Database.rows(rows, DoubtDecisionStore::doubt))
                .compose(doubts -> ReceiptStore.histories(
                                connection, doubts.stream().map(Doubt::message).toList())
                        .compose(known -> write(connection, act, decision, sender, ids, doubts, known)))
                .compose(done -> leftToPeople(connection, act, done));
    }

    /** What the policy of a sender could not do is a person's from then on. */
    private static Future<Done> leftToPeople(SqlConnection connection, DoubtAct act, Done done) {
        List<Long> left =
                act.byPolicy() ? done.left().stream().map(Left::messageId).toList() : List.of();
        return DoubtPolicyStore.leave(connection, act.accountId(), left).map(done);
    }

    private static Future<RowSet<Row>> doubts(SqlConnection connection, DoubtAct act, long sender, Long[] ids) {
        return act.byPolicy()
                ? Database.query(
                        connection,
                        OF_POLICY,
                        act.accountId(),
                        sender,
                        ids,
                        act.at().atOffset(ZoneOffset.UTC))
                : Database.query(connection, OF_ANYBODY, act.accountId(), sender, ids);
    }

    private static Future<Done> write(
            SqlConnection connection,
            DoubtAct act,
            long decision,
            long sender,
            List<Long> ids,
            List<Doubt> doubts,
            Map<Long, MessageTrack> known) {
        Set<Long> gone = new LinkedHashSet<>(ids);
        List<Left> left = new ArrayList<>();
        List<MessageEvent> events = new ArrayList<>();
        List<Retry> retries = new ArrayList<>();
        boolean again = act.action() == DoubtAct.Action.SEND_AGAIN;
        for (Doubt doubt : doubts) {
            MessageTrack message = known.getOrDefault(doubt.message().id(), doubt.message());
            gone.remove(message.id());
            Optional<DoubtReason> no = refusal(act, doubt, message);
            if (no.isPresent()) {
                left.add(new Left(message.id(), no.get()));
                continue;
            }
            EventKind kind = again ? EventKind.SENT_AGAIN : EventKind.CLOSED;
            MessageTrack doubted = message.attempt(doubt.message().attempt());
            events.add(doubted.decided(act.at(), kind, Long.toString(decision), act.reason()));
            if (again) {
                retries.add(retry(act, sender, doubt, message));
            }
        }
        left.addAll(left(gone));
        return write(connection, act.accountId(), sender, events, retries)
                .map(runs -> new Done(
                        events.stream().map(MessageEvent::messageId).toList(),
                        left,
                        again ? Set.of(sender) : Set.of(),
                        runs));
    }

    /** Gives the runs that it is about. */
    private static Future<Set<Long>> write(
            SqlConnection connection, long account, long sender, List<MessageEvent> events, List<Retry> retries) {
        Set<Long> runs = new LinkedHashSet<>();
        events.forEach(event -> runs.add(event.runId()));
        List<Future<?>> writes = new ArrayList<>(EventStore.append(connection, sender, events));
        if (!retries.isEmpty()) {
            Long[] woken = runs.toArray(Long[]::new);
            writes.add(BatchStore.retry(connection, account, sender, retries));
            writes.add(Database.query(connection, WAKE, account, woken));
        }
        return Future.all(writes).map(runs);
    }

    private static Optional<DoubtReason> refusal(DoubtAct act, Doubt doubt, MessageTrack message) {
        if (message.state() != MessageState.IN_DOUBT) {
            return Optional.of(DoubtReason.SETTLED);
        }
        if (doubt.state() == DoubtState.SENDING) {
            return Optional.of(DoubtReason.SENDING);
        }
        if (act.action() == DoubtAct.Action.CLOSE) {
            return doubt.state() == DoubtState.CLOSED ? Optional.of(DoubtReason.CLOSED) : Optional.empty();
        }
        if (!doubt.hasSender()) {
            return Optional.of(DoubtReason.NO_SENDER);
        }
        if (doubt.stopped()) {
            return Optional.of(DoubtReason.STOPPED);
        }
        boolean late = !act.at().isBefore(doubt.goodUntil());
        return late && !act.evenIfLate() ? Optional.of(DoubtReason.TOO_LATE) : Optional.empty();
    }

    private static Retry retry(DoubtAct act, long sender, Doubt doubt, MessageTrack message) {
        boolean late = !act.at().isBefore(doubt.goodUntil());
        int last =
                message.tries().stream().mapToInt(MessageTrack::attempt).max().orElse(message.attempt());
        return new Retry(
                sender,
                message.runId(),
                message.id(),
                doubt.callerId(),
                doubt.priority(),
                act.at(),
                late ? act.at().plus(LATE) : doubt.goodUntil(),
                last + 1,
                0,
                null,
                List.of());
    }

    private static Doubt doubt(Row row) {
        return new Doubt(
                BatchStore.track(row),
                DoubtState.of(row.getString("state")),
                row.getString("caller_id"),
                row.getInteger("priority"),
                row.getOffsetDateTime("good_until").toInstant(),
                row.getBoolean("stopped"),
                row.getBoolean("has_sender"));
    }
}
