package io.postrider.message;

import io.postrider.plugin.api.ReceiptState;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the messages of receipts, keeps receipts that have none, and stores replies. Look-ups are lateral with a limit or an
 * offset, which leaves the planner nothing but one index probe a row, whatever it thinks of the tables.
 */
final class ReceiptStore {
    static final String HISTORY = """
             m.account_id, m.run_id, m.id, m.contact_key, m.parts, e.kind, e.at, e.attempt, e.part, e.to_state, e.operator_key,
             e.receipt
            """;
    private static final String BY_KEY = "select h.key, h.part as hit, h.attempt as hit_try," + HISTORY + """
            from unnest($2::text[]) with ordinality as k(key, no)
            cross join lateral (
              select k.key, a.run_id, a.message_id, a.part, a.attempt from message_event a
              where a.operator_key = k.key and a.sender_id = $1 and a.kind = 1 and a.run_id >= $3
              order by a.at desc limit 1) h
            cross join lateral (
              select m.account_id, m.run_id, m.id, m.contact_key, m.parts from message m
              where m.run_id = h.run_id and m.id = h.message_id limit 1) m
            cross join lateral (
              select e.* from message_event e where e.run_id = h.run_id and e.message_id = h.message_id offset 0) e
            order by k.no, e.at, e.part
            """;
    private static final String IN_DOUBT = "select " + HISTORY + """
            from (select key, max(at) as at from unnest($3::bigint[], $5::timestamptz[]) as c(key, at) group by key) k
            cross join lateral (
              select m.account_id, m.run_id, m.id, m.contact_key, m.parts from message m
              where m.account_id = $1 and m.contact_key = k.key and m.run_id >= $4
                and m.created_at <= k.at + interval '10 minutes' offset 0) m
            cross join lateral (
              select 1 from message_event d where d.run_id = m.run_id and d.message_id = m.id and d.kind = 3 and d.sender_id = $2
              limit 1) d
            cross join lateral (
              select e.* from message_event e where e.run_id = m.run_id and e.message_id = m.id offset 0) e
            order by m.run_id, m.id, e.at, e.part
            """;
    private static final String HISTORIES = "select " + HISTORY + """
            from unnest($1::bigint[], $2::bigint[]) as k(run_id, id)
            cross join lateral (
              select m.account_id, m.run_id, m.id, m.contact_key, m.parts from message m
              where m.run_id = k.run_id and m.id = k.id limit 1) m
            cross join lateral (
              select e.* from message_event e where e.run_id = m.run_id and e.message_id = m.id offset 0) e
            order by m.id, e.at, e.part
            """;
    static final String PARKED_COLUMNS =
            " p.id, p.operator_key, p.contact_key, p.state, p.code, p.at, p.raw, p.reference, p.received_at ";
    private static final String PARKED = "select" + PARKED_COLUMNS + """
            from unnest($2::text[]) as k(key)
            join receipt_parked p on p.sender_id = $1 and p.operator_key = k.key
            order by p.id
            """;
    private static final String ANY_PARKED = "select exists (select from receipt_parked where sender_id = $1) as found";
    /** An operator whose receipt was stored but not answered, because the server was killed in between, sends it again. */
    private static final String PARK = """
            insert into receipt_parked (account_id, sender_id, operator_key, contact_key, state, code, at, raw, reference,
              received_at)
            select distinct $1::bigint, $2::bigint, operator_key, contact_key, state, code, at, raw, reference, received_at
            from unnest($3::text[], $4::bigint[], $5::text[], $6::text[], $7::timestamptz[], $8::text[], $9::bigint[],
              $10::timestamptz[]) as r(operator_key, contact_key, state, code, at, raw, reference, received_at)
            where not exists (select from receipt_parked p where p.sender_id = $2 and p.operator_key = r.operator_key
              and p.contact_key = r.contact_key and p.state = r.state and p.raw = r.raw)
            """;

    private static final String UNPARK = "delete from receipt_parked where sender_id = $1 and id = any($2::bigint[])";
    private static final String REPLIES = """
            insert into reply (account_id, sender_id, contact_key, contact, caller_id, text, at)
            select $1, $2, contact_key, contact, caller_id, text, at
            from unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
              as r(contact_key, contact, caller_id, text, at)
            """;

    private ReceiptStore() {}

    /** Messages by the operator ids of their parts; the newest where an operator uses an id again. */
    static Future<Map<String, MessageTrack.Part>> byKey(
            SqlClient client, long senderId, List<OperatorReceipt> receipts, long sinceRun) {
        String[] keys = receipts.stream()
                .map(OperatorReceipt::operatorKey)
                .filter(key -> !key.isEmpty())
                .distinct()
                .toArray(String[]::new);
        if (keys.length == 0) {
            return Future.succeededFuture(Map.of());
        }
        return Database.query(client, BY_KEY, senderId, keys, sinceRun).map(rows -> {
            Map<Long, MessageTrack> messages = tracks(rows);
            Map<String, MessageTrack.Part> found = new HashMap<>();
            for (Row row : rows) {
                MessageTrack message = messages.get(row.getLong("id"));
                if (message != null) {
                    MessageTrack hit = message.attempt(row.getInteger("hit_try"));
                    found.put(row.getString("key"), new MessageTrack.Part(hit, row.getInteger("hit")));
                }
            }
            return found;
        });
    }

