package io.postrider.mailing;

import io.postrider.message.MessageStore;
import io.postrider.message.NewMessage;
import io.postrider.message.RenderedChunk;
import io.postrider.sender.Sender;
import io.postrider.sender.route.RoutePlan;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a message that belongs to no mailing. It gets a run of its own with one chunk, rendered already, so that the lane, the
 * trace and the sweeper treat it as any other.
 */
public final class TestMessageStore {
    private static final String NUMBER = "select nextval('run_number') as number, make_week($1)";
    private static final String INSERT_RUN = """
            insert into run (account_id, id, mailing_id, kind, state, channel, resource_id, database_id, template_id,
              template_version, sender_id, caller_id, tracking_base, validity_seconds, max_parts, seed, test_contacts, opened_at,
              cursor_millis, without_contact, chunks, rendered_at, started_by,
              rehearsal)
            values ($1, $2, null, 'test', 'sending', $3, 0, 0, 0, 0, $4, $5, '', $6, $7, 0, $8, $9, 0, 0, 1, $9, $10, $11)
            """;
    private static final String INSERT_CHUNK = """
            insert into chunk (account_id, run_id, no, contact_from, contact_to, state, received, found, claimed_by, claimed_at)
            values ($1, $2, 0, $3, $3, 'claimed', 0, 0, $4, $5)
            """;
    private static final String WORKER = "test message";
    private static final int PRIORITY = 9;

    private final Database database;
    private final MessageStore messages;

    public TestMessageStore(Database database, MessageStore messages) {
        this.database = database;
        this.messages = messages;
    }

    /**
     * Writes the message and all that lets it be sent, in one transaction; the number of its run.
     *
     * @param route the rules that chose the sender; null if a person did
     */
    Future<Long> write(
            Sender sender, @Nullable RoutePlan route, NewMessage message, String by, Instant now, Instant expiresAt) {
        return database.inTransaction(transaction -> Database.query(transaction, NUMBER, Run.week(now))
                .map(rows -> Run.id(now, rows.iterator().next().getLong("number")))
                // sent one behind the other without waiting in between: while a broadcast runs each wait is dear
                .compose(run -> Future.all(
                                open(transaction, sender, message, by, run, now),
                                begin(transaction, sender, message, run, now),
                                RunStore.keep(transaction, sender.accountId(), run, route),
                                messages.writeChunk(transaction, chunk(sender, message, run, now, expiresAt)))
                        .map(run)));
    }

    private static Future<?> open(
            SqlConnection transaction, Sender sender, NewMessage message, String by, long run, Instant now) {
        return Database.query(
                transaction,
                INSERT_RUN,
                sender.accountId(),
                run,
                sender.channel(),
                sender.id(),
                sender.callerId(),
                sender.validity().toSeconds(),
                sender.maxParts(),
                new String[] {message.contact()},
                time(now),
                by,
                sender.rehearsal());
    }

    private static Future<?> begin(
            SqlConnection transaction, Sender sender, NewMessage message, long run, Instant now) {
        return Database.query(
                transaction, INSERT_CHUNK, sender.accountId(), run, message.contactKey(), WORKER, time(now));
    }

    private static RenderedChunk chunk(Sender sender, NewMessage message, long run, Instant now, Instant expiresAt) {
        return new RenderedChunk(
                sender.accountId(),
                run,
                0,
                WORKER,
                sender.channel(),
                0,
                sender.callerId(),
                PRIORITY,
                expiresAt,
                now,
                1,
                1,
                List.of(message),
                List.of());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
