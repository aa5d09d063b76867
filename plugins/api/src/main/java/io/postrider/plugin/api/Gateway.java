package io.postrider.plugin.api;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * A sender's connection to an operator. The host calls {@link #start}, then {@link #submit} from one thread at a time,
 * then {@link #stop} once.
 */
public interface Gateway {
    /**
     * Begins to connect, and keeps connecting until {@link #stop}. Completes when the first attempt has ended, normally
     * even if the operator is out of reach: that is told by {@link GatewayContext#state}.
     */
    CompletionStage<Void> start();

    /**
     * Takes the first {@code n} messages of the batch in order and never blocks. Each taken token gets exactly one outcome,
     * or {@link Outcome.Uncertain} followed by at most one late one. The host keeps the rest and offers it again after
     * {@link GatewayContext#ready}.
     *
     * @return how many were taken, from 0 to {@code batch.size()}
     */
    int submit(List<Submission> batch);

    /**
     * Takes no more, waits at most {@code drain} for answers, disconnects. When the stage completes, every taken token
     * has its outcome and no thread, socket or timer of this gateway is left.
     */
    CompletionStage<Void> stop(Duration drain);
}
