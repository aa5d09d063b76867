package io.postrider.plugin.api;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** What the host gives to a gateway. Every method may be called from any thread and never blocks. */
public interface GatewayContext {
    /** Name of the sender, for log lines and thread names. */
    String sender();

    /** The sender's settings, validated and complete with defaults, secrets in the clear. */
    Map<String, String> settings();

    /** There is room again after {@link Gateway#submit} took less than was offered. */
    void ready();

    /** What became of submissions, one outcome a token, in lists as large as they come. */
    void outcomes(List<Outcome> batch);

    /**
     * Receipts and replies. The stage completes when they are durable, and only then may the operator be answered; if it
     * completes exceptionally the operator is told to try again later.
     */
    CompletionStage<Void> inbound(List<Inbound> batch);

    /** The connection changed. */
    void state(GatewayState state);
}
