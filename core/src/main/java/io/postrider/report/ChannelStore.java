package io.postrider.report;

import io.postrider.message.MessageState;
import io.postrider.sender.price.Costs;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads channel reports from the rollups by hour. */
public final class ChannelStore {
    static final int MOST_MAILINGS = 200;
    private static final int MOST_FAILURES = 20;
    private static final int MOST_LINKS = 100;
    private static final String RUNS = """
            from %s join run u on u.account_id = h.account_id and u.id = h.run_id
            where h.account_id = $1 and u.channel = $2 and (cardinality($3::bigint[]) = 0 or u.mailing_id = any($3))
              and h.hour >= $4 and h.hour < $5
            """;
    private static final String COUNTED = "($6 or u.kind = 'live') and ($7 or not u.rehearsal)";
    private static final String COUNTED_RUNS = RUNS + " and " + COUNTED + " ";
    private static final String LEFT_OUT =
            "select coalesce(sum(n) filter (where u.rehearsal), 0)::bigint as rehearsals, "
                    + "coalesce(sum(n) filter (where not u.rehearsal), 0)::bigint as tests "
                    + RUNS.formatted("run_hour h") + " and to_state = 1 and not (" + COUNTED + ")";
    private static final String STATES = "select %s as key, "
            + "coalesce(sum(n) filter (where to_state = 1), 0)::bigint as sent, "
            + "coalesce(sum(h.parts) filter (where to_state = 1), 0)::bigint as parts, "
            + StateSums.columns() + " " + COUNTED_RUNS.formatted("run_hour h") + " group by 1";
    private static final String CLICKS = "select %s as key, "
            + "sum(clicks)::bigint as clicks, sum(people)::bigint as people, sum(robots)::bigint as robots "
            + COUNTED_RUNS.formatted("run_click_hour h") + " group by 1";
    private static final String COSTS = "select %s as key, l.currency, sum(h.cost)::bigint as cost "
            + COUNTED_RUNS.formatted("run_hour h join sender_price_list l"
                    + " on l.account_id = h.account_id and l.sender_id = h.sender_id")
            + " and h.cost > 0 and l.currency is not null group by 1, 2";
    private static final String FAILURES = "select f.*, e.detail from (select to_state, code, sum(n)::bigint as n, "
            + "max(h.run_id) as run_id " + COUNTED_RUNS.formatted("run_hour h")
            + """
             and to_state in (3, 4, 5, 6, 7) group by to_state, code
              having sum(n) > 0 order by n desc, to_state, code limit $8) f
            left join lateral (
              select near.detail from (
                select code, detail from message_event
                where run_id = f.run_id and to_state = f.to_state and to_state in (3, 4, 5, 6, 7, 8) limit 200) near
              where coalesce(near.code, '') = f.code and near.detail is not null limit 1) e on true
            order by f.n desc, f.to_state, f.code
            """;
    private static final String LINKS = "select l.url, sum(people)::bigint as people, sum(clicks)::bigint as clicks, "
            + "sum(robots)::bigint as robots " + COUNTED_RUNS.formatted("""
                    run_click_hour h
                    left join run_link l on l.account_id = h.account_id and l.run_id = h.run_id and l.no = h.link_no
                    """)
            + " group by l.url order by sum(clicks) desc, l.url limit $8";
    private static final String NAMES = "select id, name from mailing where account_id = $1 and id = any($2::bigint[])";
    private static final String BEGIN =
            "select min(opened_at) as begin from run where account_id = $1 and mailing_id = any($2::bigint[])";

    private final Database database;

    public ChannelStore(Database database) {
        this.database = database;
    }

    /** When the first run of these mailings opened. */
    Future<Optional<Instant>> begin(long account, List<Long> mailings) {
        return database.query(BEGIN, account, mailings.toArray(Long[]::new)).map(rows -> {
            OffsetDateTime begin = rows.iterator().next().getOffsetDateTime("begin");
            return Optional.ofNullable(begin).map(OffsetDateTime::toInstant);
        });
    }

    /** Figures by the hour in which something happened. */
    Future<Map<Instant, ChannelFigures>> byHour(ChannelQuestion question) {
        return by(question, "h.hour", row -> row.getOffsetDateTime("key").toInstant());
    }

