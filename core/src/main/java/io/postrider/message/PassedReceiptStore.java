package io.postrider.message;

import io.postrider.message.LaneWrites.PassedOn;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Passes receipts on between the senders of an account. An operator sends the receipts of a login to any of its connections, so
 * two senders with one login get each other's. Only a message's own sender writes what becomes of it, so a receipt is parked there.
 * It is told by the operator's id together with the phone, among senders of the same gateway that lead equally far.
 */
final class PassedReceiptStore {
    /** Finds by one probe of the index on operator ids who else was given the id for the phone. */
    static final String OTHERS = """
            select k.no, f.sender_id
            from unnest($3::text[], $4::bigint[]) with ordinality as k(key, contact, no)
            cross join lateral (
              select a.sender_id from message_event a
              cross join lateral (
                select 1 from message m
                where m.run_id = a.run_id and m.id = a.message_id and m.contact_key = k.contact limit 1) m
              where a.operator_key = k.key and a.kind = 1 and a.run_id >= $5 and a.sender_id = any(array(
                select s.id from sender me join sender s
                  on s.account_id = me.account_id and s.gateway = me.gateway and s.rehearsal = me.rehearsal
                where me.account_id = $1 and me.id = $2 and s.id <> $2))
              order by a.at desc limit 1) f
            """;

    private static final String PASS = """
            insert into receipt_parked (account_id, sender_id, operator_key, contact_key, state, code, at, raw, reference,
              received_at, passed_on)
            select $1, sender_id, operator_key, contact_key, state, code, at, raw, reference, received_at, true
            from unnest($2::bigint[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::timestamptz[], $8::text[],
              $9::bigint[], $10::timestamptz[])
              as r(sender_id, operator_key, contact_key, state, code, at, raw, reference, received_at)
            """;
    private static final String PASSED = "select " + ReceiptStore.PARKED_COLUMNS + """
            from receipt_parked p where p.sender_id = $1 and p.passed_on order by p.id limit $2
            """;
    private static final String KEEP =
            "update receipt_parked set passed_on = false where sender_id = $1 and id = any($2::bigint[])";
    private static final String SEND_ON = """
            update receipt_parked p set sender_id = o.sender_id, passed_on = true
            from unnest($2::bigint[], $3::bigint[]) as o(id, sender_id) where p.sender_id = $1 and p.id = o.id
            """;

    private PassedReceiptStore() {}

    /** Receipts that are of another sender's message, each with that sender. */
    static Future<Map<OperatorReceipt, Long>> others(
            SqlClient client, long account, long senderId, List<OperatorReceipt> receipts, long sinceRun) {
        List<OperatorReceipt> complete = receipts.stream()
                .filter(receipt ->
                        receipt.contactKey() != 0 && !receipt.operatorKey().isEmpty())
                .toList();
        if (complete.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        Columns<OperatorReceipt> rows = new Columns<>(complete);
        return Database.query(
                        client,
                        OTHERS,
                        account,
                        senderId,
                        rows.texts(OperatorReceipt::operatorKey),
                        rows.longs(OperatorReceipt::contactKey),
                        sinceRun)
                .map(found -> {
                    Map<OperatorReceipt, Long> others = new HashMap<>();
                    for (Row row : found) {
                        others.put(complete.get((int) (row.getLong("no") - 1)), row.getLong("sender_id"));
                    }
                    return others;
                });
    }

    /** Parks receipts with the senders of their messages. */
    static Future<?> pass(SqlClient client, long account, List<PassedOn> passed) {
        if (passed.isEmpty()) {
            return Future.succeededFuture();
        }
        Columns<PassedOn> rows = new Columns<>(passed);
        return Database.query(
                client,
                PASS,
                account,
                rows.longs(PassedOn::senderId),
                rows.texts(one -> one.receipt().operatorKey()),
                rows.longs(one -> one.receipt().contactKey()),
                rows.texts(one -> one.receipt().state().name()),
                rows.texts(one -> one.receipt().code()),
                rows.timesOrNull(one -> one.receipt().at()),
                rows.texts(one -> one.receipt().raw()),
                rows.longsOrNull(one -> one.receipt().reference()),
                rows.times(one -> one.receipt().receivedAt()));
    }

    /** Receipts that others have passed on to this sender, the oldest first. */
    static Future<List<OperatorReceipt>> passed(SqlClient client, long senderId, int limit) {
        return Database.query(client, PASSED, senderId, limit).map(rows -> Database.rows(rows, ReceiptStore::receipt));
    }

    /** These receipts stay parked; whoever passed them on was wrong. */
    static Future<?> keep(SqlClient client, long senderId, List<Long> ids) {
        return ids.isEmpty()
                ? Future.succeededFuture()
                : Database.query(client, KEEP, senderId, ids.toArray(Long[]::new));
    }

    /** Moves parked receipts of a sender to those of their messages. */
    static Future<?> sendOn(SqlClient client, long senderId, Map<OperatorReceipt, Long> others) {
        if (others.isEmpty()) {
            return Future.succeededFuture();
        }
        Columns<Map.Entry<OperatorReceipt, Long>> rows = new Columns<>(List.copyOf(others.entrySet()));
        return Database.query(
                client, SEND_ON, senderId, rows.longs(one -> one.getKey().parkedId()), rows.longs(Map.Entry::getValue));
    }
}
