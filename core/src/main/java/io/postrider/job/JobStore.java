package io.postrider.job;

import io.postrider.refusal.Refusal;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Jobs in PostgreSQL. Whoever claims one writes only while the claim is still its own. */
public final class JobStore {
    private static final String COLUMNS = """
            account_id, id, kind, state, parameters, progress, position, problem, cancel_asked, claims, started_by,
            created_at, started_at, ended_at, seen_at
            """;
    private static final String INSERT = """
            insert into job (account_id, id, kind, state, parameters, progress, started_by, created_at)
            values ($1, $2, $3, 'waiting', $4, '{}', $5, $6) returning
            """ + COLUMNS;
    private static final String CLAIM = """
            update job set state = 'running', claims = claims + 1, seen_at = $2, started_at = coalesce(started_at, $2)
            where (account_id, id) = (
              select account_id, id from job
              where kind = $1 and (state = 'waiting' or state = 'running' and seen_at < $3) and id <> all($4::bigint[])
              order by created_at, id limit 1 for update skip locked)
            returning
            """ + COLUMNS;
    private static final String ADVANCE = """
            update job set position = $4, progress = $5, seen_at = $6
            where account_id = $1 and id = $2 and claims = $3 and state = 'running' returning cancel_asked
            """;
    private static final String REJECT = """
            insert into job_rejected_row (account_id, job_id, line, code, parameters, sentence, kept, cells)
            select $1, $2, u.line, u.code, u.parameters::jsonb, u.sentence, u.kept,
              array(select jsonb_array_elements_text(u.cells::jsonb))
            from unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::text[]) as
              u(line, code, parameters, sentence, kept, cells)
            on conflict do nothing
            """;
    private static final String NOTE = """
            update job set parameters = parameters || $4 where account_id = $1 and id = $2 and claims = $3
            """;
    private static final String RELEASE = """
            update job set state = 'waiting'
            where account_id = $1 and id = $2 and claims = $3 and state = 'running'
            """;
    private static final String END = """
            update job set state = $4, problem = $5, ended_at = $6
            where account_id = $1 and id = $2 and claims = $3 and state = 'running'
            """;
    private static final String CANCEL = """
            update job set cancel_asked = true, ended_at = case when state = 'waiting' then $3 end,
              state = case when state = 'waiting' then 'cancelled' else state end
            where account_id = $1 and id = $2 and state in ('waiting', 'running')
            """;
    private static final String FIND = "select " + COLUMNS + " from job where account_id = $1 and id = $2";
    private static final String PAGE = "select " + COLUMNS + """
             from job where account_id = $1 and id < $2 and ($3 = '' or kind = $3) and ($4 = '' or state = $4)
            order by id desc limit $5
            """;
    private static final String NEWEST_OF = "select " + COLUMNS + """
             from job where account_id = $1 and kind = $2 and parameters->>$3 = $4 order by id desc limit 1
            """;
    private static final String REJECTED = """
            select line, code, parameters, sentence, kept, cells from job_rejected_row
            where account_id = $1 and job_id = $2 and line > $3 order by line limit $4
            """;

    private final Database database;
    private final Ids ids;

