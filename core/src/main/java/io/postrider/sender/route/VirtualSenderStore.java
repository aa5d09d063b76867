package io.postrider.sender.route;

import io.postrider.refusal.Refusal;
import io.postrider.sender.CharsetPolicy;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Virtual senders in PostgreSQL. */
public final class VirtualSenderStore {
    private static final String COLUMNS = """
            v.account_id, v.id, v.name, v.rules, v.version, v.created_at,
              coalesce((select bool_and(s.rehearsal) from virtual_sender_use u
                join sender s on s.account_id = u.account_id and s.id = u.sender_id
                where u.account_id = v.account_id and u.virtual_sender_id = v.id), false) as rehearsal
            from virtual_sender v
            """;
    private static final String INSERT = """
            insert into virtual_sender (account_id, id, name, rules, version, created_at) values ($1, $2, $3, $4, 1, $5)
            """;
    private static final String UPDATE = """
            update virtual_sender set name = $4, rules = $5, version = version + 1
            where account_id = $1 and id = $2 and version = $3
            """;
    private static final String FORGET_USES =
            "delete from virtual_sender_use where account_id = $1 and virtual_sender_id = $2";
    private static final String USES = """
            insert into virtual_sender_use (account_id, virtual_sender_id, sender_id)
            select $1, $2, id from unnest($3::bigint[]) as s(id)
            """;
    private static final String DELETE =
            "delete from virtual_sender where account_id = $1 and id = $2 and version = $3";
    private static final String USED_BY =
            "select name from mailing where account_id = $1 and virtual_sender_id = $2 order by id limit 1";
    private static final String FIND = "select " + COLUMNS + " where v.account_id = $1 and v.id = $2";
    private static final String PAGE =
            "select " + COLUMNS + " where v.account_id = $1 and v.id > $2 and v.name ilike $3 order by v.id limit $4";
    private static final String SENDERS = """
            select id, name, caller_id, max_parts, charset, validity_seconds, draining or drained as leaving, paused_at, rehearsal from sender
            where account_id = $1 and id = any($2::bigint[]) order by id
            """;
    private static final String UNIQUE = "23505";
    private static final String FOREIGN_KEY = "23503";

    private final Database database;
    private final Ids ids;

    public VirtualSenderStore(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /** Writes a new virtual sender and gives it its number. */
    public Future<VirtualSender> create(VirtualSender made) {
        return ids.next(Ids.Series.OBJECT)
                .compose(id -> database.inTransaction(transaction -> Database.query(
                                        transaction,
                                        INSERT,
                                        made.accountId(),
                                        id,
                                        made.name(),
                                        RouteJson.of(made.rules()),
                                        made.createdAt().atOffset(ZoneOffset.UTC))
                                .compose(inserted -> uses(transaction, made, id)))
                        .compose(written -> get(made.accountId(), id)))
                .recover(problem -> refused(problem, made));
    }

    /** Writes a changed virtual sender. */
    public Future<VirtualSender> update(VirtualSender changed) {
        return database.inTransaction(transaction -> Database.query(
                                transaction,
                                UPDATE,
                                changed.accountId(),
                                changed.id(),
                                changed.version(),
                                changed.name(),
                                RouteJson.of(changed.rules()))
                        .compose(rows -> rows.rowCount() == 1
                                ? Database.query(transaction, FORGET_USES, changed.accountId(), changed.id())
                                : Future.failedFuture(Refusal.of(VirtualSenderReason.STALE)))
                        .compose(forgotten -> uses(transaction, changed, changed.id())))
                .compose(written -> get(changed.accountId(), changed.id()))
                .recover(problem -> refused(problem, changed));
    }

    private static Future<Void> uses(SqlConnection transaction, VirtualSender virtual, long id) {
        return Database.query(
                        transaction,
                        USES,
                        virtual.accountId(),
                        id,
                        virtual.senders().toArray(Long[]::new))
                .mapEmpty();
    }

    /** Deletes a virtual sender that no mailing uses. */
    public Future<Void> delete(long account, long id, int version) {
        return database.first(row -> row.getString("name"), USED_BY, account, id)
                .compose(mailing -> mailing.isPresent()
                        ? Future.failedFuture(Refusal.of(VirtualSenderReason.IN_USE, Map.of("mailing", mailing.get())))
                        : database.update(DELETE, account, id, version))
                .compose(deleted -> deleted == 1
                        ? Future.succeededFuture()
                        : Future.failedFuture(Refusal.of(VirtualSenderReason.STALE)));
    }

    /** The virtual sender, or a refusal. */
    public Future<VirtualSender> get(long account, long id) {
        return find(account, id)
                .compose(found -> found.map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(Refusal.of(VirtualSenderReason.NOT_FOUND))));
    }

    /** The virtual sender, if there is one. */
    public Future<Optional<VirtualSender>> find(long account, long id) {
        return database.first(VirtualSenderStore::virtual, FIND, account, id);
    }

    /** Virtual senders behind {@code after}, whose name contains {@code q}. */
    public Future<List<VirtualSender>> page(long account, long after, String q, int limit) {
        return database.list(VirtualSenderStore::virtual, PAGE, account, after, Database.containing(q), limit);
    }

    /** Those of these senders that exist. */
    public Future<List<RouteSender>> senders(long account, Collection<Long> numbers) {
        return database.list(VirtualSenderStore::sender, SENDERS, account, numbers.toArray(Long[]::new));
    }

    private static <T> Future<T> refused(Throwable problem, VirtualSender virtual) {
        if (problem instanceof PgException pg && UNIQUE.equals(pg.getSqlState())) {
            return Future.failedFuture(
                    Refusal.ofField(VirtualSenderReason.NAME_TAKEN, "/name", Map.of("name", virtual.name())));
        }
        boolean gone = problem instanceof PgException pg && FOREIGN_KEY.equals(pg.getSqlState());
        return Future.failedFuture(gone ? Refusal.of(VirtualSenderReason.SENDER_UNKNOWN) : problem);
    }

    private static RouteSender sender(Row row) {
        OffsetDateTime pausedAt = row.getOffsetDateTime("paused_at");
        return new RouteSender(
                row.getLong("id"),
                row.getString("name"),
                row.getString("caller_id"),
                row.getInteger("max_parts"),
                CharsetPolicy.of(row.getString("charset")),
                Duration.ofSeconds(row.getLong("validity_seconds")),
                row.getBoolean("leaving"),
                pausedAt == null ? null : pausedAt.toInstant(),
                row.getBoolean("rehearsal"));
    }

    private static VirtualSender virtual(Row row) {
        JsonArray rules = row.getJsonArray("rules");
        return new VirtualSender(
                row.getLong("account_id"),
                row.getLong("id"),
                row.getString("name"),
                RouteJson.rules(rules),
                row.getBoolean("rehearsal"),
                row.getInteger("version"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
