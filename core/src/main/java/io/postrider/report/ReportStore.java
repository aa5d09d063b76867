package io.postrider.report;

import io.postrider.mailing.Run;
import io.postrider.store.Database;
import io.vertx.core.Future;
import java.util.List;

/** Reads what a report breaks down, from rollups only. */
public final class ReportStore {
    private static final String HOURS = """
            select hour,
              coalesce(sum(n) filter (where to_state = 0), 0)::bigint as written,
              coalesce(sum(n) filter (where to_state = 1), 0)::bigint as submitted,
              coalesce(sum(n) filter (where to_state = 2), 0)::bigint as delivered,
              coalesce(sum(n) filter (where to_state = 3), 0)::bigint as undelivered,
              coalesce(sum(n) filter (where to_state = 4), 0)::bigint as expired,
              coalesce(sum(n) filter (where to_state = 5), 0)::bigint as refused,
              coalesce(sum(parts) filter (where to_state = 1), 0)::bigint as parts
            from run_hour where account_id = $1 and run_id = $2 group by hour order by hour
            """;
    private static final String LINKS = """
            select coalesce(l.no, c.link_no) as no, l.url, coalesce(c.people, 0) as people, coalesce(c.clicks, 0) as clicks,
              coalesce(c.robots, 0) as robots
            from (select no, url from run_link where account_id = $1 and run_id = $2) l
            full join (select link_no, people, clicks, robots from run_click where account_id = $1 and run_id = $2) c
              on c.link_no = l.no
            order by no
            """;

    private final Database database;

    public ReportStore(Database database) {
        this.database = database;
    }

    /** What happened in each hour of a run, in the order of time. */
    public Future<List<HourFigures>> hours(Run run) {
        return database.list(
                row -> new HourFigures(
                        row.getOffsetDateTime("hour").toInstant(),
                        row.getLong("written"),
                        row.getLong("submitted"),
                        row.getLong("delivered"),
                        row.getLong("undelivered"),
                        row.getLong("expired"),
                        row.getLong("refused"),
                        row.getLong("parts")),
                HOURS,
                run.accountId(),
                run.id());
    }

    /** A run's links by number; personal ones appear once they are clicked. */
    public Future<List<LinkFigures>> links(Run run) {
        return database.list(
                row -> new LinkFigures(
                        row.getInteger("no"),
                        row.getString("url"),
                        row.getLong("people"),
                        row.getLong("clicks"),
                        row.getLong("robots")),
                LINKS,
                run.accountId(),
                run.id());
    }
}
