package io.postrider.template;

import io.postrider.refusal.Refusal;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Templates and all their versions in PostgreSQL. */
public final class TemplateStore {
    private static final String INSERT = """
            insert into template (account_id, id, name, created_at, updated_at, state) values ($1, $2, $3, $4, $4, $5)
            """;
    private static final String INSERT_TEXTS = """
            insert into template_version (account_id, template_id, version, channel, text, created_by, created_at)
            select $1, $2, $3, channel, text, $6, $7 from unnest($4::text[], $5::text[]) as t(channel, text)
            """;
    private static final String UPDATE = """
            update template set name = $4, version = version + 1, updated_at = $5, state = $6
            where account_id = $1 and id = $2 and version = $3
            """;
    private static final String USED_BY =
            "select name from mailing where account_id = $1 and template_id = $2 order by id limit 1";
    private static final String DELETE = "delete from template where account_id = $1 and id = $2 and version = $3";
    private static final String TEXTS = """
            (select jsonb_object_agg(v.channel, v.text) from template_version v
             where v.account_id = t.account_id and v.template_id = t.id and v.version = t.version) as texts
            """;
    private static final String FIND = "select t.*, " + TEXTS + " from template t where account_id = $1 and id = $2";
    private static final String USES = """
              (select u.login from template_version v join app_user u on u.account_id = v.account_id and u.id = v.created_by
               where v.account_id = t.account_id and v.template_id = t.id and v.version = t.version limit 1) as editor,
              (select count(*) from mailing m where m.account_id = t.account_id and m.template_id = t.id) as used_by
            """;
    private static final String LISTED = "select t.*, %1$s as sort_key, " + TEXTS + ", " + USES;
    private static final String FIND_LISTED =
            String.format(LISTED, "''") + " from template t where account_id = $1 and id = $2";
    private static final String PAGE = "select * from (" + LISTED + """
             from template t where t.account_id = $1 and t.name ilike $2) t
            where $3 or (t.sort_key, t.id) %2$s ($4 collate "C", $5)
            order by t.sort_key %3$s, t.id %3$s limit $6
            """;
    private static final String NAMES_LIKE =
            "select name from template where account_id = $1 and name ilike $2 order by id limit 10000";
    private static final String TEXT = """
            select text from template_version
            where account_id = $1 and template_id = $2 and version = $3 and channel = $4
            """;
    private static final String VERSIONS = """
            select version, jsonb_object_agg(channel, text) as texts, min(created_by) as created_by,
              min(created_at) as created_at
            from template_version where account_id = $1 and template_id = $2 and version < $3
            group by version order by version desc limit $4
            """;

    private final Database database;
    private final Ids ids;

    public TemplateStore(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /** Writes a new template, its number and version left to the store. */
    public Future<Template> create(Template template, long user) {
        return ids.next(Ids.Series.OBJECT)
                .compose(id -> database.inTransaction(connection -> Database.query(
                                connection,
                                INSERT,
                                template.accountId(),
                                id,
                                template.name(),
                                template.createdAt().atOffset(ZoneOffset.UTC),
                                template.state().word())
                        .compose(ignored -> insertTexts(connection, template, id, 1, user))))
                .compose(id -> get(template.accountId(), id), problem -> refused(problem, template));
    }

    /** Writes a new version over the one that {@code template} names. */
    public Future<Template> update(Template template, long user) {
        return database.inTransaction(connection -> Database.query(
                                connection,
                                UPDATE,
                                template.accountId(),
                                template.id(),
                                template.version(),
                                template.name(),
                                template.updatedAt().atOffset(ZoneOffset.UTC),
                                template.state().word())
                        .compose(rows -> rows.rowCount() == 1
                                ? insertTexts(connection, template, template.id(), template.version() + 1, user)
                                : Future.failedFuture(Refusal.of(TemplateReason.STALE))))
                .compose(id -> get(template.accountId(), id), problem -> refused(problem, template));
    }

    private Future<Long> insertTexts(SqlConnection connection, Template template, long id, int version, long user) {
        List<Map.Entry<String, String>> texts = List.copyOf(template.texts().entrySet());
        return Database.query(
                        connection,
                        INSERT_TEXTS,
                        template.accountId(),
                        id,
                        version,
                        texts.stream().map(Map.Entry::getKey).toArray(String[]::new),
                        texts.stream().map(Map.Entry::getValue).toArray(String[]::new),
                        user,
                        template.updatedAt().atOffset(ZoneOffset.UTC))
                .map(id);
    }

    /** Deletes a template that no mailing uses. */
    public Future<Void> delete(long account, long id, int version) {
        return database.first(row -> row.getString("name"), USED_BY, account, id)
                .compose(mailing -> mailing.isPresent()
                        ? Future.failedFuture(Refusal.of(TemplateReason.IN_USE, Map.of("mailing", mailing.get())))
                        : database.update(DELETE, account, id, version))
                .compose(deleted -> deleted == 1
                        ? Future.succeededFuture()
                        : Future.failedFuture(Refusal.of(TemplateReason.STALE)));
    }

    /** The template with its newest texts, or a refusal. */
    public Future<Template> get(long account, long id) {
        return find(account, id)
                .compose(template -> template.map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(Refusal.of(TemplateReason.NOT_FOUND))));
    }

