package io.postrider.message;

import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Appends facts and counts them. Everything here runs on the connection of a transaction that somebody else opened. Rows
 * that several writers change are locked in one order: exclusions of the run first, then its hours, each sorted by key.
 */
public final class EventStore {
    private static final String APPEND = """
            insert into message_event (run_id, message_id, at, kind, attempt, part, from_state, to_state, sender_id, code,
              operator_key, receipt, detail, cost)
            select run_id, message_id, at, kind, attempt, part, from_state, to_state, $1, code, operator_key, receipt,
              detail, cost
            from unnest($2::bigint[], $3::bigint[], $4::timestamptz[], $5::int[], $6::int[], $7::int[], $8::int[],
              $9::int[], $10::text[], $11::text[], $12::int[], $13::text[], $14::bigint[])
              as e(run_id, message_id, at, kind, attempt, part, from_state, to_state, code, operator_key, receipt, detail, cost)
            """;
    private static final String COUNT_EXCLUSIONS = """
            insert into run_exclusion (account_id, run_id, reason, n)
            select $1, $2, reason, n from unnest($3::text[], $4::bigint[]) as e(reason, n) order by reason
            on conflict (run_id, reason) do update set n = run_exclusion.n + excluded.n
            """;
    private static final String INSERT_EXCLUSIONS = """
            insert into message_exclusion (run_id, subscription_id, account_id, contact_key, profile_id, reason, detail, at)
            select $1, subscription_id, $2, contact_key, profile_id, reason, detail, $3
            from unnest($4::bigint[], $5::bigint[], $6::bigint[], $7::text[], $8::text[])
              as e(subscription_id, contact_key, profile_id, reason, detail)
            """;
    private static final String COUNT_TRANSITIONS = """
            insert into run_hour (account_id, run_id, sender_id, hour, from_state, to_state, code, n, parts, cost)
            select account_id, run_id, sender_id, hour, from_state, to_state, code, n, parts, cost
            from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::timestamptz[], $5::int[], $6::int[], $7::text[],
              $8::bigint[], $9::bigint[], $10::bigint[]) with ordinality
              as h(account_id, run_id, sender_id, hour, from_state, to_state, code, n, parts, cost, no)
            order by no
            on conflict (run_id, sender_id, hour, from_state, to_state, code)
              do update set n = run_hour.n + excluded.n, parts = run_hour.parts + excluded.parts,
                cost = run_hour.cost + excluded.cost
            """;

    private EventStore() {}

    /** Appends events of one sender's messages and counts their transitions. */
    public static List<Future<?>> append(SqlClient transaction, long senderId, List<MessageEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        Columns<MessageEvent> rows = new Columns<>(events);
        Future<?> appended = Database.query(
                transaction,
                APPEND,
                senderId,
                rows.longs(MessageEvent::runId),
                rows.longs(MessageEvent::messageId),
                rows.times(MessageEvent::at),
                rows.ints(event -> event.kind().number()),
                rows.ints(MessageEvent::attempt),
                rows.ints(MessageEvent::part),
                rows.ints(event -> event.from().number()),
                rows.ints(event -> event.to().number()),
                rows.texts(MessageEvent::code),
                rows.texts(MessageEvent::operatorKey),
                rows.intsOrNull(event ->
                        event.receipt() == null ? null : event.receipt().number()),
                rows.texts(MessageEvent::detail),
                costs(rows, events));
        Transitions transitions = new Transitions();
        events.forEach(event -> transitions.happened(senderId, event));
        List<Future<?>> writes = new ArrayList<>(List.of(appended, count(transaction, transitions)));
        writes.addAll(DoubtStore.follow(transaction, senderId, events));
        return writes;
    }

    /** Adds to the hours of runs. */
    static Future<?> count(SqlClient transaction, Transitions transitions) {
        List<Map.Entry<Transitions.Key, Transitions.Count>> counted = transitions.counted();
        if (counted.isEmpty()) {
            return Future.succeededFuture();
        }
        Columns<Map.Entry<Transitions.Key, Transitions.Count>> rows = new Columns<>(counted);
        return Database.query(
                transaction,
                COUNT_TRANSITIONS,
                rows.longs(row -> row.getKey().accountId()),
                rows.longs(row -> row.getKey().runId()),
                rows.longs(row -> row.getKey().senderId()),
                rows.times(row -> row.getKey().hour()),
                rows.ints(row -> row.getKey().from().number()),
                rows.ints(row -> row.getKey().to().number()),
                rows.texts(row -> row.getKey().code()),
                rows.longs(row -> row.getValue().messages()),
                rows.longs(row -> row.getValue().parts()),
                rows.longs(row -> row.getValue().cost()));
    }

    /** One cost an event; null, which PostgreSQL fills up, if none has any. */
    private static @Nullable Long @Nullable [] costs(Columns<MessageEvent> rows, List<MessageEvent> events) {
        return events.stream().anyMatch(MessageEvent::hasCost)
                ? rows.longsOrNull(event -> event.hasCost() ? event.cost() : null)
                : null;
    }

    /** Writes who was left out of a run, and counts them by reason. */
    public static List<Future<?>> exclude(
            SqlClient transaction, long accountId, long runId, Instant at, List<Exclusion> exclusions) {
        if (exclusions.isEmpty()) {
            return List.of();
        }
        Map<String, Long> byReason = exclusions.stream()
                .collect(Collectors.groupingBy(
                        exclusion -> exclusion.reason().code(), TreeMap::new, Collectors.counting()));
        Columns<Exclusion> rows = new Columns<>(exclusions);
        List<Future<?>> writes = new ArrayList<>();
        writes.add(Database.query(
                transaction,
                COUNT_EXCLUSIONS,
                accountId,
                runId,
                byReason.keySet().toArray(String[]::new),
                byReason.values().toArray(Long[]::new)));
        writes.add(Database.query(
                transaction,
                INSERT_EXCLUSIONS,
                runId,
                accountId,
                at.atOffset(ZoneOffset.UTC),
                rows.longs(Exclusion::subscriptionId),
                rows.longs(Exclusion::contactKey),
                rows.longs(Exclusion::profileId),
                rows.texts(exclusion -> exclusion.reason().code()),
                rows.texts(Exclusion::detail)));
        return writes;
    }
}
