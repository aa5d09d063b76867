package io.postrider.plugin;

import io.postrider.plugin.api.GatewayContext;
import io.postrider.plugin.api.GatewayState;
import io.postrider.plugin.api.Inbound;
import io.postrider.plugin.api.Outcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The way back: what a gateway tells the host crosses the border, and so does the host's answer. */
final class GuardedGatewayContext implements GatewayContext {
    private final PluginScope scope;
    private final GatewayContext host;

    GuardedGatewayContext(PluginScope scope, GatewayContext host) {
        this.scope = scope;
        this.host = host;
    }

    @Override
    public String sender() {
        return host.sender();
    }

    @Override
    public Map<String, String> settings() {
        return host.settings();
    }

    @Override
    public void ready() {
        tell(host::ready);
    }

    @Override
    public void outcomes(List<Outcome> batch) {
        tell(() -> host.outcomes(batch));
    }

    @Override
    public CompletionStage<Void> inbound(List<Inbound> batch) {
        CompletableFuture<Void> durable = new CompletableFuture<>();
        scope.inHost(() -> host.inbound(batch))
                .whenComplete((done, thrown) -> scope.inPlugin(
                        () -> thrown == null ? durable.complete(null) : durable.completeExceptionally(thrown)));
        return durable;
    }

    @Override
    public void state(GatewayState state) {
        tell(() -> host.state(state));
    }

    private void tell(Runnable message) {
        scope.inHost(() -> {
            message.run();
            return true;
        });
    }
}
