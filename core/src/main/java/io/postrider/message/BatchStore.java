package io.postrider.message;

import io.postrider.message.LaneWrites.Retry;
import io.postrider.plugin.api.Encoding;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ranges of messages that wait for their sender, and what stands in them. */
final class BatchStore {
    /** Goes from run to run and reads the head of each, so that no run hides another, however much it has. */
    static final String DUE = """
            with recursive w(run_id) as (
              (select b.run_id from dispatch_batch b where b.sender_id = $2 order by b.run_id limit 1)
              union all
              select n.run_id from w cross join lateral (
                select b.run_id from dispatch_batch b where b.sender_id = $2 and b.run_id > w.run_id order by b.run_id limit 1) n)
            select d.*, coalesce(r.stopped, false) as stopped, r.messages_per_second
            from w
            cross join (values (false), (true)) as k(again)
            cross join lateral (
              select b.account_id, b.id, b.run_id, b.caller_id, b.priority, b.expires_at, b.first_id, b.last_id, b.released,
                b.attempt, b.tries, b.begun_at, b.refused_by
              from dispatch_batch b
              where b.sender_id = $2 and b.run_id = w.run_id and (b.attempt > 1) = k.again and b.not_before <= $3
                and b.account_id = $1 and b.released < b.last_id and not b.held
              order by b.not_before, b.id limit $4) d
            left join run r on r.account_id = d.account_id and r.id = d.run_id
            order by d.priority desc, d.run_id, k.again
            """;

    private static final String HALTED = """
            select r.id from run r left join mailing m on m.account_id = r.account_id and m.id = r.mailing_id
            where r.account_id = $1 and r.id = any($2::bigint[]) and (r.stopped or (r.kind = 'live' and m.state = 'paused'))
            """;
    static final String PICK = """
            select b.id as batch_id, b.held, coalesce(r.stopped, false) as stopped, m.*,
              (select s.status from subscription s where s.account_id = m.account_id and s.id = m.subscription_id) as status
            from unnest($1::bigint[], $2::bigint[], $3::int[]) with ordinality as w(batch_id, after, most, no)
            join dispatch_batch b on b.id = w.batch_id
            left join run r on r.account_id = b.account_id and r.id = b.run_id
            left join lateral (
              select m.account_id, m.run_id, m.id, m.contact_key, m.profile_id, m.subscription_id, m.contact, m.body, m.cuts,
                m.parts, m.encoding
              from message m where m.run_id = b.run_id and m.id > w.after and m.id <= b.last_id
              order by m.id limit case when b.held then 0 else w.most end) m on true
            order by w.no, m.id
            """;
    private static final String RELEASE = """
            update dispatch_batch b set released = w.released, epoch = $2
            from unnest($3::bigint[], $4::bigint[]) as w(id, released) where b.id = w.id and b.sender_id = $1
            """;
    private static final String END = "delete from dispatch_batch where sender_id = $1 and id = any($2::bigint[])";
    /** A person who lets a mailing go on waits for its further tries, or they for the person; before batches, as everywhere. */
    private static final String SHARE_MAILINGS = """
            select from mailing m where m.account_id = $1 and m.id in (
              select r.mailing_id from run r where r.account_id = $1 and r.id = any($2::bigint[])) order by m.id for share
            """;

    /** A sender that was to take over and is gone leaves the message where it was. */
    private static final String RETRY = """
            insert into dispatch_batch (account_id, sender_id, run_id, caller_id, priority, not_before, expires_at, first_id,
              last_id, released, attempt, tries, begun_at, refused_by, held)
            select $1, coalesce((select s.id from sender s where s.account_id = $1 and s.id = a.sender_id), $2), a.run_id, a.caller_id, a.priority, a.not_before, a.expires_at, a.id, a.id, a.id - 1, a.attempt, a.tries,
              a.begun_at, string_to_array(a.refused_by, ',')::bigint[], exists (select from run r join mailing m on m.account_id = r.account_id and m.id = r.mailing_id
                where r.account_id = $1 and r.id = a.run_id and r.kind = 'live' and m.state = 'paused')
            from unnest($3::bigint[], $4::text[], $5::int[], $6::timestamptz[], $7::timestamptz[], $8::bigint[], $9::int[],
                $10::int[], $11::timestamptz[], $12::bigint[], $13::text[])
              as a(run_id, caller_id, priority, not_before, expires_at, id, attempt, tries, begun_at, sender_id, refused_by)
            """;

