package io.postrider.message;

import io.postrider.sender.price.PriceList;
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

    /**
     * The operator took every part; it may have given more ids than there are parts, or fewer, or one to several. What it asks for them
     * stands with the first that is heard of the try.
     */
    public List<MessageEvent> accepted(Instant at, List<String> operatorIds, PriceList prices) {
        int pieces = Math.max(parts, operatorIds.size());
        List<MessageEvent> events = new ArrayList<>(pieces);
        long cost = book.isTaken() ? PriceList.NO_PRICE : prices.of(contactKey, parts, at);
        for (int part = 1; part <= pieces; part++) {
            String id = part <= operatorIds.size() ? operatorIds.get(part - 1) : "";
            String key = operatorIds.indexOf(id) == part - 1 ? id : "";
            book.accept(part, key);
            MessageState to = part < pieces ? MessageState.SUBMITTED : book.decided();
            events.add(taken(at, part, to, key, null, part == 1 ? cost : PriceList.NO_PRICE));
        }
        return events;
    }

    /** The operator will not take it. */
    public MessageEvent refused(Instant at, String code, String text) {
        return event(at, EventKind.REFUSED, MessageState.REFUSED, code, text);
    }

    /** Nobody knows whether the operator took it. */
    public MessageEvent inDoubt(Instant at, String reason) {
        doubted = true;
        return event(at, EventKind.IN_DOUBT, MessageState.IN_DOUBT, null, reason);
    }

    /** It was not taken and will be tried again. */
    public MessageEvent retried(Instant at, String code, String text) {
        over = true;
        return event(at, EventKind.RETRY, own, code, text);
    }

    /** Its time had passed before it was released. */
    public MessageEvent expired(Instant at) {
        return event(at, EventKind.EXPIRED, MessageState.EXPIRED, null, null);
    }

    /** It was taken back before it was released. */
    public MessageEvent excluded(Instant at, ExclusionReason reason) {
        return event(at, EventKind.EXCLUDED, MessageState.EXCLUDED, reason.code(), null);
    }

    /** No receipt came in time. */
    public MessageEvent noReceipt(Instant at) {
        giveUp();
        return event(at, EventKind.NO_RECEIPT, own, null, null);
    }

    /** Somebody decided about the doubt, or the sender's policy did; said of the try in doubt, never of the next. */
    public MessageEvent decided(Instant at, EventKind kind, @Nullable String decision, @Nullable String reason) {
        return event(at, kind, own, decision, reason);
    }

    /** A further try that is not released after all. */
    public MessageEvent withheld(Instant at, String why) {
        over = true;
        return event(at, EventKind.WITHHELD, own, why, null);
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
                receipt.raw(),
                PriceList.NO_PRICE));
    }

    /** A receipt proves that the operator took a message that was in doubt: the first part that is not accounted for. */
    public List<MessageEvent> resolved(Instant at, OperatorReceipt receipt, PriceList prices) {
        int part = book.firstOpen();
        long cost = book.isTaken() ? PriceList.NO_PRICE : prices.of(contactKey, parts, at);
        book.accept(part, receipt.operatorKey());
        List<MessageEvent> events = new ArrayList<>();
        events.add(taken(at, part, MessageState.SUBMITTED, receipt.operatorKey(), "known by its receipt", cost));
        events.addAll(receipt(at, part, receipt));
        return events;
    }

    private void move(MessageState to) {
        if (own.mayBecome(to)) {
            own = to;
        }
    }

    private MessageEvent event(
            Instant at, EventKind kind, MessageState to, @Nullable String code, @Nullable String detail) {
        return event(at, kind, 0, to, code, null, null, detail, PriceList.NO_PRICE);
    }

    private MessageEvent taken(Instant at, int part, MessageState to, String key, @Nullable String detail, long cost) {
        return event(at, EventKind.ACCEPTED, part, to, null, key.isEmpty() ? null : key, null, detail, cost);
    }

    private MessageEvent event(
            Instant at,
            EventKind kind,
            int part,
            MessageState to,
            @Nullable String code,
            @Nullable String operatorKey,
            @Nullable PartState receipt,
            @Nullable String detail,
            long cost) {
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
                parts,
                cost);
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
