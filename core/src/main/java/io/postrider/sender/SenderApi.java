package io.postrider.sender;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Operation;
import io.postrider.http.Page;
import io.postrider.plugin.Plugins;
import io.postrider.plugin.api.GatewayProvider;
import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** Senders by HTTP. Secrets go in and never come out; what is not sent again stays as it is saved. */
public final class SenderApi implements Api {
    private final SenderStore store;
    private final QueueStore queues;
    private final TakeOver takeOver;
    private final Plugins plugins;
    private final ConnectionTrial trial;
    private final HintQueue queue;
    private final LongFunction<Optional<SenderActivity>> activity;

    /** @param activity what the sender of this number is doing on this server; callable from any thread */
    public SenderApi(
            SenderStore store,
            QueueStore queues,
            Plugins plugins,
            ConnectionTrial trial,
            HintQueue queue,
            LongFunction<Optional<SenderActivity>> activity) {
        this.store = store;
        this.queues = queues;
        this.takeOver = new TakeOver(store);
        this.plugins = plugins;
        this.trial = trial;
        this.queue = queue;
        this.activity = activity;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "listSenders", this::list,
                "createSender", this::create,
                "getSender", this::get,
                "updateSender", this::update,
                "deleteSender", this::delete,
                "listSenderStates", this::states,
                "getSenderState", this::state,
                "testConnection", this::testConnection);
    }

    /** A sender as people see it, without the names of its secrets. */
    public static JsonObject json(Sender sender) {
        return SenderView.of(sender, Optional.empty());
    }

    private Future<Answer> list(Call call) {
        return Page.of(
                call.paging(),
                (after, limit) ->
                        store.page(call.account(), after, call.paging().q(), limit),
                Sender::id,
                sender -> SenderView.of(sender, Optional.empty()));
    }

    private Future<Answer> create(Call call) {
        GatewayProvider provider = provider(call.body().getString("gateway"));
        GatewayForm form = GatewayForm.of(provider, settings(call.body()), Map.of());
        Sender sender = SenderView.read(call.body(), call.account(), form.open(), call.now());
        return takeOver.checked(sender)
                .compose(fits -> store.create(fits, form.secrets()))
                .onSuccess(this::changed)
                .map(made ->
                        Answer.created("/api/v1/senders/" + made.id(), view(made, form.secrets()), made.version()));
    }

    private Future<Answer> get(Call call) {
        return store.get(call.account(), call.id("id"))
                .compose(sender -> store.secrets(sender)
                        .map(secrets -> Answer.versioned(view(sender, secrets), sender.version())));
    }

    private Future<Answer> update(Call call) {
        int version = call.version();
        return store.get(call.account(), call.id("id"))
                .compose(saved -> store.secrets(saved).compose(kept -> {
                    GatewayForm form = GatewayForm.of(provider(saved.gateway()), settings(call.body()), kept);
                    if (saved.rehearsal() && !RehearsalSenders.leadsTo(saved, form.open())) {
                        throw Refusal.of(SenderReason.LEADS_TO_SIMULATOR);
                    }
                    Sender sender =
                            SenderView.read(call.body(), saved, form.open()).stored(saved.id(), version);
                    // Secrets that stay are not written again, for that would mean another connection.
                    return takeOver.checked(sender)
                            .compose(fits -> store.update(
                                    fits, Optional.of(form.secrets()).filter(given -> !given.equals(kept))))
                            .onSuccess(this::changed)
                            .map(now -> Answer.versioned(view(now, form.secrets()), now.version()));
                }));
    }

    private Future<Answer> delete(Call call) {
        long id = call.id("id");
        int version = call.version();
        return store.get(call.account(), id)
                .compose(sender -> store.delete(call.account(), id, version))
                .onSuccess(done -> queue.hint(Topic.SENDER_CHANGED, id))
                .map(done -> Answer.nothing());
    }

    private Future<Answer> state(Call call) {
        return store.get(call.account(), call.id("id"))
                .compose(sender -> queues.of(sender, call.now())
                        .map(queue -> Answer.of(StateView.whole(sender, activity.apply(sender.id()), queue))));
    }

    private Future<Answer> states(Call call) {
        return Page.of(
                call.paging(),
                (after, limit) ->
                        store.page(call.account(), after, call.paging().q(), limit),
                Sender::id,
                sender -> StateView.brief(sender, activity.apply(sender.id())));
    }

    private Future<Answer> testConnection(Call call) {
        JsonObject body = call.body();
        String id = body.getString("senderId", "");
        Map<String, String> given = settings(body);
        if (id.isEmpty()) {
            return tried(provider(body.getString("gateway", "")), given, Map.of());
        }
        return store.get(call.account(), Long.parseLong(id))
                .compose(sender -> store.secrets(sender)
                        .compose(secrets -> tried(
                                provider(sender.gateway()),
                                body.containsKey("settings") ? given : sender.settings(),
                                secrets)));
    }

    private Future<Answer> tried(GatewayProvider provider, Map<String, String> given, Map<String, String> kept) {
        GatewayForm form = GatewayForm.of(provider, given, kept);
        return trial.run(provider, "connection test", form.all())
                .map(state -> Answer.of(new JsonObject()
                        .put("phase", state.phase().name().toLowerCase(java.util.Locale.ROOT))
                        .put("detail", state.detail())));
    }

    private void changed(Sender sender) {
        queue.hint(Topic.SENDER_CHANGED, sender.id());
    }

    private GatewayProvider provider(String name) {
        return plugins.gateway(name)
                .orElseThrow(() -> Refusal.ofField(SenderReason.NO_SUCH_GATEWAY, "/gateway", Map.of("gateway", name)));
    }

    private static JsonObject view(Sender sender, Map<String, String> secrets) {
        Collection<String> names = secrets.keySet();
        return SenderView.of(sender, Optional.of(names));
    }

    private static Map<String, String> settings(JsonObject body) {
        Map<String, String> settings = new HashMap<>();
        body.getJsonObject("settings", new JsonObject())
                .forEach(entry -> settings.put(entry.getKey(), String.valueOf(entry.getValue())));
        return settings;
    }
}
