package io.postrider.mailing;

import io.postrider.refusal.Refusal;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A person's hand on a mailing that is being sent: its state and what dispatch may send change in one transaction. Rows are locked
 * in the order in which the stages lock them: run, mailing, batches. Rendering locks the mailing before it adds batches, so no
 * batch escapes.
 */
public final class SteeringStore {
    private static final String MOVE = """
            update mailing set state = $4, updated_at = $5, changed_by = $6, version = version + 1
            where account_id = $1 and id = $2 and state = $3
            """;
    private static final String HOLD = """
            update dispatch_batch set held = $3 where account_id = $1 and run_id in (
              select id from run where account_id = $1 and mailing_id = $2 and kind = 'live' and rested_at is null)
            """;
    private static final String NOTE_PAUSE = """
            update run set paused_by = $3, paused_at = $4
            where account_id = $1 and mailing_id = $2 and kind = 'live' and rested_at is null
            """;
    private static final String STOP_RUNS = """
            update run set stopped = true, stopped_by = $3, stopped_at = $4
            where account_id = $1 and mailing_id = $2 and kind = 'live' and rested_at is null
            """;
    private static final String STOP_RUN = """
            update run set stopped = true, stopped_by = $3, stopped_at = $4 where account_id = $1 and id = $2 and not stopped
            """;

    private static final String HALTED = """
            select r.mailing_id, m.state, m.updated_at > $3 as moved from run r join mailing m on m.account_id = r.account_id and m.id = r.mailing_id
            where r.account_id = $1 and r.id = $2 and r.kind = 'live'
            """;

    private final Database database;

    public SteeringStore(Database database) {
        this.database = database;
    }

    /** Holds what is not released yet. */
    public Future<Void> pause(Mailing mailing, String by, Instant now) {
        return pause(mailing.accountId(), mailing.id(), mailing.state(), by, now);
    }

    private Future<Void> pause(long account, long mailing, MailingState before, String by, Instant now) {
        return database.inTransaction(
                transaction -> Database.query(transaction, NOTE_PAUSE, account, mailing, by, time(now))
                        .compose(ignored -> move(transaction, account, mailing, before, MailingState.PAUSED, by, now))
                        .compose(ignored -> Database.query(transaction, HOLD, account, mailing, true)
                                .<Void>mapEmpty()));
    }

    /** Lets it go on. */
    public Future<Void> resume(Mailing mailing, String by, Instant now) {
        return database.inTransaction(transaction -> note(transaction, mailing, null, null)
                .compose(ignored -> move(transaction, mailing, MailingState.RUNNING, by, now))
                .compose(ignored -> hold(transaction, mailing, false)));
    }

    /** Ends it: what is not released yet is left out, also what is rendered later. */
    public Future<Void> stop(Mailing mailing, String by, Instant now) {
        return database.inTransaction(
                transaction -> Database.query(transaction, STOP_RUNS, mailing.accountId(), mailing.id(), by, time(now))
                        .compose(ignored -> move(transaction, mailing, MailingState.STOPPED, by, now))
                        .compose(ignored -> hold(transaction, mailing, false)));
    }

    /**
     * Lets the mailing of a run wait for a person; a test, which nobody could let go on, ends.
     *
     * @param decided when there was a reason; a mailing that was let go on since then goes on
     */
    public Future<Void> halt(long account, long run, String why, Instant decided) {
        return database.first(row -> row, HALTED, account, run, time(decided)).compose(found -> {
            Row row = found.orElse(null);
            if (row == null) {
                return database.query(STOP_RUN, account, run, why, time(decided))
                        .mapEmpty();
            }
            boolean goesOn = row.getString("state").equals(MailingState.RUNNING.word()) && !row.getBoolean("moved");
            return goesOn
                    ? pause(account, row.getLong("mailing_id"), MailingState.RUNNING, why, decided)
                    : Future.succeededFuture();
        });
    }

    /** Ends a run alone, such as one to test phones. */
    public Future<Void> stop(Run run, String by, Instant now) {
        return database.query(STOP_RUN, run.accountId(), run.id(), by, time(now))
                .mapEmpty();
    }

    private static Future<Void> note(
            SqlConnection transaction, Mailing mailing, @Nullable String by, @Nullable Instant at) {
        return Database.query(
                        transaction, NOTE_PAUSE, mailing.accountId(), mailing.id(), by, at == null ? null : time(at))
                .mapEmpty();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Future<Void> move(
            SqlConnection transaction, Mailing mailing, MailingState next, String by, Instant now) {
        return move(transaction, mailing.accountId(), mailing.id(), mailing.state(), next, by, now);
    }

    private static Future<Void> move(
            SqlConnection transaction,
            long account,
            long mailing,
            MailingState before,
            MailingState next,
            String by,
            Instant now) {
        return Database.query(transaction, MOVE, account, mailing, before.word(), next.word(), time(now), by)
                .compose(rows -> rows.rowCount() == 1
                        ? Future.succeededFuture()
                        : Future.failedFuture(Refusal.of(MailingReason.STALE)));
    }

    private static Future<Void> hold(SqlConnection transaction, Mailing mailing, boolean held) {
        return Database.query(transaction, HOLD, mailing.accountId(), mailing.id(), held)
                .mapEmpty();
    }
}
