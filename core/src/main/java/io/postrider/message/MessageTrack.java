package io.postrider.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The status machine of one message: takes what happens in any order and says which events that makes. A message never goes
 * back, a part that failed decides, and it is delivered when every part is that has an operator id. Not safe to share between threads.
 */
public final class MessageTrack {
    private final long accountId;
    private final long runId;
    private final long id;
    private final long contactKey;
    private final int attempt;
    private final int parts;
    private final PartBook book;
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
        this.parts = parts;
        this.book = new PartBook(parts);
    }

    /** Takes in what was stored of the message, in any order. */
    void restore(
            EventKind kind, Instant at, MessageState to, int part, @Nullable String key, @Nullable PartState receipt) {
        move(to);
        changedAt = at.isAfter(changedAt) ? at : changedAt;
        doubted |= kind == EventKind.IN_DOUBT;
        if (part > 0 && kind == EventKind.ACCEPTED) {
            book.accept(part, key == null ? "" : key);
        } else if (part > 0 && receipt != null) {
            book.told(part, key == null ? "" : key, receipt);
        }
    }

    /** The operator took every part; it may have given more ids than there are parts, or fewer, or one to several. */
    public List<MessageEvent> accepted(Instant at, List<String> operatorIds) {
        int pieces = Math.max(parts, operatorIds.size());
        List<MessageEvent> events = new ArrayList<>(pieces);
        for (int part = 1; part <= pieces; part++) {
            String id = part <= operatorIds.size() ? operatorIds.get(part - 1) : "";
            String key = operatorIds.indexOf(id) == part - 1 ? id : "";
            book.accept(part, key);
            events.add(event(
                    at,
                    EventKind.ACCEPTED,
                    part,
                    part < pieces ? MessageState.SUBMITTED : book.decided(),
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
        if (now == book.state(part)) {
            return List.of();
        }
        book.told(part, receipt.operatorKey(), now);
        return List.of(event(
                at,
                EventKind.RECEIPT,
                part,
                book.decided(),
                code(receipt),
                receipt.operatorKey().isEmpty() ? null : receipt.operatorKey(),
                now,
                receipt.raw()));
    }

    /** A receipt proves that the operator took a message that was in doubt: the first part that is not accounted for. */
    public List<MessageEvent> resolved(Instant at, OperatorReceipt receipt) {
        int part = book.firstOpen();
        book.accept(part, receipt.operatorKey());
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
        changedAt = at.isAfter(changedAt) ? at : changedAt;
        return new MessageEvent(
                accountId, runId, id, at, kind, attempt, part, from, state, code, operatorKey, receipt, detail, parts);
    }

    /** Whether nothing more is to come of it. */
    public boolean isDelivered() {
        return state == MessageState.DELIVERED;
    }

    /** Whether it was in doubt and a receipt of an unknown operator id may be of one of its parts. */
    public boolean isDoubtful() {
        return doubted && book.isOpen() && state != MessageState.REFUSED;
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
        return parts;
    }
}
