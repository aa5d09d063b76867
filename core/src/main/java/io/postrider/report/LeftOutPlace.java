package io.postrider.report;

import io.postrider.refusal.Reason;
import io.postrider.refusal.Refusal;
import java.util.Map;

/** A place in the list of people left out of a run, and how it is written as a cursor. */
record LeftOutPlace(String reason, long subscriptionId, long contactKey) {
    private static final int PARTS = 3;
    static final LeftOutPlace START = new LeftOutPlace("", -1, -1);

    /** The place of a cursor; an empty one is the start. */
    static LeftOutPlace of(String cursor, Reason wrong) {
        if (cursor.isEmpty()) {
            return START;
        }
        String[] parts = cursor.split("_", -1);
        if (parts.length == PARTS) {
            try {
                return new LeftOutPlace(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
            } catch (NumberFormatException foreign) {
                throw Refusal.ofField(wrong, "/after", Map.of());
            }
        }
        throw Refusal.ofField(wrong, "/after", Map.of());
    }

    String cursor() {
        return reason + "_" + subscriptionId + "_" + contactKey;
    }
}
