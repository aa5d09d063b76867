package io.postrider.resource;

import io.postrider.job.JobStep;
import io.postrider.job.JobStore;
import io.postrider.profile.Profile;
import io.postrider.profile.ProfileDatabase;
import io.postrider.profile.ProfileReason;
import io.postrider.profile.ProfileStore;
import io.postrider.profile.StandardField;
import io.postrider.refusal.Refusal;
import io.postrider.resource.BatchResolution.Wanted;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.vertx.core.Future;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes people in batches: profiles, their keys and their subscriptions, and the progress of the job that does it, all in one
 * transaction and by one statement a table. One batch of a database is written at a time, so that two cannot add the same person.
 */
public final class ProfileBatchStore {
    private static final String LOCK = "select pg_advisory_xact_lock(7161, ($1::bigint % 2147483647)::int)";
    // + 0, here and below: or the planner walks the index that begins with the profile, for each value that nobody has
    static final String BY_KEY = """
            select v.value, k.profile_id from unnest($4::text[]) as v(value) cross join lateral (
              select profile_id from profile_key
              where account_id = $1 and database_id = $2 and field = $3 and value = v.value
              order by profile_id + 0 limit 1) k
            """;
    private static final String BY_SUBSCRIPTION = """
            select v.value, min(s.profile_id) as profile_id from unnest($3::text[]) as v(value)
            cross join resource_database r cross join lateral (
              select profile_id from subscription
              where account_id = $1 and resource_id = r.resource_id and channel = 'sms' and database_id = $2
                and contact_key = v.value::bigint
              order by profile_id + 0 limit 1) s
            where r.account_id = $1 and r.database_id = $2
            group by v.value
            """;
    private static final String LOAD =
            "select p.account_id, p.database_id, p.id, p.version, p.created_at, p.updated_at, "
                    + ProfileStore.COLUMNS + """
             from profile p where p.account_id = $1 and p.database_id = $2 and p.id = any($3::bigint[])
            for update
            """;
    private static final String DELETE = """
            with gone as (
              delete from profile where account_id = $1 and database_id = $2 and id = $3 and version = $4 returning id),
            keys as (delete from profile_key k using gone
              where k.account_id = $1 and k.database_id = $2 and k.profile_id = gone.id),
            subscriptions as (delete from subscription s using gone
              where s.account_id = $1 and s.database_id = $2 and s.profile_id = gone.id)
            select id from gone
            """;
    private static final String STATISTICS = "analyze profile, profile_key, subscription";

    private final Database database;
    private final Ids ids;
    private final Clock clock;

