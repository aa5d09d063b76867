package io.postrider.message;

import io.postrider.plugin.api.Encoding;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes rendered messages to PostgreSQL. */
public final class MessageStore {
    /** A mailing that is being paused waits for the chunk, or the chunk for it; first of all, so that nobody waits in a circle. */
    private static final String SHARE_MAILING = """
            select from mailing m where m.account_id = $1 and m.id = (
              select r.mailing_id from run r where r.account_id = $1 and r.id = $2) for share
            """;

    /** Whoever drains a sender waits for the chunk, or the chunk sees it. */
    private static final String SHARE_SENDERS = """
            select coalesce(bool_or(leaving), false) as leaving from (
              select draining or drained as leaving from sender
              where account_id = $1 and id = any($2::bigint[]) order by id for share) s
            """;

    private static final String END_CHUNK = """
            update chunk set state = 'rendered', first_id = $4, last_id = $5, received = $6, found = $7
            where run_id = $1 and no = $2 and state = 'claimed' and claimed_by = $3
            """;
    private static final String INSERT_MESSAGES = """
            insert into message (run_id, id, account_id, channel, contact_key, occurrence, database_id, profile_id,
              subscription_id, sender_id, template_version, parts, encoding, created_at, contact, body, cuts,
              personal_links, route)
            select $1, id, $2, $3, contact_key, occurrence, database_id, profile_id, subscription_id, sender_id, $4, parts,
              encoding, $5, contact, body, string_to_array(cuts, ',')::smallint[], string_to_array(links, E'\\n'), route
            from unnest($6::bigint[], $7::bigint[], $8::int[], $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[],
              $13::int[], $14::int[], $15::text[], $16::text[], $17::text[], $18::text[], $19::int[])
              as m(id, contact_key, occurrence, database_id, profile_id, subscription_id, sender_id, parts, encoding,
                contact, body, cuts, links, route)
            """;
    private static final String INSERT_BATCHES = """
            insert into dispatch_batch (account_id, sender_id, run_id, caller_id, priority, not_before, expires_at,
              first_id, last_id, released, attempt, held)
            select $1, sender_id, $2, caller_id, $3, '-infinity', $4, first_id, last_id, first_id - 1, 1,
              exists (select from run r join mailing m on m.account_id = r.account_id and m.id = r.mailing_id
                where r.account_id = $1 and r.id = $2 and r.kind = 'live' and m.state = 'paused')
            from unnest($5::bigint[], $6::text[], $7::bigint[], $8::bigint[]) as b(sender_id, caller_id, first_id, last_id)
            """;

    private static final Future<Boolean> NOTHING = Future.succeededFuture(false);

    private final Database database;

    /** A range of messages of one sender, all from one caller. */
    private record SenderRange(long senderId, String callerId, long firstId, long lastId) {}

    public MessageStore(Database database) {
        this.database = database;
    }

    /**
     * Writes everything that came of a chunk, and the chunk's end, in one transaction. Whoever calls it then hints
     * {@code MESSAGES_READY} for each sender.
     *
     * @return false if the chunk is no longer claimed by this worker, and nothing was written; fails with a
     *     {@link SenderLeavingException} if one of its senders is being drained
     */
    public Future<Boolean> writeChunk(RenderedChunk chunk) {
        return database.inTransaction(transaction -> writeChunk(transaction, chunk));
    }

    /** The same within a transaction that has written the chunk. */
    public Future<Boolean> writeChunk(SqlConnection transaction, RenderedChunk chunk) {
        Future<?> shared = Database.query(transaction, SHARE_MAILING, chunk.accountId(), chunk.runId());
        Future<Boolean> ended = end(transaction, chunk);
        return Future.all(shared, ended).compose(both -> ended.result() ? written(transaction, chunk) : NOTHING);
    }

    private static Future<Boolean> written(SqlConnection transaction, RenderedChunk chunk) {
        return isLeaving(transaction, chunk)
                .compose(leaving -> leaving
                        ? Future.failedFuture(new SenderLeavingException(chunk.runId()))
                        : Future.all(writes(transaction, chunk)).map(true));
    }

    private static Future<Boolean> isLeaving(SqlConnection transaction, RenderedChunk chunk) {
        Long[] senders =
                chunk.messages().stream().map(NewMessage::senderId).distinct().toArray(Long[]::new);
        return senders.length == 0
                ? NOTHING
                : Database.query(transaction, SHARE_SENDERS, chunk.accountId(), senders)
                        .map(rows -> rows.iterator().next().getBoolean("leaving"));
    }

