package io.postrider.simulator.behaviour;

import io.postrider.simulator.people.MessageEnd;
import io.vertx.core.json.JsonObject;

/**
 * How accepted messages end, in percent that add up to 100.
 *
 * @param delivered reach the phone
 * @param undelivered cannot be delivered
 * @param expired were not fetched in time
 * @param rejected were refused after they had been accepted
 * @param deleted were removed by the operator
 * @param unknown end nobody knows how
 * @param unanswered never end: no receipt ever comes
 */
public record Outcomes(
        double delivered,
        double undelivered,
        double expired,
        double rejected,
        double deleted,
        double unknown,
        double unanswered) {
    private static final double ROUNDING = 1e-6;

    /** Refuses shares that do not add up, with one sentence. */
    public Outcomes {
        if (Math.abs(delivered + undelivered + expired + rejected + deleted + unknown + unanswered - 100) > ROUNDING) {
            throw new IllegalArgumentException(
                    "The shares of delivered, undelivered and expired messages" + " must add up to 100.");
        }
    }

    static Outcomes read(Fields fields) {
        double undelivered = fields.percent("undelivered", 0);
        double expired = fields.percent("expired", 0);
        double rejected = fields.percent("rejected", 0);
        double deleted = fields.percent("deleted", 0);
        double unknown = fields.percent("unknown", 0);
        double unanswered = fields.percent("unanswered", 0);
        double rest = Math.max(0, 100 - undelivered - expired - rejected - deleted - unknown - unanswered);
        double delivered = fields.percent("delivered", rest);
        return new Outcomes(delivered, undelivered, expired, rejected, deleted, unknown, unanswered);
    }

    JsonObject document() {
        return new JsonObject()
                .put("delivered", Delay.plain(delivered))
                .put("undelivered", Delay.plain(undelivered))
                .put("expired", Delay.plain(expired))
                .put("rejected", Delay.plain(rejected))
                .put("deleted", Delay.plain(deleted))
                .put("unknown", Delay.plain(unknown))
                .put("unanswered", Delay.plain(unanswered));
    }

    /** What a roll between 0 and 100 means. */
    MessageEnd at(double roll) {
        double edge = undelivered;
        if (roll < edge) {
            return MessageEnd.UNDELIVERED;
        }
        edge += expired;
        if (roll < edge) {
            return MessageEnd.EXPIRED;
        }
        edge += rejected;
        if (roll < edge) {
            return MessageEnd.REJECTED;
        }
        edge += deleted;
        if (roll < edge) {
            return MessageEnd.DELETED;
        }
        edge += unknown;
        if (roll < edge) {
            return MessageEnd.UNKNOWN;
        }
        return roll < edge + unanswered ? MessageEnd.NEVER : MessageEnd.DELIVERED;
    }
}
