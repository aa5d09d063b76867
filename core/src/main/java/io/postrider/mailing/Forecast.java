package io.postrider.mailing;

import io.postrider.sender.Sender;
import org.jspecify.annotations.Nullable;

/**
 * How long a mailing takes at the speed that its limits allow.
 *
 * @param limit what holds it: {@code mailing}, {@code sender}, or {@code sender-parts} for a limit in parts
 * @param perSecond that limit, in messages or parts
 */
record Forecast(String limit, double perSecond, long seconds) {
    /** The slowest of all limits; null if there is none. */
    static @Nullable Forecast of(Mailing mailing, @Nullable Sender sender, long messages, long parts) {
        Forecast slowest = slower(null, "mailing", mailing.messagesPerSecond(), messages);
        if (sender != null) {
            slowest = slower(slowest, "sender", sender.messagesPerSecond(), messages);
            slowest = slower(slowest, "sender-parts", sender.partsPerSecond(), parts);
        }
        return slowest;
    }

    private static @Nullable Forecast slower(
            @Nullable Forecast known, String limit, @Nullable Number limited, long amount) {
        if (limited == null) {
            return known;
        }
        double perSecond = limited.doubleValue();
        Forecast other = new Forecast(limit, perSecond, (long) Math.ceil(amount / perSecond));
        return known == null || other.seconds > known.seconds ? other : known;
    }
}
