package io.postrider.message;

import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds messages for people: by phone, by number, by run and state. */
public final class SearchStore {
    /** The state that a message has reached: of its transitions the one of the highest rank, as {@link MessageState} ranks. */
    static final String STATE = """
             coalesce((select t.to_state from message_event t
              where t.run_id = m.run_id and t.message_id = m.id and t.from_state <> t.to_state
              order by (array[0, 2, 5, 4, 4, 4, 1, 3, 5])[t.to_state + 1] desc limit 1), 0)
            """;

    private static final String COLUMNS = """
            select m.id, m.run_id, m.contact, m.parts, m.sender_id, m.created_at, r.mailing_id, g.name as mailing,
              s.name as sender, coalesce(r.kind = 'test', false) as test,
              coalesce(r.rehearsal, false) as rehearsal,
            """ + STATE + """
             as state
            from message m
            left join run r on r.account_id = m.account_id and r.id = m.run_id
            left join mailing g on g.account_id = m.account_id and g.id = r.mailing_id
            left join sender s on s.account_id = m.account_id and s.id = m.sender_id
            where m.account_id = $1 and (m.run_id, m.id) < ($2, $3)
            """;
    private static final String ORDER = " order by m.run_id desc, m.id desc limit $4";
    private static final String NEWEST = COLUMNS + ORDER;
    private static final String OF_RUN = COLUMNS + " and m.run_id = $5" + ORDER;
    private static final String IN_STATE = COLUMNS + """
             and m.run_id = $5 and m.id in (
              select e.message_id from message_event e where e.run_id = $5 and e.to_state = $6 and e.message_id < $3)
             and $6 =
            """ + STATE + ORDER;
    private static final String WAITING = COLUMNS + " and m.run_id = $5 and $6 = " + STATE + ORDER;
    private static final String BY_NUMBER = COLUMNS + """
             and (m.contact_key = $5 or (m.id = $5 and m.run_id in (
              select run_id from chunk where account_id = $1 and first_id <= $5 and last_id >= $5)))
             and ($6::bigint is null or m.run_id = $6)
            """ + ORDER;
    private static final String LEFT_OUT = """
            select x.run_id, x.contact_key, x.profile_id, x.subscription_id, x.reason, x.detail, x.at, r.mailing_id,
              g.name as mailing
            from message_exclusion x
            left join run r on r.account_id = x.account_id and r.id = x.run_id
            left join mailing g on g.account_id = x.account_id and g.id = r.mailing_id
            where x.account_id = $1 and x.contact_key = $2 and x.reason not in ('stopped', 'no-longer-subscribed')
              and ($3::bigint is null or x.run_id = $3)
            order by x.at desc limit $4
            """;

    private final Database database;

    public SearchStore(Database database) {
        this.database = database;
    }

    /** Messages of the newest runs first. A number is a phone or the number of a message. */
    public Future<List<FoundMessage>> find(MessageSearch search) {
        Long number = search.number();
        MessageState state = search.state();
        if (number != null) {
            return list(BY_NUMBER, search, number, search.runId());
        }
        if (search.runId() == null) {
            return list(NEWEST, search);
        }
        if (state == null) {
            return list(OF_RUN, search, search.runId());
        }
        return list(state == MessageState.WAITING ? WAITING : IN_STATE, search, search.runId(), state.number());
    }

    /** Who was left out under this phone before a message was written, the newest first. */
    public Future<List<FoundExclusion>> leftOut(MessageSearch search) {
        return search.number() == null
                ? Future.succeededFuture(List.of())
                : database.list(
                        SearchStore::exclusion,
                        LEFT_OUT,
                        search.accountId(),
                        search.number(),
                        search.runId(),
                        search.limit());
    }

    private Future<List<FoundMessage>> list(String sql, MessageSearch search, @Nullable Object... more) {
        @Nullable Object[] values = new Object[4 + more.length];
        values[0] = search.accountId();
        values[1] = search.runBefore();
        values[2] = search.idBefore();
        values[3] = search.limit();
        System.arraycopy(more, 0, values, 4, more.length);
        return database.list(SearchStore::message, sql, values);
    }

    private static FoundMessage message(Row row) {
        return new FoundMessage(
                row.getLong("id"),
                row.getLong("run_id"),
                row.getLong("mailing_id"),
                row.getString("mailing"),
                row.getBoolean("test"),
                row.getBoolean("rehearsal"),
                row.getLong("sender_id"),
                row.getString("sender"),
                row.getString("contact"),
                row.getInteger("parts"),
                MessageState.of(row.getInteger("state")),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static FoundExclusion exclusion(Row row) {
        return new FoundExclusion(
                row.getLong("run_id"),
                row.getLong("mailing_id"),
                row.getString("mailing"),
                row.getLong("contact_key"),
                row.getLong("profile_id"),
                row.getLong("subscription_id"),
                row.getString("reason"),
                row.getString("detail"),
                row.getOffsetDateTime("at").toInstant());
    }
}
