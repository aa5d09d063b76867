package io.postrider.message;

import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists for people what operators sent on their own: receipts that belong to nobody, and replies; the newest first. */
public final class InboundStore {
    private static final String PARKED = "select p.sender_id, s.name as sender," + ReceiptStore.PARKED_COLUMNS + """
            from receipt_parked p left join sender s on s.account_id = p.account_id and s.id = p.sender_id
            where p.account_id = $1 and p.id < $2 and ($3::bigint is null or p.sender_id = $3)
              and ($4::bigint is null or p.contact_key = $4)
            order by p.id desc limit $5
            """;
    private static final String REPLIES = """
            select r.id, r.sender_id, s.name as sender, r.contact_key, r.contact, r.caller_id, r.text, r.at
            from reply r left join sender s on s.account_id = r.account_id and s.id = r.sender_id
            where r.account_id = $1 and r.id < $2 and ($3::bigint is null or r.contact_key = $3)
            order by r.id desc limit $4
            """;

    private final Database database;

    public InboundStore(Database database) {
        this.database = database;
    }

    /** Parked receipts with a smaller number than {@code before}, of a sender and of a phone if given. */
    public Future<List<ParkedReceipt>> parked(
            long account, long before, @Nullable Long senderId, @Nullable Long phone, int limit) {
        return database.list(InboundStore::parked, PARKED, account, before, senderId, phone, limit);
    }

    /** Replies with a smaller number than {@code before}, of a phone if given. */
    public Future<List<StoredReply>> replies(long account, long before, @Nullable Long phone, int limit) {
        return database.list(InboundStore::reply, REPLIES, account, before, phone, limit);
    }

    private static ParkedReceipt parked(Row row) {
        return new ParkedReceipt(ReceiptStore.receipt(row), row.getLong("sender_id"), row.getString("sender"));
    }

    private static StoredReply reply(Row row) {
        return new StoredReply(
                row.getLong("id"),
                new HandsetReply(
                        row.getLong("contact_key"),
                        row.getString("contact"),
                        row.getString("caller_id"),
                        row.getString("text"),
                        row.getOffsetDateTime("at").toInstant()),
                row.getLong("sender_id"),
                row.getString("sender"));
    }
}
