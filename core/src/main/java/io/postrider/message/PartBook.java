package io.postrider.message;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each part of a message, and what the parts make of the message together. An operator need not give every
 * part an id: it gives one for a long text that it cuts itself, or none for some parts; such parts follow those that have
 * one. It may also give more ids than there are parts, and then each of them counts. Takes news in any order.
 */
final class PartBook {
    private static final String NONE = "";
    private boolean[] accepted;
    private String[] keys;
    private PartState[] receipts;
    private @Nullable Map<String, PartState> displaced;

    PartBook(int parts) {
        accepted = new boolean[parts];
        keys = new String[parts];
        receipts = new PartState[parts];
        Arrays.fill(keys, NONE);
        Arrays.fill(receipts, PartState.NONE);
    }

    /** The operator has a part, counted from 1, under an id; empty for none, or for one that another part has already. */
    void accept(int part, String key) {
        reach(part);
        int at = part - 1;
        accepted[at] = true;
        if (key.isEmpty() || key.equals(keys[at])) {
            return;
        }
        if (!keys[at].isEmpty() && receipts[at] != PartState.NONE) {
            displace(keys[at], receipts[at]);
            receipts[at] = PartState.NONE;
        }
        keys[at] = key;
        PartState told = displaced == null ? null : displaced.remove(key);
        if (told != null && receipts[at].mayBecome(told)) {
            receipts[at] = told;
        }
    }

    /** A receipt says this of a part; it is kept for the part that has its id, even if that comes later. */
    void told(int part, String key, PartState state) {
        reach(part);
        int at = part - 1;
        if (!key.isEmpty() && !keys[at].isEmpty() && !key.equals(keys[at])) {
            displace(key, state);
        } else if (receipts[at].mayBecome(state)) {
            receipts[at] = state;
        }
    }

    /** Whether the operator has any part. */
    boolean isTaken() {
        for (boolean one : accepted) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    /** What receipts have said of a part. */
    PartState state(int part) {
        return part <= receipts.length ? receipts[part - 1] : PartState.NONE;
    }

    /** Where the parts let the message stand: a failed one decides, and it is delivered when all are that have an id. */
    MessageState decided() {
        boolean someKey = false;
        for (String key : keys) {
            someKey |= !key.isEmpty();
        }
        boolean delivered = true;
        for (int at = 0; at < receipts.length; at++) {
            if (receipts[at].isFailed()) {
                return receipts[at] == PartState.EXPIRED ? MessageState.EXPIRED : MessageState.UNDELIVERED;
            }
            boolean follows = someKey && accepted[at] && keys[at].isEmpty() && receipts[at] == PartState.NONE;
            delivered &= follows || receipts[at] == PartState.DELIVERED;
        }
        return delivered ? MessageState.DELIVERED : MessageState.SUBMITTED;
    }

    /** Whether the operator is not known to have every part. */
    boolean isOpen() {
        for (boolean known : accepted) {
            if (!known) {
                return true;
            }
        }
        return false;
    }

    /** The first part that the operator is not known to have; the last one if it has all. */
    int firstOpen() {
        int part = 1;
        while (part < accepted.length && accepted[part - 1]) {
            part++;
        }
        return part;
    }

    private void displace(String key, PartState state) {
        Map<String, PartState> some = displaced == null ? new HashMap<>() : displaced;
        some.merge(key, state, (known, told) -> known.mayBecome(told) ? told : known);
        displaced = some;
    }

    private void reach(int part) {
        int before = receipts.length;
        if (part > before) {
            accepted = Arrays.copyOf(accepted, part);
            keys = Arrays.copyOf(keys, part);
            receipts = Arrays.copyOf(receipts, part);
            Arrays.fill(keys, before, part, NONE);
            Arrays.fill(receipts, before, part, PartState.NONE);
        }
    }
}