    private static Future<Boolean> end(SqlConnection transaction, RenderedChunk chunk) {
        List<NewMessage> messages = chunk.messages();
        boolean empty = messages.isEmpty();
        return Database.query(
                        transaction,
                        END_CHUNK,
                        chunk.runId(),
                        chunk.no(),
                        chunk.worker(),
                        empty ? null : messages.get(0).id(),
                        empty ? null : messages.get(messages.size() - 1).id(),
                        chunk.received(),
                        chunk.found())
                .map(rows -> rows.rowCount() == 1);
    }

    private static List<Future<?>> writes(SqlConnection transaction, RenderedChunk chunk) {
        List<Future<?>> writes = new ArrayList<>(EventStore.exclude(
                transaction, chunk.accountId(), chunk.runId(), chunk.renderedAt(), chunk.exclusions()));
        if (!chunk.messages().isEmpty()) {
            Transitions transitions = new Transitions();
            chunk.messages().forEach(message -> transitions.written(chunk, message));
            writes.add(insertMessages(transaction, chunk));
            writes.add(insertBatches(transaction, chunk));
            writes.add(EventStore.count(transaction, transitions));
        }
        return writes;
    }

    private static Future<?> insertMessages(SqlConnection transaction, RenderedChunk chunk) {
        Columns<NewMessage> rows = new Columns<>(chunk.messages());
        return Database.query(
                transaction,
                INSERT_MESSAGES,
                chunk.runId(),
                chunk.accountId(),
                chunk.channel(),
                chunk.templateVersion(),
                time(chunk.renderedAt()),
                rows.longs(NewMessage::id),
                rows.longs(NewMessage::contactKey),
                rows.ints(NewMessage::occurrence),
                rows.longs(NewMessage::databaseId),
                rows.longs(NewMessage::profileId),
                rows.longs(NewMessage::subscriptionId),
                rows.longs(NewMessage::senderId),
                rows.ints(message -> message.parts().size()),
                rows.ints(message -> number(message.encoding())),
                rows.texts(NewMessage::contact),
                rows.texts(message -> String.join("", message.parts())),
                rows.texts(message -> cuts(message.parts())),
                rows.texts(message ->
                        message.personalLinks().isEmpty() ? null : String.join("\n", message.personalLinks())),
                rows.intsOrNull(MessageStore::route));
    }

    private static @Nullable Integer route(NewMessage message) {
        NewMessage.Route route = message.route();
        return route == null ? null : route.number();
    }

    private static Future<?> insertBatches(SqlConnection transaction, RenderedChunk chunk) {
        Columns<SenderRange> rows = new Columns<>(ranges(chunk.messages(), chunk.callerId()));
        Instant expiresAt = chunk.expiresAt();
        return Database.query(
                transaction,
                INSERT_BATCHES,
                chunk.accountId(),
                chunk.runId(),
                (short) chunk.priority(),
                expiresAt == null ? null : time(expiresAt),
                rows.longs(SenderRange::senderId),
                rows.texts(SenderRange::callerId),
                rows.longs(SenderRange::firstId),
                rows.longs(SenderRange::lastId));
    }

    private static List<SenderRange> ranges(List<NewMessage> messages, String ofRun) {
        List<SenderRange> ranges = new ArrayList<>();
        SenderRange open = only(messages.get(0), ofRun);
        for (NewMessage message : messages) {
            SenderRange own = only(message, ofRun);
            boolean same = own.senderId() == open.senderId() && own.callerId().equals(open.callerId());
            if (!same) {
                ranges.add(open);
            }
            open = same ? new SenderRange(open.senderId(), open.callerId(), open.firstId(), message.id()) : own;
        }
        ranges.add(open);
        return ranges;
    }

    private static SenderRange only(NewMessage message, String ofRun) {
        return new SenderRange(message.senderId(), message.callerId(ofRun), message.id(), message.id());
    }

    private static @Nullable String cuts(List<String> parts) {
        if (parts.size() == 1) {
            return null;
        }
        List<Integer> cuts = new ArrayList<>();
        int end = 0;
        for (String part : parts.subList(0, parts.size() - 1)) {
            end += part.length();
            cuts.add(end);
        }
        return cuts.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static int number(Encoding encoding) {
        return switch (encoding) {
            case GSM7 -> 0;
            case UCS2 -> 1;
        };
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
