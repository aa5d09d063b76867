package io.postrider.message;

import io.postrider.profile.Profile;
import io.postrider.resource.SubscriptionStatus;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What happened to a person, from all tables that know of it. Messages and replies are found by the indexes of contacts: those of the
 * person's phones and subscriptions. Of each kind no more is read than a page has, but for the messages themselves, of which a person
 * has few.
 */
public final class TimelineStore {
    private static final String PERSON = """
            with person as materialized (
              select * from profile where account_id = $1 and database_id = $2 and id = $3),
            own as materialized (
              select * from subscription where account_id = $1 and database_id = $2 and profile_id = $3),
            contact as materialized (
              select array(select f.phone::bigint from person p, unnest(p.phones) as f(phone)
                union select contact_key from own) as keys),
            sent as materialized (
              select m.* from message m
              where m.account_id = $1 and m.contact_key = any((select keys from contact)::bigint[])
                and m.database_id = $2 and m.profile_id = $3),
            page as (
            """;
    private static final String MESSAGES = """
            (select m.created_at as at, 'message:' || m.id as reference, 'message' as kind, jsonb_build_object(
              'messageId', m.id::text, 'runId', m.run_id::text, 'mailingId', r.mailing_id::text, 'mailing', g.name,
              'test', coalesce(r.kind = 'test', false), 'rehearsal', coalesce(r.rehearsal, false),
              'contact', m.contact, 'parts', m.parts, 'text', m.body,
              'state', %s) as details
             from sent m left join run r on r.account_id = m.account_id and r.id = m.run_id
             left join mailing g on g.account_id = m.account_id and g.id = r.mailing_id
             where (m.created_at, 'message:' || m.id) < ($4, $5) order by 1 desc, 2 desc limit $6)
            """.formatted(SearchStore.STATE);
    private static final String CLICKS = """
            (select c.at, 'click:' || c.message_id || '-' || c.link_no, 'click', jsonb_build_object(
              'messageId', c.message_id::text, 'linkNo', c.link_no, 'robot', c.robot, 'url', l.url)
             from sent m join click c on c.run_id = m.run_id and c.message_id = m.id
             left join run_link l on l.run_id = c.run_id and l.no = c.link_no
             where (c.at, 'click:' || c.message_id || '-' || c.link_no) < ($4, $5) order by 1 desc, 2 desc limit $6)
            """;
    private static final String LEFT_OUT = """
            (select x.at, 'left-out:' || x.run_id || '-' || x.subscription_id, 'left-out', jsonb_build_object(
              'runId', x.run_id::text, 'mailingId', r.mailing_id::text, 'mailing', g.name, 'reason', x.reason,
              'detail', x.detail, 'contact', x.contact_key::text)
             from message_exclusion x left join run r on r.account_id = x.account_id and r.id = x.run_id
             left join mailing g on g.account_id = x.account_id and g.id = r.mailing_id
             where x.account_id = $1 and x.contact_key = any((select keys from contact)::bigint[]) and x.profile_id = $3
               and x.reason not in ('stopped', 'no-longer-subscribed')
               and (x.at, 'left-out:' || x.run_id || '-' || x.subscription_id) < ($4, $5) order by 1 desc, 2 desc limit $6)
            """;
    private static final String REPLIES = """
            (select y.at, 'reply:' || y.id, 'reply', jsonb_build_object(
              'replyId', y.id::text, 'contact', y.contact, 'callerId', y.caller_id, 'text', y.text, 'meaning', y.kind,
              'changed', y.changed, 'spared', y.spared, 'messageId', y.message_id::text, 'resource', q.name)
             from reply y left join resource q on q.account_id = y.account_id and q.id = y.resource_id
             where y.account_id = $1 and y.contact_key = any((select keys from contact)::bigint[])
               and (y.at, 'reply:' || y.id) < ($4, $5) order by 1 desc, 2 desc limit $6)
            """;
    private static final String SUBSCRIPTIONS = """
            (select e.at, e.kind || ':' || s.id, e.kind, jsonb_build_object(
              'subscriptionId', s.id::text, 'resourceId', s.resource_id::text, 'resource', q.name, 'channel', s.channel,
              'contact', s.contact, 'source', s.source)
              || case e.kind when 'subscribed' then '{}' else jsonb_build_object('status', s.status) end
             from own s cross join lateral (values (s.created_at, 'subscribed'),
               (case when s.version > 1 then s.updated_at end, 'subscription-changed')) as e(at, kind)
             left join resource q on q.account_id = s.account_id and q.id = s.resource_id
             where (e.at, e.kind || ':' || s.id) < ($4, $5) order by 1 desc, 2 desc limit $6)
            """;
    private static final String PROFILE = """
            (select e.at, e.kind || ':' || p.id, e.kind,
              case e.kind when 'created' then '{}' else jsonb_build_object('version', p.version) end
             from person p cross join lateral (values (p.created_at, 'created'),
               (case when p.version > 1 then p.updated_at end, 'changed')) as e(at, kind)
             where (e.at, e.kind || ':' || p.id) < ($4, $5))
            """;
    private static final String PAGE =
            PERSON + String.join(" union all ", MESSAGES, CLICKS, LEFT_OUT, REPLIES, SUBSCRIPTIONS, PROFILE)
                    + ") select * from page order by at desc, reference desc limit $6";

    private final Database database;

    public TimelineStore(Database database) {
        this.database = database;
    }

    /** The newest of what happened before a moment, or at it with a reference before the given one. */
    public Future<List<TimelineEntry>> page(Profile of, Instant before, String reference, int limit) {
        return database.list(
                TimelineStore::entry,
                PAGE,
                of.accountId(),
                of.databaseId(),
                of.id(),
                before.atOffset(ZoneOffset.UTC),
                reference,
                limit);
    }

    private static TimelineEntry entry(Row row) {
        JsonObject json = row.getJsonObject("details");
        Map<String, Object> details = new HashMap<>();
        json.forEach(each -> {
            if (each.getValue() != null) {
                details.put(each.getKey(), each.getValue());
            }
        });
        if (json.containsKey("state")) {
            details.put("state", word(MessageState.of(json.getInteger("state"))));
        }
        if (json.containsKey("status")) {
            details.put(
                    "status",
                    SubscriptionStatus.of((int) json.getInteger("status")).word());
        }
        return new TimelineEntry(
                row.getOffsetDateTime("at").toInstant(), row.getString("reference"), row.getString("kind"), details);
    }

    private static String word(MessageState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
