package io.postrider.simulator.behaviour;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jsmpp.SMPPConstant;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong.
 *
 * @param shares in percent of the messages; what is absent does not happen
 * @param throttle submits a second that an account may send before it is answered with {@code throttleStatus}; 0 is no limit
 * @param throttleStatus the answer to what is too much
 * @param window unanswered submits of a session before further ones are answered with {@code windowStatus}; 0 is no limit
 * @param windowStatus the answer to what is too much
 * @param lateBy milliseconds that late receipts come later
 * @param reverseReceipts whether receipts come in the wrong order
 * @param dropEvery milliseconds between two times when all sessions are dropped; 0 is never
 * @param dropAfter submits of a session after which it is dropped; 0 is never
 * @param refuseBinds the answer to every bind; null binds as usual
 * @param silent whether nothing is answered any more, though everything is read
 * @param slowReader octets a second that are read of each session; 0 is no limit
 */
public record Faults(
        Map<Fault, Double> shares,
        double throttle,
        int throttleStatus,
        int window,
        int windowStatus,
        long lateBy,
        boolean reverseReceipts,
        long dropEvery,
        long dropAfter,
        @Nullable Integer refuseBinds,
        boolean silent,
        long slowReader) {
    /** Nothing goes wrong. */
    public static final Faults NONE = Fields.whole("faults", new JsonObject(), Faults::read);

    private static final long DAY = 86_400_000;
    private static final long MANY = 1_000_000_000;
    private static final long LATE = 60_000;

    static Faults read(Fields fields) {
        Map<Fault, Double> shares = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.values()) {
            double share = fields.percent(fault.name(), 0);
            if (share > 0) {
                shares.put(fault, share);
            }
        }
        return new Faults(
                shares,
                fields.number("throttle", 0, 0, MANY),
                fields.value("throttleStatus", SMPPConstant.STAT_ESME_RTHROTTLED, Statuses::read),
                (int) fields.whole("window", 0, 0, MANY),
                fields.value("windowStatus", SMPPConstant.STAT_ESME_RMSGQFUL, Statuses::read),
                fields.whole("lateBy", LATE, 0, DAY),
                fields.flag("reverseReceipts", false),
                fields.whole("dropEvery", 0, 0, DAY),
                fields.whole("dropAfter", 0, 0, MANY),
                fields.optional("refuseBinds", Statuses::read),
                fields.flag("silent", false),
                fields.whole("slowReader", 0, 0, MANY));
    }

    JsonObject document() {
        var document = new JsonObject();
        for (Fault fault : Fault.values()) {
            document.put(fault.name(), Delay.plain(shares.getOrDefault(fault, 0.0)));
        }
        return document.put("throttle", Delay.plain(throttle))
                .put("throttleStatus", Statuses.name(throttleStatus))
                .put("window", window)
                .put("windowStatus", Statuses.name(windowStatus))
                .put("lateBy", lateBy)
                .put("reverseReceipts", reverseReceipts)
                .put("dropEvery", dropEvery)
                .put("dropAfter", dropAfter)
                .put("refuseBinds", refuseBinds == null ? "" : Statuses.name(refuseBinds))
                .put("silent", silent)
                .put("slowReader", slowReader);
    }

    /** Names of what goes wrong. */
    public List<String> on() {
        List<String> on = new ArrayList<>();
        shares.keySet().forEach(fault -> on.add(fault.name()));
        JsonObject now = document();
        JsonObject usual = NONE.document();
        for (String name : List.of(
                "throttle",
                "window",
                "reverseReceipts",
                "dropEvery",
                "dropAfter",
                "refuseBinds",
                "silent",
                "slowReader")) {
            if (!now.getValue(name).equals(usual.getValue(name))) {
                on.add(name);
            }
        }
        return on;
    }

    /** Whether this goes wrong for this phone the n-th time. */
    public boolean happens(Fault fault, long seed, long phone, long nth) {
        if (shares.isEmpty()) {
            return false;
        }
        Double share = shares.get(fault);
        return share != null && fault.chance().happens(share, seed, phone, nth);
    }
}
