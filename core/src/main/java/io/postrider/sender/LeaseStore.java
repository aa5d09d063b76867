package io.postrider.sender;

import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.Optional;

/**
 * Who sends for a sender. The row is also the lock: an owner's transaction locks it first and holds it to its end, so a
 * newcomer waits for a commit that is already on its way, and what the old owner commits later fails.
 */
public final class LeaseStore {
    private static final String TAKE = """
            insert into sender_lease (sender_id, node, epoch, step, until)
            values ($1, $2, 1, 0, clock_timestamp() + make_interval(secs => $3))
            on conflict (sender_id) do update
              set node = $2, epoch = sender_lease.epoch + 1, step = 0, until = excluded.until
              where sender_lease.until < clock_timestamp() or sender_lease.node = $2
            returning epoch
            """;
    private static final String RELEASE = """
            update sender_lease set until = clock_timestamp() where sender_id = $1 and epoch = $2
            """;
    private static final String STEP = "select step from sender_lease where sender_id = $1 and epoch = $2";
    private static final String ADVANCE = "select advance_lease($1, $2, $3, $4)";
    private static final String LOCK = "select epoch from sender_lease where sender_id = $1 for update";
    private static final String LOST = "PR001";
    private static final double MILLIS = 1000.0;

    private final Database database;
    private final Duration length;

    /** @param length how long an owner that says nothing is still believed to live */
    public LeaseStore(Database database, Duration length) {
        this.database = database;
        this.length = length;
    }

    /** Takes the lease if it is free, has run out, or is this node's own from an earlier life. */
    public Future<Optional<Lease>> take(long account, long senderId, String node) {
        return database.first(
                row -> new Lease(account, senderId, node, row.getLong("epoch")), TAKE, senderId, node, seconds());
    }

    /** Lets others have it at once. */
    public Future<Void> release(Lease lease) {
        return database.update(RELEASE, lease.senderId(), lease.epoch()).mapEmpty();
    }

    /** The last step that was committed; empty if somebody else has taken over. */
    public Future<Optional<Long>> step(Lease lease) {
        return database.first(row -> row.getLong("step"), STEP, lease.senderId(), lease.epoch());
    }

    /** How long an owner that says nothing is still believed to live. */
    public Duration length() {
        return length;
    }

    /** The first statement of each of the owner's transactions: renews the lease, and fails when it is lost. */
    public Future<?> advance(SqlClient transaction, Lease lease, long step) {
        return Database.query(transaction, ADVANCE, lease.senderId(), lease.epoch(), step, seconds());
    }

    /** Holds the owner off until the end of the transaction, for somebody else who writes about its messages. */
    public static Future<?> holdOff(SqlClient transaction, long senderId) {
        return Database.query(transaction, LOCK, senderId);
    }

    /** Whether a commit failed because somebody else has taken over. */
    public static boolean isLost(Throwable problem) {
        return problem instanceof PgException refused && LOST.equals(refused.getSqlState());
    }

    private double seconds() {
        return length.toMillis() / MILLIS;
    }
}
