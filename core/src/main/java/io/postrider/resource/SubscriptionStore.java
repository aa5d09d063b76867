package io.postrider.resource;

import io.postrider.profile.ProfileDatabase;
import io.postrider.refusal.Refusal;
import io.postrider.resource.BatchResolution.Wanted;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Subscriptions in PostgreSQL. */
public final class SubscriptionStore {
    private static final String COLUMNS = """
            account_id, id, resource_id, channel, database_id, profile_id, contact, contact_key, status, priority, source, opted_in_at,
            opted_in_ip, opted_in_url, version, created_at, updated_at
            """;
    private static final String INSERT = """
            insert into subscription (account_id, database_id, id, resource_id, channel, profile_id, contact, contact_key,
              status, priority, source, opted_in_at, opted_in_ip, opted_in_url, created_at, updated_at)
            select $1, $2, u.id, u.resource_id, u.channel, u.profile_id, u.contact, u.contact_key, u.status, u.priority,
              u.source, u.at, u.ip, u.url, $15, $15
            from unnest($3::bigint[], $4::bigint[], $5::text[], $6::bigint[], $7::text[], $8::bigint[], $9::smallint[],
              $10::int[], $11::text[], $12::timestamptz[], $13::text[], $14::text[])
              as u(id, resource_id, channel, profile_id, contact, contact_key, status, priority, source, at, ip, url)
            on conflict (account_id, resource_id, channel, database_id, contact_key, profile_id)
            """;
    private static final String ADD = INSERT + "do nothing";
    private static final String SET = INSERT + """
            do update set version = subscription.version + 1, status = excluded.status, priority = excluded.priority, updated_at = excluded.updated_at,
              opted_in_at = coalesce(excluded.opted_in_at, subscription.opted_in_at),
              opted_in_ip = coalesce(excluded.opted_in_ip, subscription.opted_in_ip),
              opted_in_url = coalesce(excluded.opted_in_url, subscription.opted_in_url)
            """;
    private static final String FIND = "select " + COLUMNS + " from subscription where account_id = $1 and id = $2";
    private static final String OF_PROFILE = "select " + COLUMNS + """
             from subscription where account_id = $1 and database_id = $2 and profile_id = $3 order by id limit 1000
            """;
    private static final String COUNTS = """
            select profile_id, status, count(*) as n from subscription
            where account_id = $1 and database_id = $2 and profile_id = any($3::bigint[]) group by profile_id, status
            """;
    // A range for each length a phone may have, so that the index of contacts finds those that begin with some digits.
    private static final String OF_RESOURCE =
            "select found.* from unnest($9::bigint[], $10::bigint[]) as range(low, high)"
                    + " cross join lateral (select " + COLUMNS + """
             from subscription
            where account_id = $1 and resource_id = $2 and channel = $3 and database_id = $4
              and contact_key between range.low and range.high
              and (contact_key, profile_id) > ($5, $6) and ($7::smallint is null or status = $7)
            order by contact_key, profile_id limit $8) as found
            order by found.contact_key, found.profile_id limit $8
            """;
    private static final String CHANGE = """
            update subscription set status = coalesce($3, status), priority = coalesce($4, priority), updated_at = $5,
              version = version + 1
            where account_id = $1 and id = $2 and version = $6
            """;

    private final Database database;

    public SubscriptionStore(Database database) {
        this.database = database;
    }

    /** Writes many inside a transaction; those that are there already keep their status unless one is given. */
    static Future<Integer> write(
            SqlConnection transaction, ProfileDatabase of, List<Wanted> wanted, LongSupplier numbers, Instant now) {
        List<Wanted> plain = wanted.stream()
                .filter(each -> each.subscription().status() == null)
                .toList();
        List<Wanted> stated = wanted.stream()
                .filter(each -> each.subscription().status() != null)
                .toList();
        Future<Integer> added = insert(transaction, ADD, of, plain, numbers, now);
        Future<Integer> set = insert(transaction, SET, of, stated, numbers, now);
        return Future.all(added, set).map(ignored -> added.result() + set.result());
    }