    /** Figures by mailing; 0 stands for runs without one. */
    Future<Map<Long, ChannelFigures>> byMailing(ChannelQuestion question) {
        return by(question, "coalesce(u.mailing_id, 0)", row -> row.getLong("key"));
    }

    /** Names of mailings. */
    Future<Map<Long, String>> names(long account, List<Long> mailings) {
        return database.query(NAMES, account, mailings.toArray(Long[]::new)).map(rows -> {
            Map<Long, String> names = new HashMap<>();
            rows.forEach(row -> names.put(row.getLong("id"), row.getString("name")));
            return names;
        });
    }

    /** What went wrong most. */
    Future<List<ChannelReport.Failure>> failures(ChannelQuestion question) {
        return database.list(
                row -> new ChannelReport.Failure(
                        MessageState.of(row.getInteger("to_state")),
                        row.getString("code"),
                        row.getLong("n"),
                        row.getString("detail")),
                FAILURES,
                values(question, MOST_FAILURES));
    }

    /** What was clicked most. */
    Future<List<ChannelReport.Link>> links(ChannelQuestion question) {
        return database.list(
                row -> new ChannelReport.Link(
                        row.getString("url"), row.getLong("people"), row.getLong("clicks"), row.getLong("robots")),
                LINKS,
                values(question, MOST_LINKS));
    }

    /** What was sent in the period and is not counted. */
    Future<ChannelReport.LeftOut> leftOut(ChannelQuestion question) {
        return database.query(LEFT_OUT, values(question)).map(rows -> {
            Row row = rows.iterator().next();
            return new ChannelReport.LeftOut(row.getLong("tests"), row.getLong("rehearsals"));
        });
    }

    private <K> Future<Map<K, ChannelFigures>> by(ChannelQuestion question, String key, Function<Row, K> read) {
        Map<K, ChannelFigures> figures = new HashMap<>();
        return database.query(STATES.formatted(key), values(question))
                .compose(states -> {
                    states.forEach(row -> figures.merge(read.apply(row), states(row), ChannelFigures::plus));
                    return database.query(CLICKS.formatted(key), values(question));
                })
                .compose(clicks -> {
                    clicks.forEach(row -> figures.merge(read.apply(row), clicks(row), ChannelFigures::plus));
                    return database.query(COSTS.formatted(key), values(question));
                })
                .map(costs -> {
                    costs.forEach(row -> figures.merge(read.apply(row), costs(row), ChannelFigures::plus));
                    return figures;
                });
    }

    private static @Nullable Object[] values(ChannelQuestion question, Object... more) {
        @Nullable Object[] values = new Object[7 + more.length];
        values[0] = question.accountId();
        values[1] = question.channel();
        values[2] = question.mailings().toArray(Long[]::new);
        values[3] = question.period().from().atOffset(ZoneOffset.UTC);
        values[4] = question.period().to().atOffset(ZoneOffset.UTC);
        values[5] = question.tests();
        values[6] = question.rehearsals();
        System.arraycopy(more, 0, values, 7, more.length);
        return values;
    }

    private static ChannelFigures states(Row row) {
        return new ChannelFigures(
                row.getLong("sent"),
                row.getLong("parts"),
                in(row, MessageState.DELIVERED),
                in(row, MessageState.UNDELIVERED),
                in(row, MessageState.EXPIRED),
                in(row, MessageState.REFUSED),
                in(row, MessageState.IN_DOUBT),
                in(row, MessageState.NO_RECEIPT),
                in(row, MessageState.SUBMITTED),
                0,
                0,
                0,
                Costs.NONE);
    }

    private static ChannelFigures clicks(Row row) {
        return new ChannelFigures(
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                row.getLong("clicks"),
                row.getLong("people"),
                row.getLong("robots"),
                Costs.NONE);
    }

    private static ChannelFigures costs(Row row) {
        Costs costs = new Costs(Map.of(row.getString("currency"), row.getLong("cost")));
        return new ChannelFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, costs);
    }

    private static long in(Row row, MessageState state) {
        return row.getLong(StateSums.name(state));
    }
}
