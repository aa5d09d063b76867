package io.postrider.account;

import io.postrider.refusal.Refusal;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** API keys in PostgreSQL, found by their hash. They go with the user who made them. */
public final class ApiKeyStore {
    private static final int SHOWN = 10;
    private static final Duration USED_STEP = Duration.ofMinutes(1);
    private static final String COLUMNS =
            "k.account_id, k.id, k.name, k.prefix, k.role, k.created_by, k.created_at, k.used_at";
    private static final String INSERT = """
            insert into api_key (account_id, id, name, prefix, role, created_by, created_at, key_hash)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """;
    private static final String FIND = "select " + COLUMNS + """
            , u.role as maker_role from api_key k
            join app_user u on u.account_id = k.account_id and u.id = k.created_by
            where k.key_hash = $1
            """;
    private static final String USED = "update api_key set used_at = $3 where account_id = $1 and id = $2";
    private static final String PAGE = "select " + COLUMNS
            + " from api_key k where k.account_id = $1 and k.id > $2 and k.name ilike $3 order by k.id limit $4";
    private static final String DELETE = "delete from api_key where account_id = $1 and id = $2";
    private final Database database;
    private final Ids ids;

    public ApiKeyStore(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /** A key and what the one who made it may do now. */
    public record Known(ApiKey key, Role makerRole) {}

    /** Writes a new key. */
    public Future<ApiKey> create(long account, String name, Role role, long createdBy, Token key, Instant now) {
        String prefix = key.text().substring(0, SHOWN);
        return ids.next(Ids.Series.OBJECT)
                .compose(id -> database.update(
                                INSERT,
                                account,
                                id,
                                name,
                                prefix,
                                role.word(),
                                createdBy,
                                at(now),
                                Buffer.buffer(key.hash()))
                        .map(new ApiKey(account, id, name, prefix, role, createdBy, now, Optional.empty())));
    }

    /** The key of this secret. */
    public Future<Optional<Known>> find(Token secret, Instant now) {
        return database.first(
                        row -> new Known(key(row), Role.of(row.getString("maker_role"))),
                        FIND,
                        Buffer.buffer(secret.hash()))
                .compose(found -> used(found, now).map(found));
    }

    private Future<Integer> used(Optional<Known> found, Instant now) {
        return found.map(Known::key)
                .filter(key -> key.usedAt()
                        .filter(used -> used.isAfter(now.minus(USED_STEP)))
                        .isEmpty())
                .map(key -> database.update(USED, key.accountId(), key.id(), at(now)))
                .orElseGet(() -> Future.succeededFuture(0));
    }

    /** Keys in the order of their ids. */
    public Future<List<ApiKey>> page(long account, long after, String q, int limit) {
        return database.list(ApiKeyStore::key, PAGE, account, after, Database.containing(q), limit);
    }

    /** Ends a key at once. */
    public Future<Void> delete(long account, long id) {
        return database.update(DELETE, account, id).map(deleted -> {
            if (deleted == 0) {
                throw Refusal.of(AccountReason.KEY_NOT_FOUND);
            }
            return null;
        });
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static ApiKey key(Row row) {
        return new ApiKey(
                row.getLong("account_id"),
                row.getLong("id"),
                row.getString("name"),
                row.getString("prefix"),
                Role.of(row.getString("role")),
                row.getLong("created_by"),
                row.getOffsetDateTime("created_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("used_at")).map(OffsetDateTime::toInstant));
    }
}