    private static Future<Integer> insert(
            SqlConnection transaction,
            String sql,
            ProfileDatabase of,
            List<Wanted> wanted,
            LongSupplier numbers,
            Instant now) {
        if (wanted.isEmpty()) {
            return Future.succeededFuture(0);
        }
        Long[] ids = wanted.stream().map(each -> numbers.getAsLong()).toArray(Long[]::new);
        return Database.query(
                        transaction,
                        sql,
                        of.accountId(),
                        of.id(),
                        ids,
                        wanted.stream()
                                .map(each -> each.subscription().resourceId())
                                .toArray(Long[]::new),
                        texts(wanted, NewSubscription::channel),
                        wanted.stream().map(Wanted::profileId).toArray(Long[]::new),
                        texts(wanted, NewSubscription::contact),
                        wanted.stream()
                                .map(each -> each.subscription().contactKey())
                                .toArray(Long[]::new),
                        wanted.stream().map(SubscriptionStore::number).toArray(Short[]::new),
                        wanted.stream()
                                .map(each -> each.subscription().priority())
                                .toArray(Integer[]::new),
                        texts(wanted, NewSubscription::source),
                        wanted.stream()
                                .map(each -> time(each.subscription().optedInAt()))
                                .toArray(OffsetDateTime[]::new),
                        texts(wanted, NewSubscription::optedInIp),
                        texts(wanted, NewSubscription::optedInUrl),
                        now.atOffset(ZoneOffset.UTC))
                .map(rows -> rows.rowCount());
    }

    private static Short number(Wanted wanted) {
        SubscriptionStatus status = wanted.subscription().status();
        return (short) (status == null ? SubscriptionStatus.SUBSCRIBED : status).number();
    }

    private static @Nullable String[] texts(List<Wanted> wanted, Function<NewSubscription, @Nullable String> value) {
        @Nullable String[] texts = new String[wanted.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = value.apply(wanted.get(i).subscription());
        }
        return texts;
    }

    /** The subscription, or a refusal. */
    public Future<Subscription> get(long account, long id) {
        return database.first(SubscriptionStore::subscription, FIND, account, id)
                .compose(found -> found.map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(Refusal.of(ResourceReason.SUBSCRIPTION_NOT_FOUND))));
    }

    /** All subscriptions of a profile, oldest first. */
    public Future<List<Subscription>> ofProfile(long account, long databaseId, long profileId) {
        return database.list(SubscriptionStore::subscription, OF_PROFILE, account, databaseId, profileId);
    }

    /** How many subscriptions of each status these profiles have; who has none is missing. */
    public Future<Map<Long, Map<SubscriptionStatus, Long>>> counts(ProfileDatabase of, List<Long> profiles) {
        return database.query(COUNTS, of.accountId(), of.id(), profiles.toArray(Long[]::new))
                .map(rows -> {
                    Map<Long, Map<SubscriptionStatus, Long>> counts = new HashMap<>();
                    rows.forEach(row -> counts.computeIfAbsent(
                                    row.getLong("profile_id"), id -> new EnumMap<>(SubscriptionStatus.class))
                            .put(SubscriptionStatus.of(row.getInteger("status")), row.getLong("n")));
                    return counts;
                });
    }

    /**
     * A page of an audience in the order of contacts and profiles, behind the given ones.
     *
     * @param status null for any
     */
    public Future<List<Subscription>> ofAudience(
            Audience audience,
            PhoneBeginning phone,
            long afterContact,
            long afterProfile,
            @Nullable SubscriptionStatus status,
            int limit) {
        return database.list(
                SubscriptionStore::subscription,
                OF_RESOURCE,
                audience.accountId(),
                audience.resourceId(),
                audience.channel(),
                audience.databaseId(),
                afterContact,
                afterProfile,
                status == null ? null : (short) status.number(),
                limit,
                phone.lows(),
                phone.highs());
    }

    /** Changes status or priority of this version; null leaves it. */
    public Future<Subscription> change(
            long account,
            long id,
            int version,
            @Nullable SubscriptionStatus status,
            @Nullable Integer priority,
            Instant now) {
        Short number = status == null ? null : (short) status.number();
        return database.update(CHANGE, account, id, number, priority, now.atOffset(ZoneOffset.UTC), version)
                .compose(changed -> changed == 1
                        ? get(account, id)
                        : Future.failedFuture(Refusal.of(ResourceReason.SUBSCRIPTION_STALE)));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Subscription subscription(Row row) {
        OffsetDateTime optedIn = row.getOffsetDateTime("opted_in_at");
        return new Subscription(
                row.getLong("account_id"),
                row.getLong("id"),
                row.getLong("resource_id"),
                row.getString("channel"),
                row.getLong("database_id"),
                row.getLong("profile_id"),
                row.getString("contact"),
                SubscriptionStatus.of(row.getInteger("status")),
                row.getInteger("priority"),
                row.getString("source"),
                optedIn == null ? null : optedIn.toInstant(),
                row.getString("opted_in_ip"),
                row.getString("opted_in_url"),
                row.getInteger("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }
}
