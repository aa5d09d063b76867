package io.postrider.sender.price;

import io.postrider.refusal.Refusal;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prices of senders in PostgreSQL. */
public final class PriceStore {
    private static final String HEAD =
            "select sender_id, currency, version from sender_price_list where account_id = $1 and sender_id = $2";
    private static final String ROWS = """
            select prefix, price, valid_from from sender_price where account_id = $1 and sender_id = $2
            order by prefix, valid_from nulls first
            """;
    private static final String LISTS = """
            select l.sender_id, l.currency, p.prefix, p.price, p.valid_from from sender_price_list l
            left join sender_price p on p.account_id = l.account_id and p.sender_id = l.sender_id
            where l.account_id = $1 and l.sender_id = any($2::bigint[]) and l.currency is not null
            """;
    private static final String VERSIONS = "select account_id, sender_id, version from sender_price_list";
    private static final String BEGIN = """
            insert into sender_price_list (account_id, sender_id, currency, version) values ($1, $2, null, 0)
            on conflict do nothing
            """;
    private static final String LOCK = HEAD + " for update";
    private static final String ANY_COST =
            "select exists (select from run_hour where account_id = $1 and sender_id = $2 and cost > 0) as found";
    private static final String CHANGE = """
            update sender_price_list set currency = $3, version = version + 1 where account_id = $1 and sender_id = $2
            """;
    private static final String FORGET = "delete from sender_price where account_id = $1 and sender_id = $2";
    private static final String WRITE = """
            insert into sender_price (account_id, sender_id, prefix, price, valid_from)
            select $1, $2, prefix, price, valid_from
            from unnest($3::text[], $4::bigint[], $5::timestamptz[]) as p(prefix, price, valid_from)
            """;

    private final Database database;

    /** Which list of a sender is the newest. */
    record Version(long accountId, long senderId, int version) {}

    private record Head(@Nullable String currency, int version) {}

    public PriceStore(Database database) {
        this.database = database;
    }

    /** The prices of a sender. */
    Future<Tariff> get(long account, long sender) {
        return database.inTransaction(connection -> snapshot(connection)
                .compose(ignored -> Database.query(connection, HEAD, account, sender))
                .compose(head -> Database.query(connection, ROWS, account, sender)
                        .map(rows -> {
                            Head found = Database.rows(head, PriceStore::head).stream()
                                    .findFirst()
                                    .orElse(new Head(null, 0));
                            return new Tariff(
                                    account,
                                    sender,
                                    found.currency(),
                                    Database.rows(rows, PriceStore::price),
                                    found.version());
                        })));
    }

    private static Future<?> snapshot(SqlClient connection) {
        return Database.query(connection, "set transaction isolation level repeatable read, read only");
    }

    /** Writes all prices of a sender anew; refused if they were changed since, or if the currency may not change any more. */
    Future<Tariff> put(Tariff tariff) {
        long account = tariff.accountId();
        long sender = tariff.senderId();
        return database.inTransaction(transaction -> Database.query(transaction, BEGIN, account, sender)
                        .compose(begun -> Database.query(transaction, LOCK, account, sender))
                        .compose(rows -> permitted(
                                transaction, tariff, head(rows.iterator().next())))
                        .compose(free -> Database.query(transaction, CHANGE, account, sender, tariff.currency()))
                        .compose(changed -> Database.query(transaction, FORGET, account, sender))
                        .compose(forgotten -> write(transaction, tariff)))
                .compose(written -> get(account, sender));
    }

    private static Future<Void> permitted(SqlClient transaction, Tariff tariff, Head saved) {
        if (saved.version() != tariff.version()) {
            return Future.failedFuture(Refusal.of(PriceReason.STALE));
        }
        String currency = saved.currency();
        if (currency == null || currency.equals(tariff.currency())) {
            return Future.succeededFuture();
        }
        return Database.query(transaction, ANY_COST, tariff.accountId(), tariff.senderId())
                .compose(rows -> rows.iterator().next().getBoolean("found")
                        ? Future.failedFuture(
                                Refusal.ofField(PriceReason.CURRENCY_IN_USE, "/currency", Map.of("currency", currency)))
                        : Future.succeededFuture());
    }

    private static Future<?> write(SqlClient transaction, Tariff tariff) {
        List<Price> prices = tariff.prices();
        return Database.query(
                transaction,
                WRITE,
                tariff.accountId(),
                tariff.senderId(),
                prices.stream().map(Price::prefix).toArray(String[]::new),
                prices.stream().map(Price::millionths).toArray(Long[]::new),
                prices.stream().map(PriceStore::time).toArray(OffsetDateTime[]::new));
    }

    private static @Nullable OffsetDateTime time(Price price) {
        Instant from = price.validFrom();
        return from == null ? null : from.atOffset(ZoneOffset.UTC);
    }

    /** The price lists of those of these senders that have one. */
    public Future<Map<Long, PriceList>> lists(long account, Collection<Long> senders) {
        return database.query(LISTS, account, senders.toArray(Long[]::new)).map(rows -> {
            Map<Long, List<Price>> prices = new HashMap<>();
            Map<Long, String> currencies = new HashMap<>();
            for (Row row : rows) {
                long sender = row.getLong("sender_id");
                currencies.put(sender, row.getString("currency"));
                List<Price> some = prices.computeIfAbsent(sender, none -> new ArrayList<>());
                if (row.getString("prefix") != null) {
                    some.add(price(row));
                }
            }
            Map<Long, PriceList> lists = new HashMap<>();
            prices.forEach((sender, some) -> lists.put(sender, new PriceList(currencies.get(sender), some)));
            return lists;
        });
    }

    /** The price list of a sender; an empty one if it has none. */
    public Future<PriceList> list(long account, long sender) {
        return lists(account, List.of(sender))
                .map(lists -> Optional.ofNullable(lists.get(sender)).orElse(PriceList.NONE));
    }

    /** Of all accounts, which lists there are. */
    Future<List<Version>> versions() {
        return database.list(
                row -> new Version(row.getLong("account_id"), row.getLong("sender_id"), row.getInteger("version")),
                VERSIONS);
    }

    private static Head head(Row row) {
        return new Head(row.getString("currency"), row.getInteger("version"));
    }

    private static Price price(Row row) {
        OffsetDateTime from = row.getOffsetDateTime("valid_from");
        return new Price(row.getString("prefix"), row.getLong("price"), from == null ? null : from.toInstant());
    }
}
