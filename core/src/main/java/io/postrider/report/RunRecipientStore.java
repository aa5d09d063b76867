package io.postrider.report;

import io.postrider.mailing.Run;
import io.postrider.message.MessageState;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;

/**
 * Lists the people of a run. Where a message stands is what its events say: since a message never goes back, it is the state of the
 * highest rank. Rare states are found by their index, common ones by reading on through the run.
 */
public final class RunRecipientStore {
    private static final String MESSAGE = """
            select m.id, m.profile_id, m.subscription_id, m.contact, m.parts, m.body, m.created_at,
              coalesce(e.to_state, 0) as state, coalesce(e.at, m.created_at) as at, e.code, e.detail
            """;
    private static final String STANDS = """
            left join lateral (
              select to_state, at, code, detail from message_event v where v.run_id = m.run_id and v.message_id = m.id
              order by (array[0, 2, 5, 4, 4, 4, 1, 3, 5])[to_state + 1] desc, from_state = to_state, at limit 1) e on true
            """;
    private static final String ANY = MESSAGE + " from message m " + STANDS + """
            where m.account_id = $1 and m.run_id = $2 and m.id > $3
            order by m.id limit $4
            """;
    private static final String COMMON = MESSAGE + " from message m " + STANDS + """
            where m.account_id = $1 and m.run_id = $2 and m.id > $3 and coalesce(e.to_state, 0) = $5
            order by m.id limit $4
            """;
    private static final String RARE = MESSAGE + """
             from (
              select distinct message_id from message_event
              where run_id = $2 and to_state = $5 and to_state in (3, 4, 5, 6, 7, 8) and message_id > $3) c
            join message m on m.run_id = $2 and m.id = c.message_id
            """ + STANDS + """
            where m.account_id = $1 and e.to_state = $5
            order by m.id limit $4
            """;
    private static final String LEFT_OUT = """
            select profile_id, subscription_id, contact_key, reason, detail, at from message_exclusion
            where account_id = $1 and run_id = $2 and ($3 = '' or reason = $3)
              and (reason, subscription_id, contact_key) > ($4, $5, $6)
            order by reason, subscription_id, contact_key limit $7
            """;

    private final Database database;

    public RunRecipientStore(Database database) {
        this.database = database;
    }

    /** Messages of a run whose number is larger than {@code after}. */
    public Future<List<Recipient>> messages(Run run, long after, int limit) {
        return database.list(RunRecipientStore::message, ANY, run.accountId(), run.id(), after, limit);
    }

    /** Messages of a run that stand in a state now, and whose number is larger than {@code after}. */
    public Future<List<Recipient>> messages(Run run, MessageState state, long after, int limit) {
        String sql =
                switch (state) {
                    case NONE, WAITING, SUBMITTED, DELIVERED -> COMMON;
                    case UNDELIVERED, EXPIRED, REFUSED, IN_DOUBT, NO_RECEIPT, EXCLUDED -> RARE;
                };
        return database.list(
                RunRecipientStore::message, sql, run.accountId(), run.id(), after, limit, (short) state.number());
    }

    /** People left out of a run behind a place in the list; an empty reason means any. */
    public Future<List<Recipient>> leftOut(Run run, String reason, LeftOutPlace after, int limit) {
        return database.list(
                RunRecipientStore::leftOut,
                LEFT_OUT,
                run.accountId(),
                run.id(),
                reason,
                after.reason(),
                after.subscriptionId(),
                after.contactKey(),
                limit);
    }

    private static Recipient message(Row row) {
        return new Recipient(
                row.getLong("id"),
                row.getLong("profile_id"),
                row.getLong("subscription_id"),
                row.getString("contact"),
                MessageState.of(row.getInteger("state")),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("code"),
                row.getString("detail"),
                row.getInteger("parts"),
                row.getString("body"));
    }

    private static Recipient leftOut(Row row) {
        return new Recipient(
                null,
                row.getLong("profile_id"),
                row.getLong("subscription_id"),
                Long.toString(row.getLong("contact_key")),
                MessageState.EXCLUDED,
                row.getOffsetDateTime("at").toInstant(),
                row.getString("reason"),
                row.getString("detail"),
                0,
                "");
    }
}
