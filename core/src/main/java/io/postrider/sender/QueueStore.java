package io.postrider.sender;

import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** What waits in front of senders, counted in PostgreSQL, so also for one that nobody drives at this moment. */
public final class QueueStore {
    private static final String QUEUED = """
            select coalesce(sum(last_id - released) filter (where not held and not_before <= $3), 0)::bigint as due,
              coalesce(sum(last_id - released) filter (where not held and not_before > $3), 0)::bigint as later,
              coalesce(sum(last_id - released) filter (where held), 0)::bigint as held,
              min(not_before) filter (where not held and not_before > $3) as next_try
            from dispatch_batch where account_id = $1 and sender_id = $2 and released < last_id
            """;

    private final Database database;

    public QueueStore(Database database) {
        this.database = database;
    }

    /** What waits in front of a sender at this moment. */
    public Future<SenderQueue> of(Sender sender, Instant now) {
        return database.query(QUEUED, sender.accountId(), sender.id(), now.atOffset(ZoneOffset.UTC))
                .map(rows -> queue(rows.iterator().next()));
    }

    private static SenderQueue queue(Row row) {
        OffsetDateTime next = row.getOffsetDateTime("next_try");
        return new SenderQueue(
                row.getLong("due"), row.getLong("later"), row.getLong("held"), next == null ? null : next.toInstant());
    }
}
