package io.postrider.resource;

import io.postrider.refusal.Refusal;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Resources with their channels and databases in PostgreSQL. */
public final class ResourceStore {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String SELECT = """
            select r.account_id, r.id, r.name, r.website, r.tracking_domain, r.version, r.created_at,
              (select coalesce(jsonb_object_agg(c.channel, c.caller_id), '{}') from resource_channel c
               where c.account_id = r.account_id and c.resource_id = r.id) as caller_ids,
              array(select d.database_id from resource_database d
               where d.account_id = r.account_id and d.resource_id = r.id order by d.database_id) as database_ids
            from resource r
            """;
    private static final String INSERT = """
            insert into resource (account_id, id, name, website, tracking_domain, created_at)
            values ($1, $2, $3, $4, $5, $6)
            """;
    private static final String UPDATE = """
            update resource set name = $4, website = $5, tracking_domain = $6, version = version + 1
            where account_id = $1 and id = $2 and version = $3
            """;
    private static final String CLEAR = """
            with channels as (delete from resource_channel where account_id = $1 and resource_id = $2)
            delete from resource_database where account_id = $1 and resource_id = $2
            """;
    private static final String INSERT_CHANNELS = """
            insert into resource_channel (account_id, resource_id, channel, caller_id)
            select $1, $2, u.channel, u.caller_id from unnest($3::text[], $4::text[]) as u(channel, caller_id)
            """;
    private static final String INSERT_DATABASES = """
            insert into resource_database (account_id, resource_id, database_id)
            select distinct $1::bigint, $2::bigint, u.id from unnest($3::bigint[]) as u(id)
            """;
    private static final String DELETE = """
            delete from resource where account_id = $1 and id = $2 and version = $3
              and not exists (select from subscription s where s.account_id = $1 and s.resource_id = $2)
            """;
    private static final String USES = """
            select r.id,
              (select coalesce(jsonb_object_agg(c.status, c.n), '{}') from (
                select status, sum(n) as n from subscription_count c
                where c.account_id = r.account_id and c.resource_id = r.id group by status having sum(n) > 0) c) as counts,
              (select coalesce(jsonb_object_agg(d.id, d.name), '{}') from resource_database rd
               join profile_database d on d.account_id = rd.account_id and d.id = rd.database_id
               where rd.account_id = r.account_id and rd.resource_id = r.id) as databases
            from resource r where r.account_id = $1 and r.id = any($2::bigint[])
            """;
    private static final String FIND = SELECT + "where r.account_id = $1 and r.id = $2";
    private static final String PAGE =
            SELECT + "where r.account_id = $1 and r.id > $2 and r.name ilike $3 order by r.id limit $4";

    private final Database database;
    private final Ids ids;

