package io.postrider.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.GatewayContext;
import io.postrider.plugin.api.GatewayState;
import io.postrider.plugin.api.Inbound;
import io.postrider.plugin.api.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The host of a gateway under test, which keeps what it is told. */
final class GatewayHost implements GatewayContext {
    private static final long PATIENCE_SECONDS = 30;

    private final Map<String, String> settings;
    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final BlockingQueue<Inbound> inbound = new LinkedBlockingQueue<>();
    private final BlockingQueue<GatewayState> states = new LinkedBlockingQueue<>();

    GatewayHost(int port, String systemId, String password, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("host", "127.0.0.1");
        all.put("port", Integer.toString(port));
        all.put("system-id", systemId);
        all.put("password", password);
        all.put("retry-pause", "PT0.1S");
        settings = Map.copyOf(all);
    }

    @Override
    public String sender() {
        return "strangers";
    }

    @Override
    public Map<String, String> settings() {
        return settings;
    }

    @Override
    public void ready() {
        assertThat(settings).isNotEmpty();
    }

    @Override
    public void outcomes(List<Outcome> batch) {
        outcomes.addAll(batch);
    }

    @Override
    public CompletionStage<Void> inbound(List<Inbound> batch) {
        inbound.addAll(batch);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void state(GatewayState state) {
        states.add(state);
    }

    void awaitUp() throws InterruptedException {
        while (next(states).phase() != GatewayState.Phase.UP) {
            // not yet
        }
    }

    Outcome outcome() throws InterruptedException {
        return next(outcomes);
    }

    Inbound.Receipt receipt() throws InterruptedException {
        Inbound next = next(inbound);
        while (!(next instanceof Inbound.Receipt)) {
            // jsmpp's example greets whoever binds
            next = next(inbound);
        }
        return (Inbound.Receipt) next;
    }

    Inbound.Reply reply() throws InterruptedException {
        Inbound next = next(inbound);
        assertThat(next).isInstanceOf(Inbound.Reply.class);
        return (Inbound.Reply) next;
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return Objects.requireNonNull(next);
    }
}
