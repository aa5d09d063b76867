package io.postrider.mailing;

import io.postrider.refusal.Refusal;
import io.postrider.sender.CharsetPolicy;
import io.postrider.sender.route.RouteJson;
import io.postrider.sender.route.RoutePlan;
import io.postrider.sender.route.RouteSender;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs in PostgreSQL. Every step of a run is one statement guarded by the state it leaves, so it happens once. */
public final class RunStore {
    private static final String COLUMNS = """
            account_id, id, coalesce(mailing_id, 0) as mailing_id, kind, rehearsal, state, stopped, channel, resource_id, database_id,
            template_id, template_version, sender_id, caller_id, tracking_base, validity_seconds, max_parts, charset, recipients_limit,
            messages_per_second, seed, test_contacts, opened_at, cursor_millis, without_contact, chunks, rendered_at,
            finished_at, rested_at
            """;
    private static final String NUMBER = "select nextval('run_number') as number, make_week($1)";
    private static final String START_MAILING = """
            update mailing set state = 'running', updated_at = $3, version = version + 1
            where account_id = $1 and id = $2 and state = 'scheduled'
            """;
    private static final String INSERT = """
            insert into run (account_id, id, mailing_id, kind, state, channel, resource_id, database_id, template_id,
              template_version, sender_id, caller_id, tracking_base, validity_seconds, max_parts, recipients_limit,
              messages_per_second, seed, test_contacts, opened_at, charset, started_by, rehearsal)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
              coalesce($22, (select nullif(activated_by, '') from mailing where account_id = $1 and id = $3)),
              coalesce((select rehearsal from sender where account_id = $1 and id = $11),
                (select bool_and(rehearsal) from sender where account_id = $1 and id = any($23::bigint[])), false))
            """;
    private static final String INSERT_ROUTE = "insert into run_route (account_id, run_id, plan) values ($1, $2, $3)";
    private static final String ROUTE = "select plan from run_route where account_id = $1 and run_id = $2";
    private static final String INSERT_LINKS = """
            insert into run_link (account_id, run_id, no, url)
            select $1, $2, (ordinality - 1)::smallint, url from unnest($3::text[]) with ordinality as l(url, ordinality)
            """;
    private static final String MEASURED = """
            update run set state = 'rendering', cursor_millis = $3, without_contact = $4, chunks = $5
            where account_id = $1 and id = $2 and state = 'measuring'
            """;
    private static final String INSERT_CHUNKS = """
            insert into chunk (account_id, run_id, no, contact_from, contact_to, state, received, found)
            select $1, $2, (ordinality - 1)::int, f, t, 'ready', r, n
            from unnest($3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[]) with ordinality as c(f, t, r, n, ordinality)
            """;
    private static final String RENDERED = """
            update run set state = 'sending', rendered_at = $3 where account_id = $1 and id = $2 and state = 'rendering'
              and not exists (select from chunk c where c.run_id = $2 and c.state <> 'rendered')
            """;
    private static final String FINISHED = """
            update run set state = 'finished', finished_at = $3 where account_id = $1 and id = $2 and state = 'sending'
              and not exists (select from dispatch_batch b where b.run_id = $2)
            """;
    private static final String FINISH_MAILING = """
            update mailing set state = 'finished', updated_at = $3, version = version + 1
            where account_id = $1 and id = (select mailing_id from run where account_id = $1 and id = $2)
              and state in ('running', 'paused')
            """;
    private static final String RESTED = """
            update run set state = 'rested', rested_at = $3 where account_id = $1 and id = $2 and state = 'finished'
              and not exists (select from dispatch_batch b where b.run_id = $2)
            """;
    private static final String FIND = "select " + COLUMNS + " from run where account_id = $1 and id = $2";
    private static final String OPEN = "select " + COLUMNS + " from run where rested_at is null order by id";
    private static final String RENDERING = "select " + COLUMNS + """
             from run where rested_at is null and state = 'rendering' and (kind <> 'live' or not exists (
              select from mailing m where m.account_id = run.account_id and m.id = run.mailing_id and m.state = 'paused'))
            order by id
            """;
    private static final String OF_MAILING = "select " + COLUMNS + """
             from run where account_id = $1 and mailing_id = $2 and id < $3 and ($4 or kind = 'live')
            order by id desc limit $5
            """;
    private static final String LINKS = "select url from run_link where account_id = $1 and run_id = $2 order by no";

