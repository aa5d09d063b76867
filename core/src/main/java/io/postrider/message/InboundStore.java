package io.postrider.message;

import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists for people the receipts that belong to no message; the newest first. */
public final class InboundStore {
    private static final String PARKED = "select p.sender_id, s.name as sender," + ReceiptStore.PARKED_COLUMNS + """
            from receipt_parked p left join sender s on s.account_id = p.account_id and s.id = p.sender_id
            where p.account_id = $1 and p.id < $2 and ($3::bigint is null or p.sender_id = $3)
              and ($4::bigint is null or p.contact_key = $4)
            order by p.id desc limit $5
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

    private static ParkedReceipt parked(Row row) {
        return new ParkedReceipt(ReceiptStore.receipt(row), row.getLong("sender_id"), row.getString("sender"));
    }
}