    public ProfileBatchStore(Database database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes a batch that belongs to no job. */
    public Future<BatchOutcome> write(ProfileBatch batch) {
        return write(batch, null);
    }

    /**
     * Writes a batch.
     *
     * @param step what the job that does it writes in the same transaction; null if no job does it
     */
    public Future<BatchOutcome> write(ProfileBatch batch, @Nullable Function<BatchOutcome, JobStep> step) {
        int most = batch.changes().size()
                + batch.changes().stream()
                        .mapToInt(change -> change.subscriptions().size())
                        .sum();
        return ids.reserve(Ids.Series.OBJECT, Math.max(1, most))
                .compose(first -> database.inTransaction(
                        transaction -> new Writing(transaction, batch, step, first, clock.instant()).run()));
    }

    /** Deletes a profile with its keys and subscriptions. */
    public Future<Void> delete(ProfileDatabase of, long profileId, int version) {
        return database.inTransaction(transaction -> Database.query(transaction, LOCK, of.id())
                .compose(ignored -> Database.query(transaction, DELETE, of.accountId(), of.id(), profileId, version))
                .compose(gone -> gone.size() == 1
                        ? Future.succeededFuture()
                        : Future.failedFuture(Refusal.of(ProfileReason.STALE))));
    }

    /** Refreshes what the planner knows; after many rows were written. */
    public Future<Void> refreshStatistics() {
        return database.query(STATISTICS).mapEmpty();
    }

    /** One batch on its way through its transaction. */
    private static final class Writing {
        private final SqlConnection transaction;
        private final ProfileBatch batch;
        private final ProfileDatabase of;
        private final @Nullable Function<BatchOutcome, JobStep> step;
        private final AtomicLong numbers;
        private final Instant now;
        private final Map<MatchKey, Long> stored = new HashMap<>();

        Writing(
                SqlConnection transaction,
                ProfileBatch batch,
                @Nullable Function<BatchOutcome, JobStep> step,
                long firstNumber,
                Instant now) {
            this.transaction = transaction;
            this.batch = batch;
            this.of = batch.database();
            this.step = step;
            this.numbers = new AtomicLong(firstNumber);
            this.now = now;
        }

        Future<BatchOutcome> run() {
            Future<?> locked = Database.query(transaction, LOCK, of.id());
            List<Future<?>> found = new ArrayList<>();
            found.add(locked);
            batch.changes().stream()
                    .flatMap(change -> change.keys().stream())
                    .distinct()
                    .collect(Collectors.groupingBy(
                            MatchKey::field, Collectors.mapping(MatchKey::value, Collectors.toList())))
                    .forEach((field, values) -> found.addAll(lookUp(field, values.toArray(String[]::new))));
            return Future.all(found).compose(ignored -> load()).compose(this::write);
        }

        private List<Future<?>> lookUp(String field, String[] values) {
            if (field.equals(MatchKey.ID)) {
                for (String value : values) {
                    stored.put(new MatchKey(field, value), Long.parseLong(value));
                }
                return List.of();
            }
            Future<?> byKey = Database.query(transaction, BY_KEY, of.accountId(), of.id(), field, values)
                    .onSuccess(rows -> remember(field, rows));
            if (!field.equals(StandardField.PHONES.field())) {
                return List.of(byKey);
            }
            Future<?> bySubscription = Database.query(transaction, BY_SUBSCRIPTION, of.accountId(), of.id(), values)
                    .onSuccess(rows -> remember(field, rows));
            return List.of(byKey, bySubscription);
        }

        private void remember(String field, RowSet<io.vertx.sqlclient.Row> rows) {
            rows.forEach(row ->
                    stored.merge(new MatchKey(field, row.getString("value")), row.getLong("profile_id"), Math::min));
        }

        private Future<Map<Long, Profile>> load() {
            if (stored.isEmpty()) {
                return Future.succeededFuture(Map.of());
            }
            Long[] hits = stored.values().stream().distinct().sorted().toArray(Long[]::new);
            return Database.query(transaction, LOAD, of.accountId(), of.id(), hits)
                    .map(rows -> Database.rows(rows, row -> ProfileStore.profile(row, of)).stream()
                            .collect(Collectors.toMap(Profile::id, Function.identity())));
        }

        private Future<BatchOutcome> write(Map<Long, Profile> existing) {
            BatchResolution resolution = new BatchResolution(batch, stored, existing, numbers::getAndIncrement);
            List<Wanted> wanted = List.copyOf(resolution.subscriptions());
            Future<?> profiles =
                    new ProfileRowStore(transaction, of, now).write(resolution.added(), resolution.changed());
            Future<Integer> subscribed =
                    SubscriptionStore.write(transaction, of, wanted, numbers::getAndIncrement, now);
            return Future.all(profiles, subscribed)
                    .compose(ignored -> advance(new BatchOutcome(resolution.outcomes(), subscribed.result(), false)));
        }

        private Future<BatchOutcome> advance(BatchOutcome outcome) {
            if (step == null) {
                return Future.succeededFuture(outcome);
            }
            return JobStore.advance(transaction, step.apply(outcome), now)
                    .map(cancel -> new BatchOutcome(outcome.rows(), outcome.subscribed(), cancel));
        }
    }
}