    /** By phone, messages of the sender that are in doubt. */
    static Future<Map<Long, List<MessageTrack>>> inDoubt(
            SqlClient client, long account, long senderId, List<OperatorReceipt> receipts, long sinceRun) {
        List<OperatorReceipt> ofPhones =
                receipts.stream().filter(receipt -> receipt.contactKey() != 0).toList();
        if (ofPhones.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        Columns<OperatorReceipt> rows = new Columns<>(ofPhones);
        return Database.query(
                        client,
                        IN_DOUBT,
                        account,
                        senderId,
                        rows.longs(OperatorReceipt::contactKey),
                        sinceRun,
                        rows.times(OperatorReceipt::happenedAt))
                .map(stored -> {
                    Map<Long, List<MessageTrack>> found = new HashMap<>();
                    tracks(stored).values().stream()
                            .flatMap(message -> message.tries().stream())
                            .filter(MessageTrack::isDoubtful)
                            .forEach(one -> found.computeIfAbsent(one.contactKey(), contact -> new ArrayList<>())
                                    .add(one));
                    return found;
                });
    }

    /** Parked receipts of these operator ids, in the order in which they came. */
    static Future<List<OperatorReceipt>> parked(SqlClient client, long senderId, List<String> keys) {
        return keys.isEmpty()
                ? Future.succeededFuture(List.of())
                : Database.query(client, PARKED, senderId, keys.toArray(String[]::new))
                        .map(rows -> Database.rows(rows, ReceiptStore::receipt));
    }

    static Future<Boolean> anyParked(SqlClient client, long senderId) {
        return Database.query(client, ANY_PARKED, senderId)
                .map(rows -> rows.iterator().next().getBoolean("found"));
    }

    static Future<?> park(SqlClient client, long account, long senderId, List<OperatorReceipt> receipts) {
        if (receipts.isEmpty()) {
            return Future.succeededFuture();
        }
        Columns<OperatorReceipt> rows = new Columns<>(receipts);
        return Database.query(
                client,
                PARK,
                account,
                senderId,
                rows.texts(OperatorReceipt::operatorKey),
                rows.longs(OperatorReceipt::contactKey),
                rows.texts(receipt -> receipt.state().name()),
                rows.texts(OperatorReceipt::code),
                rows.timesOrNull(OperatorReceipt::at),
                rows.texts(OperatorReceipt::raw),
                rows.longsOrNull(OperatorReceipt::reference),
                rows.times(OperatorReceipt::receivedAt));
    }

    static Future<?> unpark(SqlClient client, long senderId, List<Long> ids) {
        return ids.isEmpty()
                ? Future.succeededFuture()
                : Database.query(client, UNPARK, senderId, ids.toArray(Long[]::new));
    }

    static Future<?> reply(SqlClient client, long account, long senderId, List<HandsetReply> replies) {
        if (replies.isEmpty()) {
            return Future.succeededFuture();
        }
        Columns<HandsetReply> rows = new Columns<>(replies);
        return Database.query(
                client,
                REPLIES,
                account,
                senderId,
                rows.longs(HandsetReply::contactKey),
                rows.texts(HandsetReply::contact),
                rows.texts(HandsetReply::callerId),
                rows.texts(HandsetReply::text),
                rows.times(HandsetReply::at));
    }

    /** All that was stored of messages, by their numbers. */
    static Future<Map<Long, MessageTrack>> histories(SqlClient client, List<MessageTrack> messages) {
        if (messages.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        Columns<MessageTrack> rows = new Columns<>(messages);
        return Database.query(client, HISTORIES, rows.longs(MessageTrack::runId), rows.longs(MessageTrack::id))
                .map(ReceiptStore::tracks);
    }

    /** Messages with all that was stored of them, from rows of their events in order. */
    static Map<Long, MessageTrack> tracks(RowSet<Row> rows) {
        Map<Long, MessageTrack> tracks = new LinkedHashMap<>();
        for (Row row : rows) {
            MessageTrack track = tracks.computeIfAbsent(
                    row.getLong("id"),
                    id -> new MessageTrack(
                            row.getLong("account_id"),
                            row.getLong("run_id"),
                            id,
                            row.getLong("contact_key"),
                            row.getInteger("parts"),
                            row.getInteger("attempt")));
            Integer receipt = row.getInteger("receipt");
            track.attempt(row.getInteger("attempt"))
                    .restore(
                            EventKind.of(row.getInteger("kind")),
                            row.getOffsetDateTime("at").toInstant(),
                            MessageState.of(row.getInteger("to_state")),
                            row.getInteger("part"),
                            row.getString("operator_key"),
                            receipt == null ? null : PartState.of(receipt));
        }
        return tracks;
    }

    static OperatorReceipt receipt(Row row) {
        @Nullable OffsetDateTime at = row.getOffsetDateTime("at");
        Instant received = row.getOffsetDateTime("received_at").toInstant();
        return new OperatorReceipt(
                row.getLong("id"),
                row.getString("operator_key"),
                row.getLong("contact_key"),
                ReceiptState.valueOf(row.getString("state")),
                row.getString("code"),
                at == null ? null : at.toInstant(),
                row.getString("raw"),
                row.getLong("reference"),
                received);
    }
}
