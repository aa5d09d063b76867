package io.postrider.mailing;

import io.postrider.refusal.Refusal;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mailings in PostgreSQL. */
public final class MailingStore {
    private static final String COLUMNS = """
            account_id, id, name, kind, state, channel, resource_id, database_id, template_id, sender_id, virtual_sender_id,
            send_at, recipients_limit, messages_per_second, version, created_at, updated_at, changed_by
            """;
    private static final String FOREIGN_KEY = "23503";
    private static final List<String> REFERENCES =
            List.of("resource", "database", "template", "virtual_sender", "sender");
    private static final String INSERT = "insert into mailing (" + COLUMNS
            + ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";
    private static final String UPDATE = """
            update mailing set name = $4, resource_id = $5, database_id = $6, template_id = $7, sender_id = $8,
              send_at = $9, recipients_limit = $10, messages_per_second = $11, updated_at = $12, channel = $13,
              changed_by = $14, virtual_sender_id = $15,
              version = version + 1
            where account_id = $1 and id = $2 and version = $3 and state in ('draft', 'scheduled')
            """;
    private static final String MOVE = """
            update mailing set state = $4, updated_at = $5, version = version + 1, changed_by = $6,
              activated_by = case when $4 = 'scheduled' then $6 else activated_by end
            where account_id = $1 and id = $2 and state = $3
            """;
    private static final String DELETE = """
            delete from mailing m where account_id = $1 and id = $2 and version = $3 and state = 'draft'
              and not exists (select from run r where r.account_id = $1 and r.mailing_id = $2)
            """;
    private static final String FIND = "select " + COLUMNS + " from mailing where account_id = $1 and id = $2";
    private static final String ANY_OF = """
            select id from mailing where account_id = $1 and database_id = $2 and template_id = $3 and sender_id = $4
            order by id limit 1
            """;
    private static final String DUE = """
            select account_id, id from mailing where state = 'scheduled' and (send_at is null or send_at <= $1)
            order by send_at nulls first limit 100
            """;

    private final Database database;
    private final Ids ids;

    /** A mailing whose time has come. */
    public record Due(long accountId, long mailingId) {}

    public MailingStore(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /** Writes a new mailing and gives it its number. */
    public Future<Mailing> create(Mailing mailing) {
        return ids.next(Ids.Series.OBJECT).compose(id -> {
            Mailing stored = mailing.numbered(id);
            return database.query(
                            INSERT,
                            stored.accountId(),
                            id,
                            stored.name(),
                            stored.kind(),
                            stored.state().word(),
                            stored.channel(),
                            stored.resourceId(),
                            stored.databaseId(),
                            stored.templateId(),
                            stored.senderId(),
                            stored.virtualSenderId(),
                            time(stored.sendAt()),
                            stored.recipientsLimit(),
                            stored.messagesPerSecond(),
                            stored.version(),
                            time(stored.createdAt()),
                            time(stored.updatedAt()),
                            stored.changedBy())
                    .map(stored)
                    .recover(MailingStore::refused);
        });
    }

    /** Writes the content of a mailing that is still a draft or scheduled. */
    public Future<Mailing> update(Mailing mailing) {
        return database.update(
                        UPDATE,
                        mailing.accountId(),
                        mailing.id(),
                        mailing.version(),
                        mailing.name(),
                        mailing.resourceId(),
                        mailing.databaseId(),
                        mailing.templateId(),
                        mailing.senderId(),
                        time(mailing.sendAt()),
                        mailing.recipientsLimit(),
                        mailing.messagesPerSecond(),
                        time(mailing.updatedAt()),
                        mailing.channel(),
                        mailing.changedBy(),
                        mailing.virtualSenderId())
                .compose(
                        changed -> changed == 1
                                ? get(mailing.accountId(), mailing.id())
                                : stale(mailing.accountId(), mailing.id()),
                        MailingStore::refused);
    }

    /**
     * Goes from one state to the next, unless somebody was faster.
     *
     * @param by who wants it; empty for the server itself
     */
    public Future<Mailing> move(Mailing mailing, MailingState next, String by, Instant now) {
        return database.update(
                        MOVE, mailing.accountId(), mailing.id(), mailing.state().word(), next.word(), time(now), by)
                .compose(changed -> changed == 1
                        ? get(mailing.accountId(), mailing.id())
                        : stale(mailing.accountId(), mailing.id()));
    }

    /** Deletes a draft that never ran. */
    public Future<Void> delete(Mailing mailing, int version) {
        return database.update(DELETE, mailing.accountId(), mailing.id(), version)
                .compose(deleted -> {
                    if (deleted == 1) {
                        return Future.succeededFuture();
                    }
                    boolean stale = mailing.version() != version;
                    return Future.failedFuture(
                            stale
                                    ? MailingReason.stale(mailing)
                                    : Refusal.of(
                                            MailingReason.NOT_EDITABLE,
                                            Map.of("state", mailing.state().word())));
                });
    }

    /** The mailing, or a refusal. */
    public Future<Mailing> get(long account, long id) {
        return find(account, id)
                .compose(mailing -> mailing.map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(Refusal.of(MailingReason.NOT_FOUND))));
    }

    /** The mailing, if there is one. */
    public Future<Optional<Mailing>> find(long account, long id) {
        return database.first(MailingStore::mailing, FIND, account, id);
    }

    /** The oldest mailing that combines these, if there is one. */
    public Future<Optional<Long>> anyOf(long account, long profiles, long template, long sender) {
        return database.first(row -> row.getLong("id"), ANY_OF, account, profiles, template, sender);
    }

    /** Scheduled mailings of all accounts whose time has come, the longest waiting first. */
    public Future<List<Due>> due(Instant now) {
        return database.list(row -> new Due(row.getLong("account_id"), row.getLong("id")), DUE, time(now));
    }

    /** Refuses with what is there now. */
    private Future<Mailing> stale(long account, long id) {
        return get(account, id).compose(now -> Future.failedFuture(MailingReason.stale(now)));
    }

    private static Future<Mailing> refused(Throwable problem) {
        if (problem instanceof PgException pg && FOREIGN_KEY.equals(pg.getSqlState())) {
            String constraint = String.valueOf(pg.getConstraint());
            for (String thing : REFERENCES) {
                if (constraint.contains(thing + "_id")) {
                    String field = thing.replace("virtual_sender", "virtualSender");
                    return Future.failedFuture(Refusal.ofField(
                            MailingReason.REFERENCE_UNKNOWN,
                            "/" + field + "Id",
                            Map.of("thing", thing.replace('_', ' '))));
                }
            }
        }
        return Future.failedFuture(problem);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    /** The mailing of a row that has its columns. */
    public static Mailing mailing(Row row) {
        return new Mailing(
                row.getLong("account_id"),
                row.getLong("id"),
                row.getString("name"),
                row.getString("kind"),
                MailingState.of(row.getString("state")),
                row.getString("channel"),
                row.getLong("resource_id"),
                row.getLong("database_id"),
                row.getLong("template_id"),
                row.getLong("sender_id"),
                row.getLong("virtual_sender_id"),
                instant(row, "send_at"),
                row.getLong("recipients_limit"),
                row.getInteger("messages_per_second"),
                row.getInteger("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getString("changed_by"));
    }
}
