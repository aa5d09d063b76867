package io.postrider.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The status machine of one message, seen from one of its tries: takes what happens in any order and says which events that
 * makes. A message never goes back, a part that failed decides, and a try is delivered when every part is that has an operator
 * id. Most messages have one try that counts; one sent again out of doubt has several, and {@link Tries} says what they make
 * together. Not safe to share between threads.
 */
public final class MessageTrack {
    private final long accountId;
    private final long runId;
    private final long id;
    private final long contactKey;
    private final int attempt;
    private final int parts;
    private final PartBook book;
    private final Tries tries;
    private MessageState own = MessageState.WAITING;
    private boolean doubted;
    private boolean over;

    /** One part of a message, counted from 1. */
    public record Part(MessageTrack message, int part) {}

    public MessageTrack(long accountId, long runId, long id, long contactKey, int parts, int attempt) {
        this(accountId, runId, id, contactKey, parts, attempt, new Tries());
    }

    private MessageTrack(long accountId, long runId, long id, long contactKey, int parts, int attempt, Tries tries) {
        this.accountId = accountId;
        this.runId = runId;
        this.id = id;
        this.contactKey = contactKey;
        this.attempt = attempt;
        this.tries = tries;
        this.parts = parts;
        this.book = new PartBook(parts);
        tries.add(this);
    }

    /** The message seen from another of its tries, which is a new one if nothing is known of it. */
    public MessageTrack attempt(int number) {
        return tries.find(one -> one.attempt == number)
                .orElseGet(() -> new MessageTrack(accountId, runId, id, contactKey, parts, number, tries));
    }

    /** The try that the gateway calls by this token. */
    public MessageTrack ofToken(long token) {
        int number = TryToken.attempt(token);
        return number > 0 ? attempt(number) : tries.find(one -> one.doubted).orElse(this);
    }

    /** What the gateway calls this try by. */
    public long token() {
        return isAgain() ? TryToken.of(id, attempt) : id;
    }

    /** Whether it follows a try that is in doubt. */
    public boolean isAgain() {
        return tries.find(one -> one.doubted && one.attempt < attempt).isPresent();
    }

    /** Takes in what was stored of the try, in any order. */
    void restore(
            EventKind kind, Instant at, MessageState to, int part, @Nullable String key, @Nullable PartState receipt) {
        doubted |= kind == EventKind.IN_DOUBT;
        over |= kind == EventKind.RETRY || kind == EventKind.WITHHELD;
        if (part > 0 && kind == EventKind.ACCEPTED) {
            book.accept(part, key == null ? "" : key);
        } else if (part > 0 && receipt != null) {
            book.told(part, key == null ? "" : key, receipt);
        }
        restoreOwn(kind, to);
        tries.restored(at, to);
    }

    private void restoreOwn(EventKind kind, MessageState to) {
        switch (kind) {
            case ACCEPTED, RECEIPT -> move(book.decided());
            case IN_DOUBT -> move(MessageState.IN_DOUBT);
            case REFUSED -> move(MessageState.REFUSED);
            case NO_RECEIPT -> giveUp();
            case EXCLUDED, EXPIRED -> move(to);
            case RETRY, SENT_AGAIN, CLOSED, WITHHELD -> {}
        }
    }

    private void giveUp() {
        for (MessageTrack one : tries.all()) {
            if (one.own == MessageState.SUBMITTED) {
                one.own = MessageState.NO_RECEIPT;
            }
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
        over = true;
        return event(at, EventKind.RETRY, 0, own, code, null, null, text);
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
        giveUp();
        return event(at, EventKind.NO_RECEIPT, 0, own, null, null, null, null);
    }

    /** Somebody decided about the doubt, or the sender's policy did; said of the try in doubt, never of the next. */
    public MessageEvent decided(Instant at, EventKind kind, @Nullable String decision, @Nullable String reason) {
        return event(at, kind, 0, own, decision, null, null, reason);
    }

    /** A further try that is not released after all. */
    public MessageEvent withheld(Instant at, String why) {
        over = true;
        return event(at, EventKind.WITHHELD, 0, own, why, null, null, null);
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
                receipt.codeOrNull(),
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

    private void move(MessageState to) {
        if (own.mayBecome(to)) {
            own = to;
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
        MessageState from = tries.state();
        move(to);
        tries.settle(at);
        return new MessageEvent(
                accountId,
                runId,
                id,
                at,
                kind,
                attempt,
                part,
                from,
                tries.state(),
                code,
                operatorKey,
                receipt,
                detail,
                parts);
    }

    /** Whether nothing more is to come of it. */
    public boolean isDelivered() {
        return state() == MessageState.DELIVERED;
    }

    /** Where this try stands, whatever became of others. */
    MessageState own() {
        return own;
    }

    /** Whether this try says nothing of where the message stands: it was not taken, or never released. */
    boolean isOver() {
        return over;
    }

    /** The tries that are known, in no order. */
    List<MessageTrack> tries() {
        return List.copyOf(tries.all());
    }

    /** Which try it is, from 1. */
    public int attempt() {
        return attempt;
    }

    /** Whether it was in doubt and a receipt of an unknown operator id may be of one of its parts. */
    public boolean isDoubtful() {
        return doubted && book.isOpen() && own != MessageState.REFUSED;
    }

    /** When something happened to it last. */
    public Instant changedAt() {
        return tries.changedAt();
    }

    /** Where the message stands. */
    public MessageState state() {
        return tries.state();
    }

    /** The run that it belongs to. */
    public long runId() {
        return runId;
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
