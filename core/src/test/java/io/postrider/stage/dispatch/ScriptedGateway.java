package io.postrider.stage.dispatch;

import io.postrider.plugin.api.Gateway;
import io.postrider.plugin.api.GatewayContext;
import io.postrider.plugin.api.GatewayState;
import io.postrider.plugin.api.Inbound;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.ReceiptState;
import io.postrider.plugin.api.Submission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An operator in the same JVM that does what the test says, and keeps everything it was given. */
final class ScriptedGateway implements Gateway {
    static final Function<Submission, @Nullable Outcome> ACCEPTS = ScriptedGateway::accepted;
    static final Function<Submission, @Nullable Outcome> SILENT = message -> null;

    private final GatewayContext host;
    private final Function<Submission, @Nullable Outcome> script;
    private final BlockingQueue<Submission> taken = new LinkedBlockingQueue<>();
    private final List<Submission> all = new ArrayList<>();
    volatile int room = Integer.MAX_VALUE;

    ScriptedGateway(GatewayContext host, Function<Submission, @Nullable Outcome> script) {
        this.host = host;
        this.script = script;
    }

    static Outcome accepted(Submission message) {
        List<String> ids = new ArrayList<>();
        for (int part = 1; part <= message.parts().size(); part++) {
            ids.add(key(message.token(), part));
        }
        return new Outcome.Accepted(message.token(), ids);
    }

    static String key(long token, int part) {
        return "op-" + token + "-" + part;
    }

    @Override
    public CompletionStage<Void> start() {
        host.state(new GatewayState(GatewayState.Phase.UP, ""));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public int submit(List<Submission> batch) {
        int count = Math.min(room, batch.size());
        List<Outcome> outcomes = new ArrayList<>();
        for (Submission message : batch.subList(0, count)) {
            synchronized (all) {
                all.add(message);
            }
            taken.add(message);
            Outcome outcome = script.apply(message);
            if (outcome != null) {
                outcomes.add(outcome);
            }
        }
        if (!outcomes.isEmpty()) {
            host.outcomes(outcomes);
        }
        return count;
    }

    @Override
    public CompletionStage<Void> stop(Duration drain) {
        return CompletableFuture.completedFuture(null);
    }

    /** The next message that was taken. */
    Submission next() throws InterruptedException {
        Submission message = taken.poll(30, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("no message came within 30 seconds");
        }
        return message;
    }

    /** The next so many messages. */
    List<Submission> next(int count) throws InterruptedException {
        List<Submission> messages = new ArrayList<>();
        while (messages.size() < count) {
            messages.add(next());
        }
        return messages;
    }

    /** Everything that was ever taken. */
    List<Submission> all() {
        synchronized (all) {
            return List.copyOf(all);
        }
    }

    /** Has room again. */
    void hasRoom(int messages) {
        room = messages;
        host.ready();
    }

    /** Loses its connection and has another. */
    void connectsAnew() {
        host.state(new GatewayState(GatewayState.Phase.DOWN, "closed"));
        host.state(new GatewayState(GatewayState.Phase.UP, ""));
    }

    void says(Outcome... outcomes) {
        host.outcomes(List.of(outcomes));
    }

    /** Sends a receipt and waits until it is durable. */
    void receipt(Inbound.Receipt... receipts) throws Exception {
        host.inbound(List.of(receipts)).toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    CompletionStage<Void> inbound(List<Inbound> items) {
        return host.inbound(items);
    }

    static Inbound.Receipt receipt(Submission message, int part, ReceiptState state) {
        return receipt(key(message.token(), part), message.to(), state);
    }

    static Inbound.Receipt receipt(String key, String phone, ReceiptState state) {
        String code = state == ReceiptState.DELIVERED ? "000" : "11";
        return new Inbound.Receipt(key, phone, "SHOP", state, code, null, "id:" + key + " stat:" + state, null);
    }
}