    public JobStore(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /** Writes a job that waits to be taken up. */
    public Future<Job> create(long account, String kind, Map<String, Object> parameters, long startedBy, Instant now) {
        return ids.next(Ids.Series.OBJECT)
                .compose(id -> database.query(
                        INSERT, account, id, kind, new JsonObject(parameters), startedBy, now.atOffset(ZoneOffset.UTC)))
                .map(rows -> job(rows.iterator().next()));
    }

    /**
     * Takes up the longest waiting job of a kind, or one that nobody has worked at since {@code abandonedSince}.
     *
     * @param own ids of the jobs that the caller is working at
     */
    public Future<Optional<Job>> claim(String kind, Instant now, Instant abandonedSince, Set<Long> own) {
        return database.first(
                JobStore::job,
                CLAIM,
                kind,
                now.atOffset(ZoneOffset.UTC),
                abandonedSince.atOffset(ZoneOffset.UTC),
                own.toArray(Long[]::new));
    }

    /** Notes something more about what a claimed job does; does nothing when the claim is lost. */
    public Future<Void> note(Job job, String name, List<String> texts) {
        JsonObject note = new JsonObject()
                .put(name, texts.stream().map(JobStore::storable).toList());
        return database.update(NOTE, job.accountId(), job.id(), job.claim(), note)
                .mapEmpty();
    }

    /** Gives a claimed job back, to be taken up again from where it is. */
    public Future<Void> release(Job job) {
        return database.update(RELEASE, job.accountId(), job.id(), job.claim()).mapEmpty();
    }

    /**
     * Writes within a transaction how far a claimed job has come.
     *
     * @return whether a person has asked to cancel it; fails with {@link JobReason#TAKEN_OVER} when the claim is lost
     */
    public static Future<Boolean> advance(SqlConnection transaction, JobStep step, Instant now) {
        Job job = step.job();
        Future<?> rejected = step.rejected().isEmpty() ? Future.succeededFuture() : reject(transaction, step);
        Future<Boolean> advanced = Database.query(
                        transaction,
                        ADVANCE,
                        job.accountId(),
                        job.id(),
                        job.claim(),
                        step.position(),
                        new JsonObject(new HashMap<>(step.progress())),
                        now.atOffset(ZoneOffset.UTC))
                .compose(rows -> rows.size() == 1
                        ? Future.succeededFuture(rows.iterator().next().getBoolean("cancel_asked"))
                        : Future.failedFuture(Refusal.of(JobReason.TAKEN_OVER)));
        return Future.all(rejected, advanced).map(ignored -> advanced.result());
    }

    private static Future<?> reject(SqlConnection transaction, JobStep step) {
        List<RejectedRow> rows = step.rejected();
        return Database.query(
                transaction,
                REJECT,
                step.job().accountId(),
                step.job().id(),
                rows.stream().map(RejectedRow::line).toArray(Long[]::new),
                texts(rows, RejectedRow::code),
                texts(rows, row -> parameters(row.parameters())),
                texts(rows, row -> storable(row.sentence())),
                rows.stream().map(RejectedRow::kept).toArray(Boolean[]::new),
                texts(rows, row -> cells(row.cells())));
    }

    private static String[] texts(List<RejectedRow> rows, Function<RejectedRow, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static String cells(List<String> cells) {
        return new JsonArray(cells.stream().map(JobStore::storable).toList()).encode();
    }

    private static String parameters(Map<String, String> parameters) {
        JsonObject object = new JsonObject();
        parameters.forEach((name, value) -> object.put(name, storable(value)));
        return object.encode();
    }

    /** PostgreSQL cannot store the character 0. */
    private static String storable(String text) {
        return text.replace('\0', '\ufffd');
    }

    /** Ends a claimed job; does nothing when the claim is lost. */
    public Future<Void> end(Job job, JobState state, @Nullable JobProblem problem, Instant now) {
        JsonObject why = problem == null
                ? null
                : new JsonObject()
                        .put("code", problem.code())
                        .put("sentence", problem.sentence())
                        .put("parameters", new JsonObject(new HashMap<>(problem.parameters())));
        return database.update(
                        END, job.accountId(), job.id(), job.claim(), state.word(), why, now.atOffset(ZoneOffset.UTC))
                .mapEmpty();
    }

    /** Cancels a waiting job at once and asks a running one to stop; a job that is over is refused. */
    public Future<Job> cancel(long account, long id, Instant now) {
        return get(account, id)
                .compose(job -> database.update(CANCEL, account, id, now.atOffset(ZoneOffset.UTC))
                        .compose(changed -> changed == 1
                                ? get(account, id)
                                : Future.failedFuture(Refusal.of(
                                        JobReason.OVER,
                                        Map.of("state", job.state().word())))));
    }

    /** The job, or a refusal. */
    public Future<Job> get(long account, long id) {
        return database.first(JobStore::job, FIND, account, id)
                .compose(found -> found.map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(Refusal.of(JobReason.NOT_FOUND))));
    }

    /** The newest job of a kind that was asked for with this parameter. */
    public Future<Optional<Job>> newestOf(long account, String kind, String parameter, String value) {
        return database.first(JobStore::job, NEWEST_OF, account, kind, parameter, value);
    }

    /** The newest jobs before {@code before}; an empty kind or state means any. */
    public Future<List<Job>> page(long account, long before, String kind, String state, int limit) {
        return database.list(JobStore::job, PAGE, account, before, kind, state, limit);
    }

    /** Rows that were not taken whole, behind a line. */
    public Future<List<RejectedRow>> rejected(long account, long job, long afterLine, int limit) {
        return database.list(JobStore::rejectedRow, REJECTED, account, job, afterLine, limit);
    }

    private static RejectedRow rejectedRow(Row row) {
        return new RejectedRow(
                row.getLong("line"),
                row.getString("code"),
                strings(row.getJsonObject("parameters")),
                row.getString("sentence"),
                row.getBoolean("kept"),
                List.of(row.getArrayOfStrings("cells")));
    }

    private static Map<String, String> strings(JsonObject object) {
        Map<String, String> strings = new HashMap<>();
        object.forEach(entry -> strings.put(entry.getKey(), String.valueOf(entry.getValue())));
        return strings;
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static Job job(Row row) {
        Map<String, Long> progress = new HashMap<>();
        row.getJsonObject("progress")
                .forEach(entry -> progress.put(entry.getKey(), ((Number) entry.getValue()).longValue()));
        JsonObject problem = row.getJsonObject("problem");
        return new Job(
                row.getLong("account_id"),
                row.getLong("id"),
                row.getString("kind"),
                JobState.of(row.getString("state")).orElseThrow(),
                row.getJsonObject("parameters").getMap(),
                progress,
                row.getLong("position"),
                problem == null
                        ? null
                        : new JobProblem(
                                problem.getString("code"),
                                problem.getString("sentence"),
                                strings(problem.getJsonObject("parameters"))),
                row.getBoolean("cancel_asked"),
                row.getInteger("claims"),
                row.getLong("started_by"),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                instant(row, "seen_at"));
    }
}
