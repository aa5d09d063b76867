package io.postrider.link;

import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes clicks from a file to PostgreSQL, exactly once by the file's name and the position in it. */
public final class ClickStore {
    private static final String ADVANCE = """
            insert into click_position (file, position) values ($1, $3)
            on conflict (file) do update set position = excluded.position where click_position.position = $2
            """;
    private static final String POSITION = "select position from click_position where file = $1";
    private static final String FORGET = "delete from click_position where file = $1";
    private static final String APPEND = """
            with batch as (
              select c.*, row_number() over (partition by run_id, message_id, robot order by no) = 1 as foremost
              from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::int[], $5::timestamptz[], $6::boolean[], $7::text[],
                $8::text[]) with ordinality as c(account_id, run_id, message_id, link_no, at, robot, ip, user_agent, no)),
            people as (
              insert into message_click (account_id, run_id, message_id, at)
              select account_id, run_id, message_id, at from batch where foremost and not robot order by run_id, message_id
              on conflict (run_id, message_id) do nothing
              returning run_id, message_id),
            written as (
              insert into click (run_id, message_id, account_id, link_no, at, robot, first, ip, user_agent)
              select b.run_id, b.message_id, b.account_id, b.link_no, b.at, b.robot,
                b.foremost and not b.robot and p.run_id is not null, b.ip, b.user_agent
              from batch b left join people p on p.run_id = b.run_id and p.message_id = b.message_id
              returning account_id, run_id, link_no, at, robot, first),
            hours as (
              insert into run_click_hour (account_id, run_id, link_no, hour, people, clicks, robots)
              select account_id, run_id, link_no, date_trunc('hour', at, 'UTC') as hour, count(*) filter (where first),
                count(*) filter (where not robot), count(*) filter (where robot)
              from written group by account_id, run_id, link_no, hour order by run_id, link_no, hour
              on conflict (run_id, link_no, hour) do update set people = run_click_hour.people + excluded.people,
                clicks = run_click_hour.clicks + excluded.clicks, robots = run_click_hour.robots + excluded.robots)
            insert into run_click (account_id, run_id, link_no, people, clicks, robots)
            select account_id, run_id, link_no, count(*) filter (where first), count(*) filter (where not robot),
              count(*) filter (where robot)
            from written group by account_id, run_id, link_no order by run_id, link_no
            on conflict (run_id, link_no) do update set people = run_click.people + excluded.people,
              clicks = run_click.clicks + excluded.clicks, robots = run_click.robots + excluded.robots
            """;

    private final Database database;
    private final Consumer<Set<Long>> clicked;

    public ClickStore(Database database) {
        this(database, runs -> {});
    }

    /** @param clicked hears of the runs whose clicks are durable; must not take long */
    public ClickStore(Database database, Consumer<Set<Long>> clicked) {
        this.database = database;
        this.clicked = clicked;
    }

    /** Up to where a file is written to the database; 0 for a file that is new. */
    public Future<Long> position(String file) {
        return database.first(row -> row.getLong("position"), POSITION, file).map(position -> position.orElse(0L));
    }

    /**
     * Writes what a file has between two positions, and the second position, in one transaction.
     *
     * @return false if the file's position is no longer {@code from}, and nothing was written
     */
    public Future<Boolean> append(String file, long from, long to, List<Click> clicks) {
        return database.inTransaction(transaction -> Database.query(transaction, ADVANCE, file, from, to)
                        .compose(rows -> rows.rowCount() == 0
                                ? Future.succeededFuture(false)
                                : insert(transaction, clicks).map(true)))
                .onSuccess(written -> {
                    if (written && !clicks.isEmpty()) {
                        clicked.accept(clicks.stream().map(Click::runId).collect(Collectors.toSet()));
                    }
                });
    }

    /** Forgets a file that is deleted. */
    public Future<Void> forget(String file) {
        return database.query(FORGET, file).mapEmpty();
    }

    private static Future<?> insert(SqlConnection transaction, List<Click> clicks) {
        if (clicks.isEmpty()) {
            return Future.succeededFuture();
        }
        return Database.query(
                transaction,
                APPEND,
                column(clicks, Click::accountId).toArray(Long[]::new),
                column(clicks, Click::runId).toArray(Long[]::new),
                column(clicks, Click::messageId).toArray(Long[]::new),
                column(clicks, Click::link).toArray(Integer[]::new),
                column(clicks, click -> click.at().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new),
                column(clicks, Click::robot).toArray(Boolean[]::new),
                column(clicks, Click::ip).toArray(String[]::new),
                column(clicks, Click::userAgent).toArray(String[]::new));
    }

    private static <T> List<T> column(List<Click> clicks, Function<Click, T> value) {
        return clicks.stream().map(value).toList();
    }
}
