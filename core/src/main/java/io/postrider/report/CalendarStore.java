package io.postrider.report;

import io.postrider.mailing.MailingState;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Reads what is planned and what ran in a period, by the indexes of time. */
public final class CalendarStore {
    private static final String ENTRIES = """
            select e.*, r.name as resource, coalesce(s.name, v.name, p.plan ->> 'name') as sender,
              coalesce(e.run_rehearsal, s.rehearsal, (select bool_and(vs.rehearsal) from virtual_sender_use vu
                join sender vs on vs.account_id = vu.account_id and vs.id = vu.sender_id
                where vu.account_id = e.account_id and vu.virtual_sender_id = e.virtual_sender_id), false) as rehearsal from (
              (select id as mailing_id, account_id, name, channel, state, null::bigint as run_id, null::boolean as run_rehearsal, send_at as at,
                null::timestamptz as ended_at, resource_id, sender_id, virtual_sender_id
              from mailing where account_id = $1 and send_at >= $2 and send_at < $3 and state in ('draft', 'scheduled')
              order by send_at limit $4)
              union all
              (select m.id, m.account_id, m.name, u.channel, m.state, u.id, u.rehearsal, u.opened_at, u.finished_at, u.resource_id, u.sender_id,
                null::bigint
              from run u join mailing m on m.account_id = u.account_id and m.id = u.mailing_id
              where u.account_id = $1 and u.opened_at >= $2 and u.opened_at < $3 and u.kind = 'live'
              order by u.opened_at limit $4)) e
            left join resource r on r.account_id = e.account_id and r.id = e.resource_id
            left join sender s on s.account_id = e.account_id and s.id = e.sender_id
            left join virtual_sender v on v.account_id = e.account_id and v.id = e.virtual_sender_id
            left join run_route p on p.account_id = e.account_id and p.run_id = e.run_id
            order by e.at, e.mailing_id limit $4
            """;

    private final Database database;

    public CalendarStore(Database database) {
        this.database = database;
    }

    /** The first entries of a period, in the order of time. */
    Future<List<CalendarEntry>> entries(long account, Period period, int limit) {
        return database.list(
                CalendarStore::entry,
                ENTRIES,
                account,
                period.from().atOffset(ZoneOffset.UTC),
                period.to().atOffset(ZoneOffset.UTC),
                limit);
    }

    private static CalendarEntry entry(Row row) {
        OffsetDateTime ended = row.getOffsetDateTime("ended_at");
        return new CalendarEntry(
                row.getLong("mailing_id"),
                row.getString("name"),
                row.getString("channel"),
                MailingState.of(row.getString("state")),
                row.getLong("run_id"),
                row.getOffsetDateTime("at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("resource"),
                row.getString("sender"),
                row.getBoolean("rehearsal"));
    }
}
