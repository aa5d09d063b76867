package io.postrider.sender;

import io.postrider.refusal.Refusal;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.SecretBox;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Senders in PostgreSQL; their secrets are sealed for the row they stand in. */
public final class SenderStore {
    private static final String COLUMNS = """
            account_id, id, name, channel, gateway, settings, caller_id, messages_per_second, parts_per_second,
            validity_seconds, max_parts, charset, send_window, error_rules, paused, rehearsal, connection, version, created_at,
            doubt_action, doubt_minutes, doubt_tries
            """;
    /** All of a sender, and what the one that takes over is called. */
    private static final String SELECT = "select " + COLUMNS + """
            , (select o.name from sender o where o.account_id = sender.account_id
                and o.id::text = sender.error_rules ->> 'failOverTo') as fail_over_name, draining, drained
            from sender
            """;

    private static final String INSERT = "insert into sender (" + COLUMNS
            + ", secrets, doubt_since) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,"
            + " $19, $20, $21, $22, $23, case when $20 = 'send-again' then $19 end)";
    private static final String UPDATE = """
            update sender set name = $4, settings = $5, caller_id = $6, messages_per_second = $7, parts_per_second = $8,
              validity_seconds = $9, max_parts = $10, send_window = $11, secrets = coalesce($12, secrets),
              rehearsal = $13, error_rules = $14, doubt_action = $15,
              doubt_minutes = $16, doubt_tries = $17, charset = $18,
              doubt_since = case when $15 <> 'hold' then coalesce(doubt_since, now()) end,
              connection = connection + (settings is distinct from $5 or $12::bytea is not null)::int,
              version = version + 1
            where account_id = $1 and id = $2 and version = $3
            """;
    private static final String DELETE = "delete from sender where account_id = $1 and id = $2 and version = $3";
    private static final String USED_BY =
            "select name from mailing where account_id = $1 and sender_id = $2 order by id limit 1";
    private static final String NAMED_BY = """
            select v.name from virtual_sender_use u
            join virtual_sender v on v.account_id = u.account_id and v.id = u.virtual_sender_id
            where u.account_id = $1 and u.sender_id = $2
            union all
            select p.plan ->> 'name' from run_route p join run r on r.account_id = p.account_id and r.id = p.run_id
            where p.account_id = $1 and r.rested_at is null
              and p.plan -> 'senders' @> jsonb_build_array(jsonb_build_object('id', $2::bigint::text))
            limit 1
            """;
    private static final String TAKES_OVER_FROM = """
            select name from sender where account_id = $1 and error_rules ->> 'failOverTo' = $2::bigint::text limit 1
            """;
    private static final String WAITED_FOR = """
            select coalesce(g.name, r.kind) as name from dispatch_batch b
            join run r on r.account_id = b.account_id and r.id = b.run_id
            left join mailing g on g.account_id = r.account_id and g.id = r.mailing_id
            where b.account_id = $1 and b.sender_id = $2 and b.refused_by <> '{}' limit 1
            """;
    /** The sender from which a chain of those that take over leads to itself. */
    private static final String COMES_BACK = """
            with recursive chain(id, name, next) as (
              select id, name, error_rules ->> 'failOverTo' from sender where account_id = $1 and id = $3
              union
              select s.id, s.name, s.error_rules ->> 'failOverTo' from chain c
              join sender s on s.account_id = $1 and s.id::text = c.next and c.id <> $2)
            select name from chain where next = $2::bigint::text limit 1
            """;

    private static final String FIND = SELECT + "where account_id = $1 and id = $2";
    private static final String EVERY = SELECT + "order by id";
    private static final String PAGE =
            SELECT + "where account_id = $1 and id > $2 and name ilike $3 order by id limit $4";
    private static final String REHEARSAL = SELECT + "where account_id = $1 and rehearsal order by id limit 1";
    private static final String ANY_LIVE = "select id from sender where account_id = $1 and not rehearsal limit 1";
    private static final String ANY_REHEARSAL = "select id from sender where rehearsal limit 1";
    private static final String SECRETS = "select secrets from sender where account_id = $1 and id = $2";