    /** The template with its newest texts, if there is one. */
    public Future<Optional<Template>> find(long account, long id) {
        return database.first(TemplateStore::template, FIND, account, id);
    }

    /** The template with what lists show beside it, or a refusal. */
    public Future<ListedTemplate> listed(long account, long id) {
        return database.first(TemplateStore::listed, FIND_LISTED, account, id)
                .compose(template -> template.map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(Refusal.of(TemplateReason.NOT_FOUND))));
    }

    /** A page of templates. An account has few enough of them to be sorted each time. */
    public Future<List<ListedTemplate>> page(long account, TemplateListing listing) {
        String key =
                switch (listing.order()) {
                    case CREATED -> "'' collate \"C\"";
                    case NAME -> "lower(t.name) collate \"C\"";
                    case UPDATED -> "to_char(t.updated_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS') collate \"C\"";
                };
        String sql = listing.backwards() ? String.format(PAGE, key, "<", "desc") : String.format(PAGE, key, ">", "");
        return database.list(
                TemplateStore::listed,
                sql,
                account,
                Database.containing(listing.q()),
                listing.isFirst(),
                listing.afterKey(),
                listing.afterId(),
                listing.limit());
    }

    /** Names of templates that contain a text. */
    public Future<List<String>> namesLike(long account, String part) {
        return database.list(row -> row.getString("name"), NAMES_LIKE, account, Database.containing(part));
    }

    /** The text of one version for a channel, or a refusal. */
    public Future<String> text(long account, long id, int version, String channel) {
        return database.first(row -> row.getString("text"), TEXT, account, id, version, channel)
                .compose(text -> text.map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(Refusal.of(TemplateReason.NOT_FOUND))));
    }

    /** Versions older than {@code before}, the newest first. */
    public Future<List<TemplateVersion>> versions(long account, long id, int before, int limit) {
        return database.list(TemplateStore::version, VERSIONS, account, id, before, limit);
    }

    private static <T> Future<T> refused(Throwable problem, Template template) {
        boolean taken = problem instanceof PgException pg && "23505".equals(pg.getSqlState());
        return Future.failedFuture(
                taken ? Refusal.ofField(TemplateReason.NAME_TAKEN, "/name", Map.of("name", template.name())) : problem);
    }

    private static Map<String, String> texts(Row row) {
        Map<String, String> texts = new HashMap<>();
        if (row.getJsonObject("texts") != null) {
            row.getJsonObject("texts").forEach(entry -> texts.put(entry.getKey(), String.valueOf(entry.getValue())));
        }
        return texts;
    }

    private static TemplateVersion version(Row row) {
        return new TemplateVersion(
                row.getInteger("version"),
                texts(row),
                row.getLong("created_by"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static Template template(Row row) {
        return new Template(
                row.getLong("account_id"),
                row.getLong("id"),
                row.getString("name"),
                texts(row),
                TemplateState.of(row.getString("state")),
                row.getInteger("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    private static ListedTemplate listed(Row row) {
        return new ListedTemplate(
                template(row), row.getString("editor"), row.getLong("used_by"), row.getString("sort_key"));
    }
}
