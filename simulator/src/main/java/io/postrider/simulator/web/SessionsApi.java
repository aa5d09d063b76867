package io.postrider.simulator.web;

import io.postrider.simulator.Account;
import io.postrider.simulator.smsc.Exchange;
import io.postrider.simulator.smsc.Session;
import io.postrider.simulator.smsc.SessionCounts;
import io.postrider.simulator.view.MessageView;
import io.postrider.simulator.web.Answering.NotFoundException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jsmpp.bean.Bind;

/** Who is connected, and the accounts. */
final class SessionsApi {
    private static final List<String> WAYS = List.of("", "close", "reset", "unbind");
    private static final int LAST_PORT = 65_535;

    private final World world;
    private final Exchange exchange;

    SessionsApi(World world) {
        this.world = world;
        this.exchange = world.exchange();
    }

    void addTo(Router router) {
        router.get("/api/v1/sessions").handler(Answering.json(call -> list(exchange)));
        router.delete("/api/v1/sessions").handler(Answering.json(call -> dropped(exchange.dropSessions(way(call)))));
        router.get("/api/v1/sessions/:id").handler(Answering.json(call -> one(session(call), exchange.now())));
        router.delete("/api/v1/sessions/:id").handler(Answering.json(this::drop));
        router.post("/api/v1/outbind").handler(this::outbind);
        router.get("/api/v1/accounts").handler(Answering.json(call -> accounts()));
    }

    static JsonObject list(Exchange exchange) {
        var items = new JsonArray();
        exchange.sessions().forEach(session -> items.add(one(session, exchange.now())));
        return new JsonObject().put("items", items).putNull("next");
    }

    private static JsonObject one(Session session, long now) {
        Bind bind = session.bound();
        SessionCounts counts = session.counts();
        int version = bind == null ? 0 : bind.getInterfaceVersion() & 0xFF;
        return new JsonObject()
                .put("id", Integer.toString(session.number()))
                .put("account", bind == null ? null : bind.getSystemId())
                .put("bind", session.bindKind())
                .put("remote", session.connection().remoteAddress().toString())
                .put("tls", session.isTls())
                .put("openedAt", MessageView.time(session.life().openedAt()))
                .put(
                        "boundAt",
                        bind == null ? null : MessageView.time(session.life().boundAt()))
                .put("heardAt", MessageView.time(session.life().heardAt()))
                .put("systemType", bind == null ? null : bind.getSystemType())
                .put("interfaceVersion", bind == null ? null : (version >> 4) + "." + (version & 0x0F))
                .put("submits", counts.submits())
                .put("rate", counts.rate(now))
                .put("refused", counts.refused())
                .put("unanswered", counts.unanswered())
                .put("highestWindow", counts.highestWindow())
                .put("receipts", counts.receipts())
                .put("receiptsUnanswered", session.receiptsUnanswered())
                .put("octetsIn", session.connection().octetsReceived());
    }

    private Session session(RoutingContext call) {
        long number = Answering.number(call.pathParam("id"));
        return exchange.sessions().stream()
                .filter(session -> session.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no session " + number + " any more."));
    }

    private static String way(RoutingContext call) {
        String how = Answering.query(call, "how");
        if (!WAYS.contains(how)) {
            throw new IllegalArgumentException("\"how\" must be close, reset or unbind.");
        }
        return how;
    }

    private static JsonObject dropped(int sessions) {
        return new JsonObject().put("dropped", sessions);
    }

    private JsonObject drop(RoutingContext call) {
        String how = way(call);
        session(call).drop(how);
        return dropped(1);
    }

    private void outbind(RoutingContext call) {
        try {
            JsonObject body = Answering.body(call);
            int port = body.getInteger("port", 0);
            if (port < 1 || port > LAST_PORT) {
                throw new IllegalArgumentException("\"port\" must lie between 1 and 65535.");
            }
            String host = body.getString("host", "127.0.0.1");
            String account = body.getString(
                    "account", exchange.settings().accounts().get(0).systemId());
            world.outbinder()
                    .dial(host, port, account)
                    .onSuccess(session -> Answering.send(
                            call, Answering.OK, new JsonObject().put("session", Integer.toString(session))))
                    .onFailure(problem -> Answering.problem(
                            call, Answering.BAD_GATEWAY, "notReached", "Nobody answers at " + host + ":" + port + "."));
        } catch (RuntimeException problem) {
            Answering.refuse(call, problem);
        }
    }

    private JsonObject accounts() {
        var items = new JsonArray();
        for (Account account : exchange.settings().accounts()) {
            items.add(new JsonObject()
                    .put("systemId", account.systemId())
                    .put("maxBinds", account.maxBinds())
                    .put("throughput", account.throughput())
                    .put("window", account.window())
                    .put("sources", new JsonArray(account.sources()))
                    .put("alphabet", account.alphabet().name())
                    .put("binds", exchange.clients().binds(account)));
        }
        return new JsonObject().put("items", items).putNull("next");
    }
}
