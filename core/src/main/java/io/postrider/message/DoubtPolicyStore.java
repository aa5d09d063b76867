package io.postrider.message;

import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Messages in doubt that it is time to send again by the policy of their sender. */
public final class DoubtPolicyStore {
    /** Whether the policy of sender {@code s} says by the moment {@code $4} that the message of doubt {@code d} is sent again. */
    static final String IS_DUE = """
             (s.doubt_action = 'send-again' and d.state = 'open' and d.waits_since >= s.doubt_since
               and d.waits_since <= $4::timestamptz - make_interval(mins => s.doubt_minutes)
               and d.sent_again < s.doubt_tries)
            """;

    private static final String DUE = """
            select s.account_id, s.id, array_agg(f.message_id) as messages
            from sender s
            cross join lateral (
              select d.message_id from message_doubt d
              where d.account_id = s.account_id and d.sender_id = s.id and
            """ + IS_DUE.replace("$4", "$1") + """
              order by d.waits_since limit $2) f
            where s.doubt_action = 'send-again'
            group by s.account_id, s.id
            order by s.account_id, s.id
            """;
    private static final String LEAVE = """
            update message_doubt set waits_since = null where account_id = $1 and message_id = any($2::bigint[])
            """;

    private final Database database;

    /** Messages of one sender that are due. */
    public record Due(long accountId, long senderId, List<Long> messages) {
        public Due {
            messages = List.copyOf(messages);
        }
    }

    public DoubtPolicyStore(Database database) {
        this.database = database;
    }

    /** What is due, sender by sender; of each so many at most, those that wait longest. */
    public Future<List<Due>> due(Instant now, int limit) {
        return database.list(
                row -> new Due(row.getLong("account_id"), row.getLong("id"), List.of(row.getArrayOfLongs("messages"))),
                DUE,
                now.atOffset(ZoneOffset.UTC),
                limit);
    }

    /** Leaves messages to people, so that their sender's policy looks at them no more. */
    static Future<?> leave(SqlClient transaction, long account, List<Long> messages) {
        return messages.isEmpty()
                ? Future.succeededFuture()
                : Database.query(transaction, LEAVE, account, messages.toArray(Long[]::new));
    }
}
