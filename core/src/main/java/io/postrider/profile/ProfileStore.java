package io.postrider.profile;

import io.postrider.refusal.Refusal;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads profiles from PostgreSQL; they are written in batches together with their subscriptions. */
public final class ProfileStore {
    /** The columns of a profile under the alias {@code p}, for queries that join it. */
    public static final String COLUMNS = """
            p.email, p.phones, p.fname, p.lname, p.bdate, p.sex, p.regdate, p.city, p.country, p.region, p.postal_code,
            p.tz, p.vendor, p.status, p.fields
            """;

    private static final String SELECT =
            "select p.account_id, p.database_id, p.id, p.version, p.created_at, p.updated_at, " + COLUMNS
                    + " from profile p where p.account_id = $1 and p.database_id = $2 ";
    private static final String CHOSEN = SELECT + "and p.id = $3";
    private static final String NEXT = SELECT + "and p.id > $3 order by p.id limit 1";
    private static final String PREVIOUS = SELECT + "and p.id < $3 order by p.id desc limit 1";
    private static final String NEWEST = SELECT + "and p.id < $3 order by p.id desc limit $4";
    private static final String NAMES = """
            select p.id, concat_ws(' ', nullif(p.fname, ''), nullif(p.lname, '')) as name from profile p
            where p.account_id = $1 and p.database_id = $2 and p.id = any($3::bigint[])
            """;
    private static final String COUNT = "select profiles from profile_database where account_id = $1 and id = $2";

    private final Database database;

    public ProfileStore(Database database) {
        this.database = database;
    }

    /** The profile, or a refusal. */
    public Future<Profile> get(ProfileDatabase of, long id) {
        return at(of, id, Step.CHOSEN)
                .compose(found -> found.map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(Refusal.of(ProfileReason.NOT_FOUND))));
    }

    /** A profile or its neighbour, if there is one; {@code NEXT} of 0 is the first. */
    public Future<Optional<Profile>> at(ProfileDatabase of, long id, Step step) {
        String sql =
                switch (step) {
                    case CHOSEN -> CHOSEN;
                    case NEXT -> NEXT;
                    case PREVIOUS -> PREVIOUS;
                };
        return database.first(row -> profile(row, of), sql, of.accountId(), of.id(), id);
    }

    /** The newest profiles before {@code before}. */
    public Future<List<Profile>> newest(ProfileDatabase of, long before, int limit) {
        return database.list(row -> profile(row, of), NEWEST, of.accountId(), of.id(), before, limit);
    }

    /** First and last names of profiles by id; empty for who has neither, missing for who is no more. */
    public Future<Map<Long, String>> names(long account, long databaseId, List<Long> ids) {
        return database.query(NAMES, account, databaseId, ids.toArray(Long[]::new))
                .map(rows -> {
                    Map<Long, String> names = new HashMap<>();
                    rows.forEach(row -> names.put(row.getLong("id"), row.getString("name")));
                    return names;
                });
    }

    /** How many profiles a database has; whoever writes them keeps count. */
    public Future<Long> count(long account, long databaseId) {
        return database.first(row -> row.getLong("profiles"), COUNT, account, databaseId)
                .map(count -> count.orElse(0L));
    }

    /** A row with {@link #COLUMNS}, {@code id} and the like as a profile. */
    public static Profile profile(Row row, ProfileDatabase of) {
        return new Profile(
                row.getLong("account_id"),
                row.getLong("database_id"),
                row.getLong("id"),
                values(row, of),
                row.getInteger("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    /** The values in {@link #COLUMNS} of a row by field name, in the types of the fields. */
    public static Map<String, Object> values(Row row, ProfileDatabase of) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (StandardField field : StandardField.values()) {
            put(values, field.field(), standard(row, field));
        }
        JsonObject custom = row.getJsonObject("fields");
        for (ProfileField field : of.fields()) {
            put(values, field.name(), JsonValues.stored(field.type(), custom.getValue(field.name())));
        }
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static @Nullable Object standard(Row row, StandardField field) {
        String column = field.column();
        return switch (field.type()) {
            case DATE -> row.getLocalDate(column);
            case INTEGER -> row.getLong(column);
            case DATETIME -> {
                OffsetDateTime time = row.getOffsetDateTime(column);
                yield time == null ? null : time.toInstant();
            }
            case PHONES -> {
                String[] phones = row.getArrayOfStrings(column);
                yield phones == null ? null : List.of(phones);
            }
            default -> row.getString(column);
        };
    }
}
