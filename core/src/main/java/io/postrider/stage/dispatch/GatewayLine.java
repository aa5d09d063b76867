package io.postrider.stage.dispatch;

import io.postrider.plugin.api.GatewayContext;
import io.postrider.plugin.api.GatewayState;
import io.postrider.plugin.api.Inbound;
import io.postrider.plugin.api.Outcome;
import io.vertx.core.Context;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What a gateway may say to its lane, from any thread: one hop to the lane's event loop a call. */
final class GatewayLine implements GatewayContext {
    private final Context context;
    private final String sender;
    private final Map<String, String> settings;
    private final SenderLane lane;

    GatewayLine(Context context, String sender, Map<String, String> settings, SenderLane lane) {
        this.context = context;
        this.sender = sender;
        this.settings = Map.copyOf(settings);
        this.lane = lane;
    }

    @Override
    public String sender() {
        return sender;
    }

    @Override
    public Map<String, String> settings() {
        return settings;
    }

    @Override
    public void ready() {
        context.runOnContext(ignored -> lane.ready());
    }

    @Override
    public void outcomes(List<Outcome> batch) {
        List<Outcome> copy = List.copyOf(batch);
        context.runOnContext(ignored -> lane.outcomes(copy));
    }

    @Override
    public CompletionStage<Void> inbound(List<Inbound> batch) {
        CompletableFuture<Void> durable = new CompletableFuture<>();
        List<Inbound> copy = List.copyOf(batch);
        context.runOnContext(ignored -> lane.inbound(copy, durable));
        return durable;
    }

    @Override
    public void state(GatewayState state) {
        context.runOnContext(ignored -> lane.state(state));
    }
}
