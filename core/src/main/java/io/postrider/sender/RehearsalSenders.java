package io.postrider.sender;

import io.postrider.plugin.api.GatewayProvider;
import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The sender that leads to the built-in simulator: there is one an account at most. */
public final class RehearsalSenders {
    private static final String NAME = "Built-in simulator";
    private static final String GATEWAY = "smpp";
    private static final int MAX_PARTS = 10;
    private static final int WINDOW = 1000;
    private final SenderStore store;
    private final Function<String, Optional<GatewayProvider>> gateways;
    private final HintQueue queue;

    public RehearsalSenders(SenderStore store, Function<String, Optional<GatewayProvider>> gateways, HintQueue queue) {
        this.store = store;
        this.gateways = gateways;
        this.queue = queue;
    }

    /** The sender with these settings of its gateway; made, or led to another address, if need be. */
    public Future<Sender> ensure(long account, Map<String, String> settings, Instant now) {
        GatewayProvider provider = gateways.apply(GATEWAY)
                .orElseThrow(() -> Refusal.of(SenderReason.NO_SUCH_GATEWAY, Map.of("gateway", GATEWAY)));
        GatewayForm form = GatewayForm.of(provider, settings, Map.of());
        return store.rehearsal(account)
                .compose(found -> found.map(sender -> led(sender, form))
                        .orElseGet(() -> store.create(fresh(account, form, now), form.secrets())
                                .onSuccess(this::changed)
                                .recover(problem -> faster(account, problem))));
    }

    private Future<Sender> led(Sender sender, GatewayForm form) {
        return leadsTo(sender, form.open())
                ? Future.succeededFuture(sender)
                : store.update(sender.led(form.open()), Optional.of(form.secrets()))
                        .onSuccess(this::changed);
    }

    /** Whether the settings of a gateway lead where the sender leads already. */
    static boolean leadsTo(Sender sender, Map<String, String> settings) {
        return Stream.of("host", "port")
                .allMatch(name ->
                        Objects.equals(settings.get(name), sender.settings().get(name)));
    }

    /** Of two who make it at once, one finds that the other was faster. */
    private Future<Sender> faster(long account, Throwable problem) {
        return store.rehearsal(account)
                .compose(found -> found.map(Future::succeededFuture).orElseGet(() -> Future.failedFuture(problem)));
    }

    private void changed(Sender sender) {
        queue.hint(Topic.SENDER_CHANGED, sender.id());
    }

    private static Sender fresh(long account, GatewayForm form, Instant now) {
        return new Sender(
                account,
                0,
                NAME,
                "sms",
                GATEWAY,
                form.open(),
                "POSTRIDER",
                null,
                null,
                Duration.ofDays(1),
                MAX_PARTS,
                CharsetPolicy.AUTO,
                WINDOW,
                ErrorRules.USUAL,
                DoubtPolicy.USUAL,
                Duty.ON,
                true,
                1,
                1,
                now);
    }
}
