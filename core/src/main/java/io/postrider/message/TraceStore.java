package io.postrider.message;

import io.postrider.message.MessageTrace.Click;
import io.postrider.message.MessageTrace.Link;
import io.postrider.message.MessageTrace.Step;
import io.postrider.refusal.Refusal;
import io.postrider.sender.price.Amount;
import io.postrider.sender.route.RouteChoice;
import io.postrider.sender.route.RouteJson;
import io.postrider.sender.route.RoutePlan;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads everything that is known of one message. */
public final class TraceStore {
    private static final String RUN = """
            select run_id from chunk where account_id = $1 and first_id <= $2 and last_id >= $2 order by first_id desc limit 1
            """;
    private static final String MESSAGE = """
            select m.database_id, m.profile_id, m.subscription_id, m.template_version, m.encoding, m.body, m.cuts,
              m.personal_links, m.route, p.plan, r.caller_id
            from message m
            left join run_route p on m.route is not null and p.account_id = m.account_id and p.run_id = m.run_id
            left join run r on r.account_id = m.account_id and r.id = m.run_id
            where m.account_id = $1 and m.run_id = $2 and m.id = $3
            """;
    private static final String STEPS = """
            select e.at, e.kind, e.attempt, e.part, e.from_state, e.to_state, e.code, e.operator_key, e.receipt, e.detail,
              s.name as sender, nullif(d.login, '') as login, e.cost, l.currency
            from message_event e left join sender s on s.account_id = $1 and s.id = e.sender_id
            left join sender_price_list l on e.cost is not null and l.account_id = $1 and l.sender_id = e.sender_id
            left join doubt_decision d on d.account_id = $1 and d.id = case when e.kind in (9, 10) then e.code::bigint end
            where e.run_id = $2 and e.message_id = $3 order by e.at, e.attempt, e.kind, e.part limit 1000
            """;
    private static final String LINKS =
            "select no, url from run_link where account_id = $1 and run_id = $2 order by no";
    private static final String CLICKS = """
            select at, link_no, robot, ip, user_agent from click
            where account_id = $1 and run_id = $2 and message_id = $3 order by at limit 1000
            """;
    private static final int FIRST_PERSONAL_LINK = 8;

    private final Database database;
    private final SearchStore search;

    public TraceStore(Database database, SearchStore search) {
        this.database = database;
        this.search = search;
    }

    /** The trace of a message, or a refusal. */
    public Future<MessageTrace> trace(long account, long id) {
        return database.first(row -> row.getLong("run_id"), RUN, account, id)
                .compose(run -> run.map(found -> ofRun(account, found, id))
                        .orElseGet(() -> Future.failedFuture(Refusal.of(MessageReason.NOT_FOUND))));
    }

    private Future<MessageTrace> ofRun(long account, long run, long id) {
        MessageSearch exact = new MessageSearch(account, null, run, null, run, id + 1, 1);
        return search.find(exact).compose(found -> {
            if (found.isEmpty() || found.get(0).id() != id) {
                return Future.failedFuture(Refusal.of(MessageReason.NOT_FOUND));
            }
            Future<List<Step>> steps = database.list(TraceStore::step, STEPS, account, run, id);
            Future<List<Link>> links = database.list(TraceStore::link, LINKS, account, run);
            Future<List<Click>> clicks = database.list(TraceStore::click, CLICKS, account, run, id);
            return Future.all(steps, links, clicks)
                    .compose(ignored -> database.first(
                            row -> trace(row, found.get(0), links.result(), steps.result(), clicks.result()),
                            MESSAGE,
                            account,
                            run,
                            id))
                    .map(trace -> trace.orElseThrow(() -> Refusal.of(MessageReason.NOT_FOUND)));
        });
    }

    private static MessageTrace trace(
            Row row, FoundMessage found, List<Link> ofRun, List<Step> steps, List<Click> clicks) {
        List<Link> links = new ArrayList<>(ofRun);
        String @Nullable [] personal = row.getArrayOfStrings("personal_links");
        for (int i = 0; personal != null && i < personal.length; i++) {
            links.add(new Link(FIRST_PERSONAL_LINK + i, personal[i]));
        }
        return new MessageTrace(
                found,
                row.getLong("database_id"),
                row.getLong("profile_id"),
                row.getLong("subscription_id"),
                row.getInteger("template_version"),
                row.getInteger("encoding") != 0,
                route(row),
                Outgoing.cut(row.getString("body"), BatchStore.cuts(row)),
                links,
                steps,
                clicks);
    }

    private static MessageTrace.@Nullable Route route(Row row) {
        Integer number = row.getInteger("route");
        JsonObject kept = row.getJsonObject("plan");
        if (number == null || kept == null) {
            return null;
        }
        RoutePlan plan = RouteJson.plan(kept);
        RouteChoice choice = RouteChoice.of(number);
        String ofRun = row.getString("caller_id");
        return new MessageTrace.Route(plan, choice, plan.callerId(plan.taken(choice), ofRun == null ? "" : ofRun));
    }

    private static Link link(Row row) {
        return new Link(row.getInteger("no"), row.getString("url"));
    }

    private static Click click(Row row) {
        return new Click(
                row.getOffsetDateTime("at").toInstant(),
                row.getInteger("link_no"),
                row.getBoolean("robot"),
                row.getString("ip"),
                row.getString("user_agent"));
    }

    private static Step step(Row row) {
        Integer receipt = row.getInteger("receipt");
        EventKind kind = EventKind.of(row.getInteger("kind"));
        return new Step(
                row.getOffsetDateTime("at").toInstant(),
                kind,
                row.getInteger("attempt"),
                row.getInteger("part"),
                MessageState.of(row.getInteger("to_state")),
                !row.getInteger("from_state").equals(row.getInteger("to_state")),
                row.getString("sender"),
                kind.isDecision() ? null : row.getString("code"),
                row.getString("operator_key"),
                receipt == null ? null : PartState.of(receipt),
                row.getString("detail"),
                row.getString("login"),
                cost(row));
    }

    private static @Nullable Amount cost(Row row) {
        Long cost = row.getLong("cost");
        String currency = row.getString("currency");
        return cost == null || currency == null ? null : new Amount(currency, cost);
    }
}
