package io.postrider.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The status machine of one message: takes what happens in any order and says which events that makes. A message never goes
 * back, a part that failed decides, and it is delivered when every part is. Not safe to share between threads.
 */
public final class MessageTrack {
    private final long accountId;
    private final long runId;
    private final long id;
    private final long contactKey;
    private final int attempt;
    private final PartState[] receipts;
    private final boolean[] accepted;
    private MessageState state = MessageState.WAITING;
    private boolean doubted;
    private Instant changedAt = Instant.MIN;

    /** One part of a message, counted from 1. */
    public record Part(MessageTrack message, int part) {}

    public MessageTrack(long accountId, long runId, long id, long contactKey, int parts, int attempt) {
        this.accountId = accountId;
        this.runId = runId;
        this.id = id;
        this.contactKey = contactKey;
        this.attempt = attempt;
        this.accepted = new boolean[parts];
        this.receipts = new PartState[parts];
        Arrays.fill(receipts, PartState.NONE);
    }

    /** Takes in what was stored of the message; to be called in the order in which it happened. */
    void restore(EventKind kind, Instant at, MessageState to, int part, @Nullable PartState receipt) {
        move(to);
        changedAt = at;
        doubted |= kind == EventKind.IN_DOUBT;
        if (part > 0 && part <= receipts.length) {
            accepted[part - 1] |= kind == EventKind.ACCEPTED;
            if (receipt != null && receipts[part - 1].mayBecome(receipt)) {
                receipts[part - 1] = receipt;
            }
        }
    }

    /** The operator took every part. */
    public List<MessageEvent> accepted(Instant at, List<String> operatorIds) {
        List<MessageEvent> events = new ArrayList<>(receipts.length);
        for (int part = 1; part <= receipts.length; part++) {
            String key = part <= operatorIds.size() ? operatorIds.get(part - 1) : "";
            accepted[part - 1] = true;
            events.add(event(
                    at,
                    EventKind.ACCEPTED,
                    part,
                    MessageState.SUBMITTED,
                    null,
                    key.isEmpty() ? null : key,
                    null,
                    null));
        }
        return events;
    }

    /** The operator will not take it. */
    public MessageEvent refused(Instant at, String code, String text) {
        return event(at, EventKind.REFUSED, 0, MessageState.REFUSED, code, null, null, text);
    }

    /** Nobody knows whether the operator took it. */
    public MessageEvent inDoubt(Instant at, String reason) {
        doubted = true;
        return event(at, EventKind.IN_DOUBT, 0, MessageState.IN_DOUBT, null, null, null, reason);
    }

    /** It was not taken and will be tried again. */
    public MessageEvent retried(Instant at, String code, String text) {
        return event(at, EventKind.RETRY, 0, state, code, null, null, text);
    }

    /** Its time had passed before it was released. */
    public MessageEvent expired(Instant at) {
        return event(at, EventKind.EXPIRED, 0, MessageState.EXPIRED, null, null, null, null);
    }

    /** It was taken back before it was released. */
    public MessageEvent excluded(Instant at, ExclusionReason reason) {
        return event(at, EventKind.EXCLUDED, 0, MessageState.EXCLUDED, reason.code(), null, null, null);
    }

    /** No receipt came in time. */
    public MessageEvent noReceipt(Instant at) {
        return event(at, EventKind.NO_RECEIPT, 0, MessageState.NO_RECEIPT, null, null, null, null);
    }

    /** What a receipt of a part makes of it: nothing if it says what is known. */
    public List<MessageEvent> receipt(Instant at, int part, OperatorReceipt receipt) {
        PartState now = PartState.of(receipt.state());
        PartState known = receipts[part - 1];
        if (now == known) {
            return List.of();
        }
        if (known.mayBecome(now)) {
            receipts[part - 1] = now;
        }
        return List.of(event(
                at,
                EventKind.RECEIPT,
                part,
                decided(),
                code(receipt),
                receipt.operatorKey().isEmpty() ? null : receipt.operatorKey(),
                now,
                receipt.raw()));
    }

    /** A receipt proves that the operator took a message that was in doubt: the first part that is not accounted for. */
    public List<MessageEvent> resolved(Instant at, OperatorReceipt receipt) {
        int part = 1;
        while (part < accepted.length && accepted[part - 1]) {
            part++;
        }
        accepted[part - 1] = true;
        List<MessageEvent> events = new ArrayList<>();
        events.add(event(
                at,
                EventKind.ACCEPTED,
                part,
                MessageState.SUBMITTED,
                null,
                receipt.operatorKey().isEmpty() ? null : receipt.operatorKey(),
                null,
                "known by its receipt"));
        events.addAll(receipt(at, part, receipt));
        return events;
    }

    private MessageState decided() {
        boolean delivered = true;
        for (PartState part : receipts) {
            if (part.isFailed()) {
                return part == PartState.EXPIRED ? MessageState.EXPIRED : MessageState.UNDELIVERED;
            }
            delivered &= part == PartState.DELIVERED;
        }
        return delivered ? MessageState.DELIVERED : MessageState.SUBMITTED;
    }

    private static @Nullable String code(OperatorReceipt receipt) {
        boolean none = receipt.code().chars().allMatch(digit -> digit == '0');
        return none ? null : receipt.code();
    }

    private void move(MessageState to) {
        if (state.mayBecome(to)) {
            state = to;
        }
    }

    private MessageEvent event(
            Instant at,
            EventKind kind,
            int part,
            MessageState to,
            @Nullable String code,
            @Nullable String operatorKey,
            @Nullable PartState receipt,
            @Nullable String detail) {
        MessageState from = state;
        move(to);
        changedAt = at;
        return new MessageEvent(
                accountId,
                runId,
                id,
                at,
                kind,
                attempt,
                part,
                from,
                state,
                code,
                operatorKey,
                receipt,
                detail,
                receipts.length);
    }

    /** Whether nothing more is to come of it. */
    public boolean isDelivered() {
        return state == MessageState.DELIVERED;
    }

    /** Whether it was in doubt and a receipt of an unknown operator id may be of one of its parts. */
    public boolean isDoubtful() {
        boolean open = false;
        for (boolean known : accepted) {
            open |= !known;
        }
        return doubted && open && state != MessageState.REFUSED;
    }

    /** The one of these messages that a receipt of an unknown operator id can be of; empty for none or several. */
    public static Optional<MessageTrack> onlyDoubt(List<MessageTrack> messages, OperatorReceipt receipt) {
        List<MessageTrack> possible = messages.stream()
                .filter(message -> message.isDoubtful() && receipt.isOf(message.id()))
                .toList();
        return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
    }

    /** When something happened to it last. */
    public Instant changedAt() {
        return changedAt;
    }

    /** Where the message stands. */
    public MessageState state() {
        return state;
    }

    /** The message's number. */
    public long id() {
        return id;
    }

    /** The recipient's phone as a number. */
    public long contactKey() {
        return contactKey;
    }

    /** How many parts it has. */
    public int parts() {
        return receipts.length;
    }
}
