package io.postrider.report;

import io.postrider.mailing.Run;
import io.postrider.message.MessageState;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    /** Of a whole phone; its key is unique in a run, which is asked by the index. */
    private static final String WHOLE = "m.contact_key = ($6::text)::bigint";

    private static final String PIECE = "m.contact like '%' || $6::text || '%'";
    private static final String EVERY = "$6::text = ''";
    private static final String COMMON = MESSAGE + " from message m " + STANDS + """
            where m.account_id = $1 and m.run_id = $2 and m.id > $3 and %s
              and ($5::int is null or coalesce(e.to_state, 0) = $5)
            order by m.id limit $4
            """;
    private static final String RARE = MESSAGE + """
             from (
              select distinct message_id from message_event
              where run_id = $2 and to_state = $5 and to_state in (3, 4, 5, 6, 7, 8) and message_id > $3) c
            join message m on m.run_id = $2 and m.id = c.message_id
            """ + STANDS + """
            where m.account_id = $1 and e.to_state = $5 and %s
            order by m.id limit $4
            """;
    private static final String LEFT_OUT = """
            select profile_id, subscription_id, contact_key, reason, detail, at from message_exclusion
            where account_id = $1 and run_id = $2 and ($3 = '' or reason = $3)
              and (reason, subscription_id, contact_key) > ($4, $5, $6)
              and ($8::text = '' or contact_key::text like '%' || $8 || '%')
            order by reason, subscription_id, contact_key limit $7
            """;
    private static final int WHOLE_PHONE = 11;
    private static final int LONGEST_PHONE = 18;

    private final Database database;

    public RunRecipientStore(Database database) {
        this.database = database;
    }

    /**
     * Messages of a run whose number is larger than {@code after}.
     *
     * @param state only those that stand there now; null for any
     * @param phone digits of the phone or of a piece of it; empty for any
     */
    public Future<List<Recipient>> messages(
            Run run, @Nullable MessageState state, String phone, long after, int limit) {
        if (phone.length() > LONGEST_PHONE) {
            return Future.succeededFuture(List.of());
        }
        String filter = phone.isEmpty() ? EVERY : phone.length() < WHOLE_PHONE ? PIECE : WHOLE;
        String sql = state != null && isRare(state) ? RARE : COMMON;
        return database.list(
                RunRecipientStore::message,
                sql.formatted(filter),
                run.accountId(),
                run.id(),
                after,
                limit,
                state == null ? null : state.number(),
                phone);
    }

    private static boolean isRare(MessageState state) {
        return switch (state) {
            case NONE, WAITING, SUBMITTED, DELIVERED -> false;
            case UNDELIVERED, EXPIRED, REFUSED, IN_DOUBT, NO_RECEIPT, EXCLUDED -> true;
        };
    }

    /** People left out of a run behind a place in the list; an empty reason or phone means any. */
    public Future<List<Recipient>> leftOut(Run run, String reason, String phone, LeftOutPlace after, int limit) {
        return database.list(
                RunRecipientStore::leftOut,
                LEFT_OUT,
                run.accountId(),
                run.id(),
                reason,
                after.reason(),
                after.subscriptionId(),
                after.contactKey(),
                limit,
                phone);
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
