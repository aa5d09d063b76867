package io.postrider.rehearsal;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.postrider.http.Paging;
import io.postrider.sender.Sender;
import io.postrider.sender.SenderApi;
import io.postrider.sender.SenderStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The simulator by HTTP: is it there, the sender that leads to it, and its messages as phones show them. */
public final class RehearsalApi implements Api {
    private static final List<String> SHOWN = List.of(
            "id", "phone", "from", "text", "encoding", "parts", "partsPresent", "submittedAt", "endedAt", "state");
    private final SimulatorHost host;
    private final SimulatorClient client;
    private final SenderStore senders;
    private final SimulatorSender sender;

    public RehearsalApi(SimulatorHost host, SenderStore senders, SimulatorSender sender) {
        this.host = host;
        this.client = host.client();
        this.senders = senders;
        this.sender = sender;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "getRehearsal", this::get,
                "createRehearsalSender", this::createSender,
                "listRehearsalMessages", this::messages,
                "listRehearsalPhoneMessages", this::ofPhone);
    }

    private Future<Answer> get(Call call) {
        return senders.rehearsal(call.account())
                .compose(made -> client.statistics()
                        .map(figures -> Answer.of(state(made, "up").put("statistics", figures)))
                        .otherwise(absent -> Answer.of(state(made, host.isStarting() ? "starting" : "absent")
                                .putNull("statistics"))));
    }

    private JsonObject state(Optional<Sender> made, String state) {
        SimulatorAddress address = host.address();
        return new JsonObject()
                .put("state", state)
                .put("canStart", host.canStart())
                .put("own", host.pid().isPresent())
                .put("smppHost", address.smppHost())
                .put("smppPort", address.smppPort())
                .put("web", address.web().toString())
                .put("senderId", made.map(one -> Long.toString(one.id())).orElse(null));
    }

    private Future<Answer> createSender(Call call) {
        return sender.ensure(call.account(), call.now())
                .map(made -> Answer.versioned(SenderApi.json(made), made.version()));
    }

    private Future<Answer> messages(Call call) {
        return asked(call.paging(), "");
    }

    private Future<Answer> ofPhone(Call call) {
        return asked(call.paging(), "&phone=" + encoded(call.path("phone")));
    }

    private Future<Answer> asked(Paging paging, String more) {
        long before = paging.afterId(0);
        String path = "/api/v1/messages?limit=" + paging.limit() + (before > 0 ? "&before=" + before : "")
                + (paging.q().isEmpty() ? "" : "&q=" + encoded(paging.q())) + more;
        return client.get(path).map(found -> {
            JsonArray items = new JsonArray();
            found.getJsonArray("items", new JsonArray()).stream()
                    .filter(JsonObject.class::isInstance)
                    .map(JsonObject.class::cast)
                    .forEach(message -> items.add(shown(message)));
            return Answer.page(items, found.getString("next"));
        });
    }

    private static JsonObject shown(JsonObject message) {
        JsonObject shown = new JsonObject();
        SHOWN.forEach(name -> shown.put(name, message.getValue(name)));
        return shown;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