    private static final String UNANSWERED = """
            select m.account_id, m.run_id, m.id, m.contact_key, m.parts, b.attempt
            from dispatch_batch b
            cross join lateral (
              select m.account_id, m.run_id, m.id, m.contact_key, m.parts from message m
              where m.run_id = b.run_id and m.id >= b.first_id and m.id <= b.released offset 0) m
            left join lateral (
              select 1 as found from message_event e
              where e.run_id = m.run_id and e.message_id = m.id and e.attempt = b.attempt limit 1) e on true
            where b.sender_id = $1 and e.found is null limit $2
            """;
    private static final String TRIED = "select " + ReceiptStore.HISTORY + """
            from unnest($1::bigint[]) as w(id)
            join dispatch_batch b on b.id = w.id
            cross join lateral (
              select m.account_id, m.run_id, m.id, m.contact_key, m.parts from message m
              where m.run_id = b.run_id and m.id = b.first_id limit 1) m
            cross join lateral (
              select e.* from message_event e where e.run_id = m.run_id and e.message_id = m.id offset 0) e
            order by m.id, e.at, e.part
            """;
    private static final String END_RELEASED =
            "delete from dispatch_batch where sender_id = $1 and released >= last_id";

    private BatchStore() {}

    /** Released messages without any event of their attempt. */
    static Future<List<MessageTrack>> unanswered(SqlClient client, long senderId, int limit) {
        return Database.query(client, UNANSWERED, senderId, limit)
                .map(rows -> Database.rows(rows, BatchStore::track))
                .compose(tracks -> withHistory(client, tracks));
    }

    private static Future<List<MessageTrack>> withHistory(SqlClient client, List<MessageTrack> tracks) {
        List<MessageTrack> again =
                tracks.stream().filter(track -> track.attempt() > 1).toList();
        return ReceiptStore.histories(client, again)
                .map(known -> tracks.stream()
                        .map(track -> known.getOrDefault(track.id(), track).attempt(track.attempt()))
                        .toList());
    }

    /** What is known of messages whose further try is picked; such a batch has one message. */
    static Future<Map<Long, MessageTrack>> tried(SqlClient client, List<Pick> picks) {
        Long[] again = picks.stream()
                .filter(pick -> pick.attempt() > 1)
                .map(Pick::batchId)
                .toArray(Long[]::new);
        return again.length == 0
                ? Future.succeededFuture(Map.of())
                : Database.query(client, TRIED, (Object) again).map(ReceiptStore::tracks);
    }

    static Future<?> endReleased(SqlClient client, long senderId) {
        return Database.query(client, END_RELEASED, senderId);
    }

    static Future<List<DispatchBatch>> due(SqlClient client, long account, long senderId, Instant now, int limit) {
        return Database.query(client, DUE, account, senderId, now.atOffset(ZoneOffset.UTC), limit)
                .map(rows -> Database.rows(rows, BatchStore::batch));
    }

    /** Those of the runs that were paused or stopped. */
    static Future<Set<Long>> halted(SqlClient client, long account, Set<Long> runs) {
        return runs.isEmpty()
                ? Future.succeededFuture(Set.of())
                : Database.query(client, HALTED, account, runs.toArray(Long[]::new))
                        .map(rows -> Set.copyOf(Database.rows(rows, row -> row.getLong("id"))));
    }

