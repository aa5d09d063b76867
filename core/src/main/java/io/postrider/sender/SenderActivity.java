package io.postrider.sender;

import io.postrider.plugin.api.GatewayState;
import java.time.Instant;
import java.util.List;

/**
 * What a sender is doing at this moment.
 *
 * @param node the server that drives it
 * @param state its connection
 * @param messagesPerSecond messages taken by the operator, as an average of the last seconds
 * @param receiptsPerSecond receipts, as an average of the last seconds
 * @param window released messages that may be without an outcome
 * @param inFlight released messages that are without an outcome
 * @param unsent those of them that the gateway has not taken yet
 * @param waiting messages that wait to be released
 * @param troubles what went wrong last, the newest first
 */
public record SenderActivity(
        long senderId,
        String node,
        GatewayState state,
        double messagesPerSecond,
        double receiptsPerSecond,
        int window,
        int inFlight,
        int unsent,
        long waiting,
        List<Trouble> troubles,
        Instant at) {

    public SenderActivity {
        troubles = List.copyOf(troubles);
    }

    /** Something an operator refused or did not answer. */
    public record Trouble(Instant at, String code, String text) {}
}
