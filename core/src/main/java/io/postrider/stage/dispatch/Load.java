package io.postrider.stage.dispatch;

import io.postrider.sender.SenderActivity;
import org.jspecify.annotations.Nullable;

/**
 * What lies on a lane at a moment.
 *
 * @param inFlight released messages without an outcome
 * @param unsent those of them that the gateway has not taken
 * @param waiting messages that may be released
 * @param allowedMessages a second, as the limit and the operator allow now; null for no limit
 * @param allowedParts the same in parts
 * @param held whether the operator allows less than the limits, or asked for a pause
 * @param broken why nothing is handed over although the connection stands; null while messages go
 */
record Load(
        int inFlight,
        int unsent,
        long waiting,
        @Nullable Double allowedMessages,
        @Nullable Double allowedParts,
        boolean held,
        SenderActivity.@Nullable Break broken) {
    static final Load NONE = new Load(0, 0, 0, null, null, false, null);
}