    public ResourceStore(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /** Writes a new resource and gives it its number. */
    public Future<Resource> create(Resource made) {
        return ids.next(Ids.Series.OBJECT)
                .compose(id -> database.inTransaction(connection -> Database.query(
                                connection,
                                INSERT,
                                made.accountId(),
                                id,
                                made.name(),
                                made.website(),
                                made.trackingDomain(),
                                made.createdAt().atOffset(ZoneOffset.UTC))
                        .compose(ignored -> writeParts(connection, id, made))
                        .map(id)))
                .recover(problem -> refused(problem, made))
                .compose(id -> get(made.accountId(), id));
    }

    /** Writes all of a resource; its version must be the stored one. */
    public Future<Resource> update(Resource changed) {
        return database.inTransaction(connection -> Database.query(
                                connection,
                                UPDATE,
                                changed.accountId(),
                                changed.id(),
                                changed.version(),
                                changed.name(),
                                changed.website(),
                                changed.trackingDomain())
                        .compose(rows -> rows.rowCount() == 1
                                ? Database.query(connection, CLEAR, changed.accountId(), changed.id())
                                : Future.failedFuture(Refusal.of(ResourceReason.STALE)))
                        .compose(ignored -> writeParts(connection, changed.id(), changed)))
                .recover(problem -> refused(problem, changed))
                .compose(ignored -> get(changed.accountId(), changed.id()));
    }

    private static Future<Void> writeParts(SqlConnection connection, long id, Resource resource) {
        List<Map.Entry<String, String>> channels =
                List.copyOf(resource.callerIds().entrySet());
        Future<?> written = Database.query(
                connection,
                INSERT_CHANNELS,
                resource.accountId(),
                id,
                channels.stream().map(Map.Entry::getKey).toArray(String[]::new),
                channels.stream().map(Map.Entry::getValue).toArray(String[]::new));
        return Future.all(
                        written,
                        Database.query(
                                connection,
                                INSERT_DATABASES,
                                resource.accountId(),
                                id,
                                resource.databaseIds().toArray(Long[]::new)))
                .mapEmpty();
    }

    /** Deletes a resource that nobody subscribes to and no mailing uses. */
    public Future<Void> delete(long account, long id, int version) {
        return get(account, id)
                .compose(found -> database.update(DELETE, account, id, version)
                        .recover(problem -> Future.failedFuture(
                                state(problem).equals(FOREIGN_KEY_VIOLATION)
                                        ? Refusal.of(ResourceReason.IN_USE)
                                        : problem))
                        .compose(deleted -> deleted == 1
                                ? Future.succeededFuture()
                                : Future.failedFuture(Refusal.of(
                                        found.version() == version ? ResourceReason.IN_USE : ResourceReason.STALE))));
    }

    /** The resource, or a refusal. */
    public Future<Resource> get(long account, long id) {
        return find(account, id)
                .compose(found -> found.map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(Refusal.of(ResourceReason.NOT_FOUND))));
    }

    /** The resource, if there is one. */
    public Future<Optional<Resource>> find(long account, long id) {
        return database.first(ResourceStore::resource, FIND, account, id);
    }

    /** Resources after {@code after}, oldest first, whose name contains {@code q}. */
    public Future<List<Resource>> page(long account, long after, String q, int limit) {
        return database.list(ResourceStore::resource, PAGE, account, after, Database.containing(q), limit);
    }

    /** How these resources are used, by their ids; the counts are kept by whoever writes subscriptions. */
    public Future<Map<Long, ResourceUse>> uses(long account, List<Long> resources) {
        return database.query(USES, account, resources.toArray(Long[]::new)).map(rows -> {
            Map<Long, ResourceUse> uses = new HashMap<>();
            rows.forEach(row -> uses.put(row.getLong("id"), use(row)));
            return uses;
        });
    }

    private static ResourceUse use(Row row) {
        Map<SubscriptionStatus, Long> counts = new EnumMap<>(SubscriptionStatus.class);
        row.getJsonObject("counts")
                .forEach(entry -> counts.put(
                        SubscriptionStatus.of(Integer.parseInt(entry.getKey())),
                        ((Number) entry.getValue()).longValue()));
        Map<Long, String> databases = new TreeMap<>();
        row.getJsonObject("databases")
                .forEach(entry -> databases.put(Long.valueOf(entry.getKey()), String.valueOf(entry.getValue())));
        return new ResourceUse(counts, databases);
    }

    private static <T> Future<T> refused(Throwable problem, Resource resource) {
        return Future.failedFuture(
                switch (state(problem)) {
                    case UNIQUE_VIOLATION ->
                        Refusal.ofField(ResourceReason.NAME_TAKEN, "/name", Map.of("name", resource.name()));
                    case FOREIGN_KEY_VIOLATION ->
                        Refusal.ofField(
                                ResourceReason.DATABASE_UNKNOWN,
                                "/databaseIds",
                                Map.of(
                                        "id",
                                        resource.databaseIds().stream()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(", "))));
                    default -> problem;
                });
    }

    private static String state(Throwable problem) {
        return problem instanceof PgException sql && sql.getSqlState() != null ? sql.getSqlState() : "";
    }

    private static Resource resource(Row row) {
        JsonObject callerIds = row.getJsonObject("caller_ids");
        return new Resource(
                row.getLong("account_id"),
                row.getLong("id"),
                row.getString("name"),
                row.getString("website"),
                row.getString("tracking_domain"),
                callerIds.stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue()))),
                List.of(row.getArrayOfLongs("database_ids")),
                row.getInteger("version"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