    private final Database database;
    private final Ids ids;
    private final SecretBox box;

    public SenderStore(Database database, Ids ids, SecretBox box) {
        this.database = database;
        this.ids = ids;
        this.box = box;
    }

    /** Who takes them out of service and lets them go on. */
    public DutyStore duties() {
        return new DutyStore(database);
    }

    /** Writes a new sender with its secrets and gives it its number. */
    public Future<Sender> create(Sender sender, Map<String, String> secrets) {
        return ids.next(Ids.Series.OBJECT).compose(id -> {
            Sender stored = sender.stored(id, 1);
            return database.query(
                            INSERT,
                            stored.accountId(),
                            id,
                            stored.name(),
                            stored.channel(),
                            stored.gateway(),
                            json(stored.settings()),
                            stored.callerId(),
                            stored.messagesPerSecond(),
                            stored.partsPerSecond(),
                            stored.validity().toSeconds(),
                            stored.maxParts(),
                            stored.charset().word(),
                            stored.window(),
                            ErrorRulesView.of(stored.errors()),
                            stored.paused(),
                            stored.rehearsal(),
                            stored.connection(),
                            1,
                            stored.createdAt().atOffset(ZoneOffset.UTC),
                            stored.doubts().action().word(),
                            (int) stored.doubts().after().toMinutes(),
                            stored.doubts().tries(),
                            inBox(stored, secrets))
                    .map(stored)
                    .recover(problem -> refused(problem, stored));
        });
    }

    /** Writes a changed sender; empty {@code secrets} leave what is stored. */
    public Future<Sender> update(Sender sender, Optional<Map<String, String>> secrets) {
        return database.update(
                        UPDATE,
                        sender.accountId(),
                        sender.id(),
                        sender.version(),
                        sender.name(),
                        json(sender.settings()),
                        sender.callerId(),
                        sender.messagesPerSecond(),
                        sender.partsPerSecond(),
                        sender.validity().toSeconds(),
                        sender.maxParts(),
                        sender.window(),
                        secrets.map(values -> inBox(sender, values)).orElse(null),
                        sender.rehearsal(),
                        ErrorRulesView.of(sender.errors()),
                        sender.doubts().action().word(),
                        (int) sender.doubts().after().toMinutes(),
                        sender.doubts().tries(),
                        sender.charset().word())
                .compose(
                        changed -> changed == 1
                                ? Future.succeededFuture(sender.stored(sender.id(), sender.version() + 1))
                                : Future.failedFuture(Refusal.of(SenderReason.STALE)),
                        problem -> refused(problem, sender));
    }

    /** The sender that hands over to the one that is asked for, if the chain that begins at {@code other} leads there. */
    Future<Optional<String>> comesBack(long account, long id, long other) {
        return database.first(row -> row.getString("name"), COMES_BACK, account, id, other);
    }

    /** Deletes a sender that no mailing, no virtual sender and no other sender uses. */
    public Future<Void> delete(long account, long id, int version) {
        return refuseIfUsed(USED_BY, SenderReason.IN_USE, "mailing", account, id)
                .compose(free -> refuseIfUsed(NAMED_BY, SenderReason.IN_RULES, "virtual", account, id))
                .compose(free -> refuseIfUsed(TAKES_OVER_FROM, SenderReason.TAKES_OVER, "sender", account, id))
                .compose(free -> refuseIfUsed(WAITED_FOR, SenderReason.WAITED_FOR, "mailing", account, id))
                .compose(free -> database.update(DELETE, account, id, version))
                .compose(deleted ->
                        deleted == 1 ? Future.succeededFuture() : Future.failedFuture(Refusal.of(SenderReason.STALE)));
    }

    private Future<Void> refuseIfUsed(String sql, SenderReason reason, String user, long account, long id) {
        return database.first(row -> row.getString("name"), sql, account, id)
                .compose(name -> name.isPresent()
                        ? Future.failedFuture(Refusal.of(reason, Map.of(user, name.get())))
                        : Future.succeededFuture());
    }

