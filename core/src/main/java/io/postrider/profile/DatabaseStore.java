package io.postrider.profile;

import io.postrider.refusal.Refusal;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Databases of profiles and their fields in PostgreSQL. */
public final class DatabaseStore {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String SELECT = """
            select d.account_id, d.id, d.name, d.default_country, d.version, d.created_at,
              (select coalesce(jsonb_agg(to_jsonb(f) order by f.position), '[]') from profile_field f
               where f.account_id = d.account_id and f.database_id = d.id) as fields
            from profile_database d
            """;
    private static final String INSERT = """
            insert into profile_database (account_id, id, name, default_country, created_at)
            values ($1, $2, $3, $4, $5)
            """;
    private static final String UPDATE = """
            update profile_database set name = $4, default_country = $5, version = version + 1
            where account_id = $1 and id = $2 and version = $3
            """;
    private static final String DELETE =
            "delete from profile_database where account_id = $1 and id = $2 and version = $3";
    private static final String CLEAR_FIELDS = "delete from profile_field where account_id = $1 and database_id = $2";
    private static final String INSERT_FIELD = """
            insert into profile_field (account_id, database_id, name, label, type, required, key, options, position)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;
    private static final String FIND = SELECT + "where d.account_id = $1 and d.id = $2";
    private static final String PAGE =
            SELECT + "where d.account_id = $1 and d.id > $2 and d.name ilike $3 order by d.id limit $4";
    private static final String COUNTS =
            "select id, profiles from profile_database where account_id = $1 and id = any($2::bigint[])";
    private static final String HAS_PROFILES =
            "select exists (select from profile where account_id = $1 and database_id = $2) as used";

    private final Database database;
    private final Ids ids;

    public DatabaseStore(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /** Writes a new database and gives it its number. */
    public Future<ProfileDatabase> create(ProfileDatabase made) {
        return ids.next(Ids.Series.OBJECT)
                .compose(id -> database.inTransaction(connection -> Database.query(
                                connection,
                                INSERT,
                                made.accountId(),
                                id,
                                made.name(),
                                made.defaultCountry(),
                                made.createdAt().atOffset(ZoneOffset.UTC))
                        .compose(ignored -> writeFields(connection, made.accountId(), id, made.fields()))
                        .map(id)))
                .recover(problem -> refused(problem, made.name()))
                .compose(id -> get(made.accountId(), id));
    }

    /** Writes name, country and fields of a database; its version must be the stored one. */
    public Future<ProfileDatabase> update(ProfileDatabase changed) {
        return database.inTransaction(connection -> Database.query(
                                connection,
                                UPDATE,
                                changed.accountId(),
                                changed.id(),
                                changed.version(),
                                changed.name(),
                                changed.defaultCountry())
                        .compose(rows -> rows.rowCount() == 1
                                ? Database.query(connection, CLEAR_FIELDS, changed.accountId(), changed.id())
                                : Future.failedFuture(Refusal.of(ProfileReason.DATABASE_STALE)))
                        .compose(ignored ->
                                writeFields(connection, changed.accountId(), changed.id(), changed.fields())))
                .recover(problem -> refused(problem, changed.name()))
                .compose(ignored -> get(changed.accountId(), changed.id()));
    }

    /** Deletes a database that nothing uses any more. */
    public Future<Void> delete(long account, long id, int version) {
        return database.update(DELETE, account, id, version)
                .recover(
                        problem -> problem instanceof PgException sql && FOREIGN_KEY_VIOLATION.equals(sql.getSqlState())
                                ? Future.failedFuture(Refusal.of(ProfileReason.DATABASE_IN_USE))
                                : Future.failedFuture(problem))
                .compose(deleted -> deleted == 1
                        ? Future.succeededFuture()
                        : Future.failedFuture(Refusal.of(ProfileReason.DATABASE_STALE)));
    }

    /** The database, or a refusal. */
    public Future<ProfileDatabase> get(long account, long id) {
        return find(account, id)
                .compose(found -> found.map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(Refusal.of(ProfileReason.DATABASE_NOT_FOUND))));
    }

    /** The database, if there is one. */
    public Future<Optional<ProfileDatabase>> find(long account, long id) {
        return database.first(DatabaseStore::database, FIND, account, id);
    }

    /** Databases after {@code after}, oldest first, whose name contains {@code q}. */
    public Future<List<ProfileDatabase>> page(long account, long after, String q, int limit) {
        return database.list(DatabaseStore::database, PAGE, account, after, Database.containing(q), limit);
    }

    /** How many profiles each of these databases has; whoever writes profiles keeps count. */
    public Future<Map<Long, Long>> counts(long account, List<Long> databases) {
        return database.query(COUNTS, account, databases.toArray(Long[]::new)).map(rows -> {
            Map<Long, Long> counts = new HashMap<>();
            rows.forEach(row -> counts.put(row.getLong("id"), row.getLong("profiles")));
            return counts;
        });
    }

    /** Whether there is any profile in it. */
    public Future<Boolean> hasProfiles(long account, long id) {
        return database.query(HAS_PROFILES, account, id)
                .map(rows -> rows.iterator().next().getBoolean("used"));
    }

    private static <T> Future<T> refused(Throwable problem, String name) {
        boolean taken = problem instanceof PgException sql && UNIQUE_VIOLATION.equals(sql.getSqlState());
        return Future.failedFuture(
                taken ? Refusal.ofField(ProfileReason.DATABASE_NAME_TAKEN, "/name", Map.of("name", name)) : problem);
    }

    private static Future<Void> writeFields(
            SqlConnection connection, long account, long id, List<ProfileField> fields) {
        List<Future<?>> written = new ArrayList<>();
        for (ProfileField field : fields) {
            written.add(Database.query(
                    connection,
                    INSERT_FIELD,
                    account,
                    id,
                    field.name(),
                    field.label(),
                    field.type().word(),
                    field.required(),
                    field.key(),
                    new JsonArray(field.options()),
                    written.size()));
        }
        return Future.all(written).mapEmpty();
    }

    private static ProfileDatabase database(Row row) {
        List<ProfileField> fields = row.getJsonArray("fields").stream()
                .map(io.vertx.core.json.JsonObject.class::cast)
                .map(field -> new ProfileField(
                        field.getString("name"),
                        field.getString("label"),
                        FieldType.of(field.getString("type")).orElse(FieldType.TEXT),
                        field.getBoolean("required"),
                        field.getBoolean("key"),
                        field.getJsonArray("options").stream()
                                .map(Object::toString)
                                .toList()))
                .toList();
        return new ProfileDatabase(
                row.getLong("account_id"),
                row.getLong("id"),
                row.getString("name"),
                row.getString("default_country"),
                fields,
                row.getInteger("version"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
