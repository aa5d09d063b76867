package io.postrider.stage.dispatch;

import io.postrider.plugin.api.Gateway;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way out of a lane: its gateway, and the released messages that the gateway has not taken yet. */
final class GatewayPort {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayPort.class);
    private final Context context;
    private final SubmitQueue unsent = new SubmitQueue();
    private @Nullable Gateway gateway;
    private boolean closing;

    GatewayPort(Context context) {
        this.context = context;
    }

    /** Makes a gateway where that may be slow. */
    Future<Gateway> make(Callable<Gateway> open) {
        return context.executeBlocking(open);
    }

    /** Connects, unless the lane was stopped meanwhile. Completes when it was tried. */
    Future<Void> connect(Gateway opened) {
        if (closing) {
            return plugin(() -> opened.stop(Duration.ZERO));
        }
        gateway = opened;
        return plugin(opened::start);
    }

    /** Hands over nothing more, and waits for answers to what was handed over. */
    Future<Void> stop(Duration drain) {
        closing = true;
        Gateway opened = gateway;
        return opened == null
                ? Future.succeededFuture()
                : plugin(() -> opened.stop(drain))
                        .onFailure(stuck -> LOG.warn("a gateway did not stop", stuck))
                        .otherwiseEmpty()
                        .onSuccess(ignored -> gateway = null);
    }

    /** Whether there is a gateway that may still give outcomes. */
    boolean isOpen() {
        return gateway != null;
    }

    /** These may touch the wire now. */
    void add(List<Flight> released) {
        unsent.add(released);
    }

    /** Released messages that were not handed over, for outcomes that bring some back. */
    SubmitQueue unsent() {
        return unsent;
    }

    /** Hands over as much as the gateway takes; the token of the first that it took. */
    OptionalLong submit(Instant now) {
        Gateway opened = gateway;
        return opened == null || closing ? OptionalLong.empty() : unsent.offer(opened, now);
    }

    /** Calls a plugin where it may be slow. */
    private Future<Void> plugin(Callable<CompletionStage<Void>> call) {
        return context.executeBlocking(call).compose(stage -> Future.fromCompletionStage(stage, context));
    }
}
