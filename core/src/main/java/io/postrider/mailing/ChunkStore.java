package io.postrider.mailing;

import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Claims of chunks. The end of a chunk is written with its messages, so it does not stand here. */
public final class ChunkStore {
    private static final String CLAIM = """
            update chunk set state = 'claimed', claimed_by = $2, claimed_at = $3
            where (run_id, no) = (
              select c.run_id, c.no from chunk c
              where c.run_id = $1 and (c.state = 'ready' or c.state = 'claimed' and c.claimed_at < $4)
              order by c.no limit 1 for update skip locked)
            returning account_id, run_id, no, contact_from, contact_to, received, found
            """;
    private static final String CLAIM_ALONE = """
            update chunk set state = 'claimed', claimed_by = $2, claimed_at = $3
            where (run_id, no) = (
              select c.run_id, c.no from chunk c
              where c.run_id = $1 and (c.state = 'ready' or c.state = 'claimed' and c.claimed_at < $4)
                and not exists (select from chunk o where o.run_id = $1 and o.state = 'claimed' and o.claimed_at >= $4)
              order by c.no limit 1 for update)
            returning account_id, run_id, no, contact_from, contact_to, received, found
            """;
    private static final String RELEASE = """
            update chunk set state = 'ready', claimed_by = null
            where run_id = $1 and no = $2 and claimed_by = $3 and state = 'claimed'
            """;
    private static final String RELEASE_ALL = """
            update chunk set state = 'ready', claimed_by = null where claimed_by = $1 and state = 'claimed'
            """;
    private static final String WRITTEN = """
            select coalesce(sum(last_id - first_id + 1), 0)::bigint as n from chunk
            where run_id = $1 and state = 'rendered' and first_id is not null
            """;
    private static final String AHEAD = """
            select sender_id, run_id, sum(last_id - released)::bigint as n from dispatch_batch
            where released < last_id and not held group by sender_id, run_id
            """;

    private final Database database;

    /** Messages of a run that may go and have not gone yet. */
    public record Ahead(long senderId, long runId, long messages) {}

    public ChunkStore(Database database) {
        this.database = database;
    }

    /**
     * Claims the next chunk of a run for a worker; a claim older than {@code stale} is taken over.
     *
     * @param alone whether no other chunk of the run may be claimed at the same time, as a limit needs
     */
    public Future<Optional<Chunk>> claim(Run run, String worker, boolean alone, Instant now, Instant stale) {
        return database.first(ChunkStore::chunk, alone ? CLAIM_ALONE : CLAIM, run.id(), worker, time(now), time(stale));
    }

    /** Gives a claimed chunk back unrendered. */
    public Future<Void> release(Chunk chunk, String worker) {
        return database.query(RELEASE, chunk.runId(), chunk.no(), worker).mapEmpty();
    }

    /** Gives back what a worker had claimed before it was killed. Call it before the worker claims anything. */
    public Future<Void> releaseAll(String worker) {
        return database.query(RELEASE_ALL, worker).mapEmpty();
    }

    /** How many messages the run has written. */
    public Future<Long> written(Run run) {
        return one(WRITTEN, run.id());
    }

    /** What waits in front of senders. */
    public Future<List<Ahead>> ahead() {
        return database.list(
                row -> new Ahead(row.getLong("sender_id"), row.getLong("run_id"), row.getLong("n")), AHEAD);
    }

    private Future<Long> one(String sql, long id) {
        return database.query(sql, id).map(rows -> rows.iterator().next().getLong("n"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Chunk chunk(Row row) {
        return new Chunk(
                row.getLong("account_id"),
                row.getLong("run_id"),
                row.getInteger("no"),
                row.getLong("contact_from"),
                row.getLong("contact_to"),
                row.getLong("received"),
                row.getLong("found"));
    }
}