    private final Database database;

    public RunStore(Database database) {
        this.database = database;
    }

    /**
     * Opens a run that has one sender, see {@link #open(Run, RoutePlan, List, String)}.
     */
    public Future<Optional<Run>> open(Run plan, List<String> links, @Nullable String by) {
        return open(plan, null, links, by);
    }

    /**
     * Opens a run, and moves its mailing on when the run is a live one, in one transaction.
     *
     * @param plan the run as it is to be, its id left to the store
     * @param route the virtual sender that chooses its senders; null if it has one sender
     * @param links targets that are the same for everybody, in the order of their numbers
     * @param by who wants it; null for whoever activated the mailing
     * @return the run; empty if somebody else was faster
     */
    public Future<Optional<Run>> open(Run plan, @Nullable RoutePlan route, List<String> links, @Nullable String by) {
        return database.inTransaction(connection -> Database.query(connection, NUMBER, Run.week(plan.openedAt()))
                        .map(rows ->
                                Run.id(plan.openedAt(), rows.iterator().next().getLong("number")))
                        .compose(id -> started(connection, plan)
                                .compose(mayRun -> mayRun
                                        ? insert(connection, plan, route, id, links, by)
                                                .map(Optional.of(id))
                                        : Future.succeededFuture(Optional.<Long>empty()))))
                .compose(id ->
                        id.isPresent() ? find(plan.accountId(), id.get()) : Future.succeededFuture(Optional.empty()));
    }

    private Future<Boolean> started(SqlConnection connection, Run plan) {
        if (plan.isTest()) {
            return Future.succeededFuture(true);
        }
        return Database.query(connection, START_MAILING, plan.accountId(), plan.mailingId(), time(plan.openedAt()))
                .map(rows -> rows.rowCount() == 1);
    }

    private Future<Void> insert(
            SqlConnection connection,
            Run run,
            @Nullable RoutePlan route,
            long id,
            List<String> links,
            @Nullable String by) {
        return Database.query(
                        connection,
                        INSERT,
                        run.accountId(),
                        id,
                        run.mailingId(),
                        run.kind(),
                        run.state().word(),
                        run.channel(),
                        run.resourceId(),
                        run.databaseId(),
                        run.templateId(),
                        run.templateVersion(),
                        run.senderId(),
                        run.callerId(),
                        run.trackingBase(),
                        run.validity().toSeconds(),
                        run.maxParts(),
                        run.recipientsLimit(),
                        run.messagesPerSecond(),
                        run.seed(),
                        run.testContacts().toArray(String[]::new),
                        time(run.openedAt()),
                        run.charset().word(),
                        by,
                        route == null
                                ? new Long[0]
                                : route.senders().stream().map(RouteSender::id).toArray(Long[]::new))
                .compose(ignored -> keep(connection, run.accountId(), id, route))
                .compose(ignored ->
                        Database.query(connection, INSERT_LINKS, run.accountId(), id, links.toArray(String[]::new)))
                .mapEmpty();
    }

    /** Keeps the rules by which a run's messages get their senders, in the transaction that opens it. */
    static Future<Void> keep(SqlConnection connection, long account, long run, @Nullable RoutePlan route) {
        return route == null
                ? Future.succeededFuture()
                : Database.query(connection, INSERT_ROUTE, account, run, RouteJson.of(route))
                        .mapEmpty();
    }

    /** The rules by which a run's messages get their senders; empty if it has one sender. */
    public Future<Optional<RoutePlan>> route(Run run) {
        return database.first(row -> RouteJson.plan(row.getJsonObject("plan")), ROUTE, run.accountId(), run.id());
    }

