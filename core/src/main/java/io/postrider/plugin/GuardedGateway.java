package io.postrider.plugin;

import io.postrider.plugin.api.Gateway;
import io.postrider.plugin.api.GatewayContext;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.Submission;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A plugin's gateway; when submitting fails nobody knows what went out, so every message of the batch is uncertain. */
final class GuardedGateway implements Gateway {
    private final PluginScope scope;
    private final Gateway gateway;
    private final GatewayContext host;

    GuardedGateway(PluginScope scope, Gateway gateway, GatewayContext host) {
        this.scope = scope;
        this.gateway = gateway;
        this.host = host;
    }

    @Override
    public CompletionStage<Void> start() {
        return told("starting a gateway", gateway::start);
    }

    @Override
    public int submit(List<Submission> batch) {
        try {
            int taken = scope.inPlugin(() -> gateway.submit(batch));
            if (taken < 0 || taken > batch.size()) {
                throw new IllegalStateException("It took " + taken + " messages of " + batch.size());
            }
            return taken;
        } catch (Throwable thrown) {
            String reason =
                    String.valueOf(scope.failure("submitting messages", thrown).getMessage());
            host.outcomes(batch.stream()
                    .<Outcome>map(message -> new Outcome.Uncertain(message.token(), reason))
                    .toList());
            return batch.size();
        }
    }

    @Override
    public CompletionStage<Void> stop(Duration drain) {
        return told("stopping a gateway", () -> gateway.stop(drain));
    }

    private CompletionStage<Void> told(String doing, PluginScope.Call<CompletionStage<Void>, RuntimeException> call) {
        CompletableFuture<Void> told = new CompletableFuture<>();
        try {
            Objects.requireNonNull(scope.inPlugin(call))
                    .whenComplete((done, thrown) -> scope.inHost(() -> thrown == null
                            ? told.complete(null)
                            : told.completeExceptionally(scope.failure(doing, thrown))));
        } catch (Throwable thrown) {
            told.completeExceptionally(scope.failure(doing, thrown));
        }
        return told;
    }
}
