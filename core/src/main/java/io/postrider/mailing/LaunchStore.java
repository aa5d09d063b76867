package io.postrider.mailing;

import io.postrider.refusal.Refusal;
import io.postrider.sender.CharsetPolicy;
import io.postrider.sender.route.RouteJson;
import io.postrider.sender.route.RoutePlan;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads what a launch depends on in one statement, so that it all belongs together. */
public final class LaunchStore {
    private static final String FACTS = """
            select m.*, r.name as resource, d.name as database, s.name as sender, t.name as template,
              coalesce(d.default_country, '') as default_country,
              exists (select from profile p where p.account_id = m.account_id and p.database_id = m.database_id) as has_profile,
              exists (select from resource_database rd where rd.account_id = m.account_id
                and rd.resource_id = m.resource_id and rd.database_id = m.database_id) as database_of_resource,
              rc.channel is not null as channel_of_resource, coalesce(rc.caller_id, '') as resource_caller_id,
              coalesce(r.tracking_domain, '') as tracking_domain, coalesce(s.caller_id, '') as sender_caller_id,
              v.name as virtual_sender, v.rules as virtual_rules, (
                select jsonb_agg(jsonb_build_object('id', u.sender_id::text, 'name', vs.name, 'callerId', vs.caller_id,
                  'maxParts', vs.max_parts, 'charset', vs.charset, 'validitySeconds', vs.validity_seconds, 'rehearsal', vs.rehearsal) order by vs.id)
                from virtual_sender_use u join sender vs on vs.account_id = u.account_id and vs.id = u.sender_id
                where u.account_id = m.account_id and u.virtual_sender_id = m.virtual_sender_id) as virtual_senders,
              coalesce(s.validity_seconds, 0) as validity_seconds, coalesce(s.max_parts, 0) as max_parts,
              coalesce(s.charset, 'auto') as charset,
              coalesce(t.version, 0) as template_version, tv.text as template_text,
              coalesce(t.state = 'draft', false) as template_draft
            from mailing m
            left join resource r on r.account_id = m.account_id and r.id = m.resource_id
            left join resource_channel rc
              on rc.account_id = m.account_id and rc.resource_id = m.resource_id and rc.channel = m.channel
            left join profile_database d on d.account_id = m.account_id and d.id = m.database_id
            left join sender s on s.account_id = m.account_id and s.id = m.sender_id
            left join virtual_sender v on v.account_id = m.account_id and v.id = m.virtual_sender_id
            left join template t on t.account_id = m.account_id and t.id = m.template_id
            left join template_version tv on tv.account_id = t.account_id and tv.template_id = t.id
              and tv.version = t.version and tv.channel = m.channel
            where m.account_id = $1 and m.id = $2
            """;

    private final Database database;

    public LaunchStore(Database database) {
        this.database = database;
    }

    /** The facts of a mailing, or a refusal if there is no such mailing. */
    public Future<LaunchFacts> facts(long account, long mailing) {
        return database.first(LaunchStore::facts, FACTS, account, mailing)
                .compose(facts -> facts.map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(Refusal.of(MailingReason.NOT_FOUND))));
    }

    private static LaunchFacts facts(Row row) {
        RoutePlan route = route(row);
        return new LaunchFacts(
                MailingStore.mailing(row),
                text(row, "resource"),
                text(row, "database"),
                row.getString("default_country"),
                row.getBoolean("has_profile"),
                row.getBoolean("database_of_resource"),
                row.getBoolean("channel_of_resource"),
                row.getString("resource_caller_id"),
                row.getString("tracking_domain"),
                text(row, "sender"),
                row.getString("sender_caller_id"),
                route == null ? Duration.ofSeconds(row.getLong("validity_seconds")) : route.longestValidity(),
                route == null ? row.getInteger("max_parts") : route.mostParts(),
                CharsetPolicy.of(row.getString("charset")),
                route,
                text(row, "template"),
                row.getInteger("template_version"),
                text(row, "template_text"),
                row.getBoolean("template_draft"));
    }

    private static @Nullable RoutePlan route(Row row) {
        String name = row.getString("virtual_sender");
        return name == null
                ? null
                : RouteJson.plan(new JsonObject()
                        .put("virtualSenderId", Long.toString(row.getLong("virtual_sender_id")))
                        .put("name", name)
                        .put("rules", row.getJsonArray("virtual_rules"))
                        .put("senders", row.getJsonArray("virtual_senders")));
    }

    private static @Nullable String text(Row row, String column) {
        return row.getString(column);
    }
}