    /** Writes the chunks of a measured run; false if somebody else did. */
    public Future<Boolean> measured(Run run, long cursorMillis, long withoutContact, List<Chunk> chunks) {
        return database.inTransaction(connection -> Database.query(
                        connection, MEASURED, run.accountId(), run.id(), cursorMillis, withoutContact, chunks.size())
                .compose(rows -> rows.rowCount() == 0
                        ? Future.succeededFuture(false)
                        : Database.query(
                                        connection,
                                        INSERT_CHUNKS,
                                        run.accountId(),
                                        run.id(),
                                        chunks.stream().map(Chunk::contactFrom).toArray(Long[]::new),
                                        chunks.stream().map(Chunk::contactTo).toArray(Long[]::new),
                                        chunks.stream().map(Chunk::received).toArray(Long[]::new),
                                        chunks.stream().map(Chunk::found).toArray(Long[]::new))
                                .map(true)));
    }

    /** Moves on when every chunk is rendered; says whether it did. */
    public Future<Boolean> rendered(Run run, Instant now) {
        return step(RENDERED, run, now);
    }

    /** Moves on, and the mailing with it, when everything was handed over; says whether it did. */
    public Future<Boolean> finished(Run run, Instant now) {
        return database.inTransaction(connection -> Database.query(
                        connection, FINISHED, run.accountId(), run.id(), time(now))
                .compose(rows -> rows.rowCount() == 0 || run.isTest()
                        ? Future.succeededFuture(rows.rowCount() == 1)
                        : Database.query(connection, FINISH_MAILING, run.accountId(), run.id(), time(now))
                                .map(true)));
    }

    /** Ends a run whose every message has its end; says whether it did. */
    public Future<Boolean> rested(Run run, Instant now) {
        return step(RESTED, run, now);
    }

    private Future<Boolean> step(String sql, Run run, Instant now) {
        return database.update(sql, run.accountId(), run.id(), time(now)).map(changed -> changed == 1);
    }

    /** The run, or a refusal. */
    public Future<Run> get(long account, long id) {
        return find(account, id)
                .compose(run -> run.map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(Refusal.of(MailingReason.RUN_NOT_FOUND))));
    }

    /** The run, if there is one. */
    public Future<Optional<Run>> find(long account, long id) {
        return database.first(RunStore::run, FIND, account, id);
    }

    /** Runs of all accounts that are not at rest. */
    public Future<List<Run>> open() {
        return database.list(RunStore::run, OPEN);
    }

    /** Runs of all accounts that are being rendered, the oldest first; not those that a person holds. */
    public Future<List<Run>> rendering() {
        return database.list(RunStore::run, RENDERING);
    }

    /** The newest runs of a mailing that are older than {@code before}. */
    public Future<List<Run>> ofMailing(long account, long mailing, long before, boolean withTests, int limit) {
        return database.list(RunStore::run, OF_MAILING, account, mailing, before, withTests, limit);
    }

    /** Targets that are the same for everybody, by their numbers. */
    public Future<List<String>> links(Run run) {
        return database.list(row -> row.getString("url"), LINKS, run.accountId(), run.id());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static Run run(Row row) {
        return new Run(
                row.getLong("account_id"),
                row.getLong("id"),
                row.getLong("mailing_id"),
                row.getString("kind"),
                row.getBoolean("rehearsal"),
                RunState.of(row.getString("state")),
                row.getBoolean("stopped"),
                row.getString("channel"),
                row.getLong("resource_id"),
                row.getLong("database_id"),
                row.getLong("template_id"),
                row.getInteger("template_version"),
                row.getLong("sender_id"),
                row.getString("caller_id"),
                row.getString("tracking_base"),
                Duration.ofSeconds(row.getLong("validity_seconds")),
                row.getInteger("max_parts"),
                CharsetPolicy.of(row.getString("charset")),
                row.getLong("recipients_limit"),
                row.getInteger("messages_per_second"),
                row.getLong("seed"),
                Arrays.asList(row.getArrayOfStrings("test_contacts")),
                row.getOffsetDateTime("opened_at").toInstant(),
                row.getLong("cursor_millis"),
                row.getLong("without_contact"),
                row.getInteger("chunks"),
                instant(row, "rendered_at"),
                instant(row, "finished_at"),
                instant(row, "rested_at"));
    }
}