    static Future<List<Picked>> pick(SqlClient client, List<Pick> picks) {
        if (picks.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        Columns<Pick> rows = new Columns<>(picks);
        return Database.query(client, PICK, rows.longs(Pick::batchId), rows.longs(Pick::after), rows.ints(Pick::most))
                .map(BatchStore::picked);
    }

    static Future<?> release(SqlClient client, long senderId, long epoch, Map<Long, Long> released) {
        return released.isEmpty()
                ? Future.succeededFuture()
                : Database.query(
                        client,
                        RELEASE,
                        senderId,
                        epoch,
                        released.keySet().toArray(Long[]::new),
                        released.values().toArray(Long[]::new));
    }

    static Future<?> end(SqlClient client, long senderId, List<Long> ended) {
        return ended.isEmpty()
                ? Future.succeededFuture()
                : Database.query(client, END, senderId, ended.toArray(Long[]::new));
    }

    /** To be called before any batch is written: from here on nobody pauses the mailings of these tries or lets them go on. */
    static Future<?> share(SqlClient client, long account, List<Retry> retries) {
        return retries.isEmpty()
                ? Future.succeededFuture()
                : Database.query(client, SHARE_MAILINGS, account, new Columns<>(retries).longs(Retry::runId));
    }

    static Future<?> retry(SqlClient client, long account, long senderId, List<Retry> retries) {
        if (retries.isEmpty()) {
            return Future.succeededFuture();
        }
        Columns<Retry> rows = new Columns<>(retries);
        return Database.query(
                client,
                RETRY,
                account,
                senderId,
                rows.longs(Retry::runId),
                rows.texts(Retry::callerId),
                rows.ints(Retry::priority),
                rows.times(Retry::notBefore),
                rows.timesOrNull(Retry::expiresAt),
                rows.longs(Retry::messageId),
                rows.ints(Retry::attempt),
                rows.ints(Retry::tries),
                rows.timesOrNull(Retry::begunAt),
                rows.longs(Retry::senderId),
                rows.texts(BatchStore::refusedBy));
    }

    private static String refusedBy(Retry retry) {
        return retry.refusedBy().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<Picked> picked(RowSet<Row> rows) {
        Map<Long, Picked> picked = new LinkedHashMap<>();
        for (Row row : rows) {
            Picked batch = picked.computeIfAbsent(
                    row.getLong("batch_id"),
                    id -> new Picked(id, row.getBoolean("held"), row.getBoolean("stopped"), new ArrayList<>()));
            if (row.getLong("id") != null) {
                batch.messages().add(outgoing(row));
            }
        }
        return List.copyOf(picked.values());
    }

    private static Outgoing outgoing(Row row) {
        long subscription = row.getLong("subscription_id");
        @Nullable Short status = row.getShort("status");
        return new Outgoing(
                row.getLong("account_id"),
                row.getLong("run_id"),
                row.getLong("id"),
                row.getLong("contact_key"),
                row.getLong("profile_id"),
                subscription,
                row.getString("contact"),
                row.getString("body"),
                cuts(row),
                row.getInteger("parts"),
                row.getInteger("encoding") == 0 ? Encoding.GSM7 : Encoding.UCS2,
                subscription == 0 || (status != null && status == 0));
    }

    static MessageTrack track(Row row) {
        return new MessageTrack(
                row.getLong("account_id"),
                row.getLong("run_id"),
                row.getLong("id"),
                row.getLong("contact_key"),
                row.getInteger("parts"),
                row.getInteger("attempt"));
    }

    /** Where a body is cut into parts. */
    static List<Integer> cuts(Row row) {
        Short @Nullable [] cuts = row.getArrayOfShorts("cuts");
        return cuts == null ? List.of() : Stream.of(cuts).map(Short::intValue).toList();
    }

    private static DispatchBatch batch(Row row) {
        OffsetDateTime expires = row.getOffsetDateTime("expires_at");
        OffsetDateTime begun = row.getOffsetDateTime("begun_at");
        return new DispatchBatch(
                row.getLong("account_id"),
                row.getLong("id"),
                row.getLong("run_id"),
                row.getString("caller_id"),
                row.getInteger("priority"),
                expires == null ? null : expires.toInstant(),
                row.getLong("first_id"),
                row.getLong("last_id"),
                row.getLong("released"),
                row.getInteger("attempt"),
                row.getInteger("tries"),
                begun == null ? null : begun.toInstant(),
                List.of(row.getArrayOfLongs("refused_by")),
                row.getBoolean("stopped"),
                row.getInteger("messages_per_second"));
    }
}