    /** The sender, or a refusal. */
    public Future<Sender> get(long account, long id) {
        return find(account, id)
                .compose(sender -> sender.map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(Refusal.of(SenderReason.NOT_FOUND))));
    }

    /** The sender, if there is one. */
    public Future<Optional<Sender>> find(long account, long id) {
        return database.first(SenderStore::sender, FIND, account, id);
    }

    /** Senders of all accounts, for the stage that drives them. */
    public Future<List<Sender>> all() {
        return database.list(SenderStore::sender, EVERY);
    }

    /** Senders behind {@code after}, whose name contains {@code q}. */
    public Future<List<Sender>> page(long account, long after, String q, int limit) {
        return database.list(SenderStore::sender, PAGE, account, after, Database.containing(q), limit);
    }

    /** The sender that leads to the simulator, if there is one. */
    public Future<Optional<Sender>> rehearsal(long account) {
        return database.first(SenderStore::sender, REHEARSAL, account);
    }

    /** Whether a sender of any account leads to the simulator. */
    public Future<Boolean> anyRehearsal() {
        return database.first(row -> row.getLong("id"), ANY_REHEARSAL).map(Optional::isPresent);
    }

    /** Whether something that is sent may reach a person. */
    public Future<Boolean> anyLive(long account) {
        return database.first(row -> row.getLong("id"), ANY_LIVE, account).map(Optional::isPresent);
    }

    /** The secret settings in the clear; never to be shown or logged. */
    public Future<Map<String, String>> secrets(Sender sender) {
        return database.first(row -> row.getBuffer("secrets"), SECRETS, sender.accountId(), sender.id())
                .map(content ->
                        content.map(bytes -> opened(sender, bytes.getBytes())).orElseGet(Map::of));
    }

    private Buffer inBox(Sender sender, Map<String, String> secrets) {
        return Buffer.buffer(box.seal(json(secrets).encode(), context(sender)));
    }

    private Map<String, String> opened(Sender sender, byte[] content) {
        return strings(new JsonObject(box.open(content, context(sender))));
    }

    private static String context(Sender sender) {
        return "sender/" + sender.accountId() + "/" + sender.id();
    }

    private static <T> Future<T> refused(Throwable problem, Sender sender) {
        boolean taken = problem instanceof PgException pg && "23505".equals(pg.getSqlState());
        return Future.failedFuture(
                taken ? Refusal.ofField(SenderReason.NAME_TAKEN, "/name", Map.of("name", sender.name())) : problem);
    }

    private static JsonObject json(Map<String, String> values) {
        JsonObject json = new JsonObject();
        values.forEach(json::put);
        return json;
    }

    private static Map<String, String> strings(JsonObject json) {
        Map<String, String> values = new HashMap<>();
        json.forEach(entry -> values.put(entry.getKey(), String.valueOf(entry.getValue())));
        return values;
    }

    private static Sender sender(Row row) {
        return new Sender(
                row.getLong("account_id"),
                row.getLong("id"),
                row.getString("name"),
                row.getString("channel"),
                row.getString("gateway"),
                strings(row.getJsonObject("settings")),
                row.getString("caller_id"),
                row.getDouble("messages_per_second"),
                row.getDouble("parts_per_second"),
                Duration.ofSeconds(row.getLong("validity_seconds")),
                row.getInteger("max_parts"),
                CharsetPolicy.of(row.getString("charset")),
                row.getInteger("send_window"),
                ErrorRulesView.read(row.getJsonObject("error_rules"), row.getString("fail_over_name")),
                new DoubtPolicy(
                        DoubtPolicy.Action.of(row.getString("doubt_action")),
                        Duration.ofMinutes(row.getInteger("doubt_minutes")),
                        row.getInteger("doubt_tries")),
                Duty.of(row.getBoolean("draining"), row.getBoolean("paused"), row.getBoolean("drained")),
                row.getBoolean("rehearsal"),
                row.getInteger("connection"),
                row.getInteger("version"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
