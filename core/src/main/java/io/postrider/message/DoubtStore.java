package io.postrider.message;

import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the table of messages in doubt beside the events, in their transaction, so that people's lists need no look at events.
 * A row comes with the doubt and goes with whatever settles it.
 */
final class DoubtStore {
    private static final String OPEN = """
            insert into message_doubt (account_id, message_id, run_id, sender_id, contact_key, caller_id, priority, attempt,
              since, reason, state, waits_since, sent_again)
            select m.account_id, m.id, m.run_id, $1, m.contact_key, coalesce(b.caller_id, r.caller_id, ''),
              coalesce(b.priority, 5), e.attempt, e.at, e.reason, e.state,
              case when e.state = 'open' then e.at end,
              (select count(*) from message_event h
                where h.run_id = e.run_id and h.message_id = e.message_id and h.kind = 9)
            from unnest($2::bigint[], $3::bigint[], $4::int[], $5::timestamptz[], $6::text[], $7::text[])
              as e(run_id, message_id, attempt, at, reason, state)
            cross join lateral (
              select m.account_id, m.id, m.run_id, m.contact_key from message m
              where m.run_id = e.run_id and m.id = e.message_id limit 1) m
            left join lateral (
              select b.caller_id, b.priority from dispatch_batch b
              where b.run_id = e.run_id and b.first_id <= e.message_id and b.last_id >= e.message_id limit 1) b on true
            left join run r on r.account_id = m.account_id and r.id = m.run_id
            on conflict (account_id, message_id) do update
              set attempt = excluded.attempt, reason = excluded.reason, state = excluded.state,
                waits_since = excluded.waits_since, sent_again = excluded.sent_again
            """;
    private static final String MOVE = """
            update message_doubt d set state = e.state, waits_since = null
            from unnest($1::bigint[], $2::bigint[], $3::int[], $4::text[]) as e(account_id, message_id, attempt, state)
            where d.account_id = e.account_id and d.message_id = e.message_id
              and (e.attempt > d.attempt or e.state <> 'open')
            """;
    private static final String SETTLE = """
            delete from message_doubt d using unnest($1::bigint[], $2::bigint[]) as e(account_id, message_id)
            where d.account_id = e.account_id and d.message_id = e.message_id
            """;
    /** A run at rest wakes up when one of its messages turns out to be on its way, since that may now wait for a receipt. */
    private static final String WAKE = """
            update run set state = 'finished', rested_at = null where state = 'rested' and id = any($1::bigint[])
            """;

    private DoubtStore() {}

    /** What events make of a doubt; {@code opened} is the last that put the message in doubt, if one did. */
    private record Course(MessageEvent last, @Nullable MessageEvent opened, DoubtState state) {
        String reason() {
            MessageEvent doubt = opened == null ? last : opened;
            String detail = doubt.detail();
            return detail == null ? "" : detail;
        }

        int attempt() {
            return opened == null ? last.attempt() : opened.attempt();
        }
    }

    /** Follows events of one sender's messages that were just appended. */
    static List<Future<?>> follow(SqlClient transaction, long senderId, List<MessageEvent> events) {
        Map<Long, Course> courses = new LinkedHashMap<>();
        for (MessageEvent event : events) {
            if (event.from() == MessageState.IN_DOUBT || event.to() == MessageState.IN_DOUBT) {
                courses.compute(event.messageId(), (id, before) -> next(before, event));
            }
        }
        if (courses.isEmpty()) {
            return List.of();
        }
        List<Course> settled = new ArrayList<>();
        List<Course> opened = new ArrayList<>();
        List<Course> moved = new ArrayList<>();
        for (Course course : courses.values()) {
            if (course.state() == DoubtState.SETTLED) {
                settled.add(course);
            } else if (course.opened() != null) {
                opened.add(course);
            } else if (course.state() != DoubtState.UNCHANGED) {
                moved.add(course);
            }
        }
        return List.of(open(transaction, senderId, opened), move(transaction, moved), settle(transaction, settled));
    }

    private static Course next(@Nullable Course before, MessageEvent event) {
        MessageEvent opened = before == null ? null : before.opened();
        DoubtState state = DoubtState.after(event);
        if (state == DoubtState.UNCHANGED && before != null) {
            state = before.state();
        }
        return new Course(event, event.kind() == EventKind.IN_DOUBT ? event : opened, state);
    }

    private static Future<?> open(SqlClient transaction, long senderId, List<Course> opened) {
        if (opened.isEmpty()) {
            return Future.succeededFuture();
        }
        Columns<Course> rows = new Columns<>(opened);
        return Database.query(
                transaction,
                OPEN,
                senderId,
                rows.longs(course -> course.last().runId()),
                rows.longs(course -> course.last().messageId()),
                rows.ints(Course::attempt),
                rows.times(course -> course.last().at()),
                rows.texts(Course::reason),
                rows.texts(course -> course.state().word()));
    }

    private static Future<?> move(SqlClient transaction, List<Course> moved) {
        if (moved.isEmpty()) {
            return Future.succeededFuture();
        }
        Columns<Course> rows = new Columns<>(moved);
        return Database.query(
                transaction,
                MOVE,
                rows.longs(course -> course.last().accountId()),
                rows.longs(course -> course.last().messageId()),
                rows.ints(Course::attempt),
                rows.texts(course -> course.state().word()));
    }

    private static Future<?> settle(SqlClient transaction, List<Course> settled) {
        if (settled.isEmpty()) {
            return Future.succeededFuture();
        }
        Columns<Course> rows = new Columns<>(settled);
        Future<?> gone = Database.query(
                transaction,
                SETTLE,
                rows.longs(course -> course.last().accountId()),
                rows.longs(course -> course.last().messageId()));
        Long[] runs = settled.stream()
                .filter(course -> course.last().to() == MessageState.SUBMITTED)
                .map(course -> course.last().runId())
                .distinct()
                .toArray(Long[]::new);
        return runs.length == 0 ? gone : Future.all(gone, Database.query(transaction, WAKE, (Object) runs));
    }
}
