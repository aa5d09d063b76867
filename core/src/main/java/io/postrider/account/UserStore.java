package io.postrider.account;

import io.postrider.refusal.Refusal;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People in PostgreSQL. The last administrator of an account always stays. */
public final class UserStore {
    private static final String COLUMNS =
            "account_id, id, login, role, language, must_change_password, version, created_at";
    private static final String INSERT =
            "insert into app_user (" + COLUMNS + ", password_hash) values ($1, $2, $3, $4, $5, false, 1, $6, $7)";
    private static final String INSERT_FIRST = "insert into app_user (" + COLUMNS + """
            , password_hash)
            select $1, $2, $3, 'admin', 'en', $6, 1, $4, $5 where not exists (select from app_user where account_id = $1)
            """;
    private static final String LOCK = "select id from account where id = $1 for update";
    private static final String ANYBODY = "select id from app_user where account_id = $1 limit 1";
    private static final String FIND = "select " + COLUMNS + " from app_user where account_id = $1 and id = $2";
    private static final String BY_LOGIN = "select " + COLUMNS + ", password_hash from app_user where login = $1";
    private static final String HASH = "select password_hash from app_user where account_id = $1 and id = $2";
    private static final String PAGE = "select " + COLUMNS
            + " from app_user where account_id = $1 and id > $2 and login ilike $3 order by id limit $4";
    private static final String ANOTHER_ADMIN =
            "select id from app_user where account_id = $1 and id <> $2 and role = 'admin' limit 1";
    private static final String SET_ROLE = """
            update app_user set role = $4, version = version + 1 where account_id = $1 and id = $2 and version = $3
            """;
    private static final String SET_LANGUAGE =
            "update app_user set language = $3, version = version + 1 where account_id = $1 and id = $2";
    private static final String SET_PASSWORD = """
            update app_user set password_hash = $4, must_change_password = false, version = version + 1
            where account_id = $1 and id = $2 and password_hash = $3
            """;
    private static final String UNTOUCHED = """
            select id from app_user where must_change_password and not exists (select from app_user where not must_change_password)
            limit 1
            """;
    private static final String DELETE_KEYS = "delete from api_key where account_id = $1 and created_by = $2";
    private static final String DELETE = "delete from app_user where account_id = $1 and id = $2 and version = $3";

    private final Database database;
    private final Ids ids;

    public UserStore(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /** A user and what stands for the password. */
    public record WithHash(User user, String passwordHash) {}

    /** Writes a new user. */
    public Future<User> create(long account, String login, Role role, String language, String hash, Instant now) {
        return ids.next(Ids.Series.OBJECT)
                .compose(id -> database.update(
                                INSERT, account, id, login, role.word(), language, now.atOffset(ZoneOffset.UTC), hash)
                        .map(new User(account, id, login, role, language, false, 1, now))
                        .recover(problem -> problem instanceof PgException pg && "23505".equals(pg.getSqlState())
                                ? Future.failedFuture(
                                        Refusal.ofField(AccountReason.LOGIN_TAKEN, "/login", Map.of("login", login)))
                                : Future.failedFuture(problem)));
    }

    /**
     * Writes the first administrator; false if there was somebody already. Of two at once, one wins.
     *
     * @param madeUp whether the password was made up, and is to be changed
     */
    public Future<Boolean> createFirst(long account, String login, String hash, boolean madeUp, Instant now) {
        return ids.next(Ids.Series.OBJECT)
                .compose(id -> database.inTransaction(transaction -> Database.query(transaction, LOCK, account)
                        .compose(locked -> Database.query(
                                transaction,
                                INSERT_FIRST,
                                account,
                                id,
                                login,
                                now.atOffset(ZoneOffset.UTC),
                                hash,
                                madeUp))
                        .map(rows -> rows.rowCount() == 1)));
    }

    /** Whether the account has no user yet. */
    public Future<Boolean> empty(long account) {
        return database.first(row -> row.getLong("id"), ANYBODY, account).map(Optional::isEmpty);
    }

    /** The user, or a refusal. */
    public Future<User> get(long account, long id) {
        return database.first(UserStore::user, FIND, account, id)
                .map(found -> found.orElseThrow(() -> Refusal.of(AccountReason.USER_NOT_FOUND)));
    }

    /** Who logs in under this name; a login is unique over all accounts, since nobody has said an account yet. */
    public Future<Optional<WithHash>> byLogin(String login) {
        return database.first(row -> new WithHash(user(row), row.getString("password_hash")), BY_LOGIN, login);
    }

    /** What stands for the user's password. */
    public Future<String> passwordHash(long account, long id) {
        return database.first(row -> row.getString("password_hash"), HASH, account, id)
                .map(found -> found.orElseThrow(() -> Refusal.of(AccountReason.USER_NOT_FOUND)));
    }

    /** Users in the order of their ids. */
    public Future<List<User>> page(long account, long after, String q, int limit) {
        return database.list(UserStore::user, PAGE, account, after, Database.containing(q), limit);
    }

    /** Gives another role. */
    public Future<User> setRole(long account, long id, int version, Role role) {
        return change(account, id, role != Role.ADMIN, SET_ROLE, account, id, version, role.word())
                .compose(changed -> get(account, id));
    }

    /** Gives another language. */
    public Future<User> setLanguage(long account, long id, String language) {
        return database.update(SET_LANGUAGE, account, id, language).compose(changed -> get(account, id));
    }

    /** Gives another password in the place of a known one; false if somebody was faster, so that of two at once one wins. */
    public Future<Boolean> setPassword(long account, long id, String knownHash, String hash) {
        return database.update(SET_PASSWORD, account, id, knownHash, hash).map(changed -> changed == 1);
    }

    /** Whether there are only users whose password was made up by the server. */
    public Future<Boolean> untouched() {
        return database.first(row -> row.getLong("id"), UNTOUCHED).map(Optional::isPresent);
    }

    /** Deletes a user with the sessions and API keys. */
    public Future<Void> delete(long account, long id, int version) {
        return change(account, id, true, DELETE, account, id, version)
                .compose(changed -> database.update(DELETE_KEYS, account, id))
                .mapEmpty();
    }

    private Future<Void> change(long account, long id, boolean leaves, String sql, Object... values) {
        return get(account, id)
                .compose(user -> database.inTransaction(transaction -> Database.query(transaction, LOCK, account)
                        .compose(locked -> Database.query(transaction, ANOTHER_ADMIN, account, id))
                        .compose(admins -> leaves && user.role() == Role.ADMIN && admins.size() == 0
                                ? Future.failedFuture(Refusal.of(AccountReason.LAST_ADMIN))
                                : Database.query(transaction, sql, values))
                        .compose(rows -> rows.rowCount() == 1
                                ? Future.<Void>succeededFuture()
                                : Future.failedFuture(Refusal.of(AccountReason.USER_STALE)))));
    }

    private static User user(Row row) {
        return new User(
                row.getLong("account_id"),
                row.getLong("id"),
                row.getString("login"),
                Role.of(row.getString("role")),
                row.getString("language"),
                row.getBoolean("must_change_password"),
                row.getInteger("version"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
