package io.postrider.stage.dispatch;

import io.postrider.message.HandsetReply;
import io.postrider.message.OperatorReceipt;
import io.postrider.plugin.api.Inbound;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Receipts and replies that wait for the next step; the operator is answered when the step is committed. */
final class InboundQueue {
    private static final int LIMIT = 50_000;
    private static final int A_STEP = 2_000;
    private static final int DIGITS = 18;
    private final Deque<Letter> waiting = new ArrayDeque<>();
    private List<OperatorReceipt> passedOn = List.of();
    private boolean moreArePassedOn;
    private int count;

    private record Letter(List<Inbound> items, CompletableFuture<Void> durable, Instant receivedAt) {}

    /** What one step takes in. */
    static final class Taken {
        final List<OperatorReceipt> receipts = new ArrayList<>();
        final List<HandsetReply> replies = new ArrayList<>();
        private final List<CompletableFuture<Void>> promises = new ArrayList<>();

        /** It is committed: the operator may be answered. */
        void durable() {
            promises.forEach(promise -> promise.complete(null));
        }

        /** It will not be committed: the operator is to try again later. */
        void fail(Throwable problem) {
            promises.forEach(promise -> promise.completeExceptionally(problem));
        }

        boolean isEmpty() {
            return promises.isEmpty() && receipts.isEmpty();
        }
    }

    /** Takes a batch in, unless too much waits already. */
    void add(List<Inbound> items, CompletableFuture<Void> durable, Instant now) {
        if (count >= LIMIT) {
            durable.completeExceptionally(new IllegalStateException("too many receipts wait to be written"));
            return;
        }
        waiting.add(new Letter(items, durable, now));
        count += items.size();
    }

    /** Replaces what other senders have passed on and is parked; {@code more} of it may lie there. */
    void passedOn(List<OperatorReceipt> receipts, boolean more) {
        passedOn = receipts;
        moreArePassedOn = more;
    }

    /** Whether the next of what was passed on can be read. */
    boolean wantsMore() {
        return moreArePassedOn && passedOn.isEmpty();
    }

    /** What goes into the next step. */
    Taken take() {
        Taken taken = new Taken();
        taken.receipts.addAll(passedOn);
        passedOn = List.of();
        while (!waiting.isEmpty() && taken.receipts.size() + taken.replies.size() < A_STEP) {
            Letter letter = waiting.remove();
            count -= letter.items().size();
            taken.promises.add(letter.durable());
            for (Inbound item : letter.items()) {
                if (item instanceof Inbound.Receipt receipt) {
                    taken.receipts.add(receipt(receipt, letter.receivedAt()));
                } else if (item instanceof Inbound.Reply reply) {
                    taken.replies.add(new HandsetReply(
                            key(reply.from()),
                            Texts.storable(reply.from()),
                            Texts.storable(reply.to()),
                            Texts.storable(reply.text()),
                            reply.at()));
                }
            }
        }
        return taken;
    }

    /** Whether nothing waits. */
    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Nothing of it will be written. */
    void failAll(Throwable problem) {
        waiting.forEach(letter -> letter.durable().completeExceptionally(problem));
        waiting.clear();
        count = 0;
    }

    private static OperatorReceipt receipt(Inbound.Receipt receipt, Instant receivedAt) {
        return new OperatorReceipt(
                0,
                Texts.storable(receipt.operatorId()),
                key(receipt.from()),
                receipt.state(),
                Texts.storable(receipt.code()),
                receipt.at(),
                Texts.storable(receipt.text()),
                receipt.reference(),
                receivedAt);
    }

    private static long key(String phone) {
        boolean number = !phone.isEmpty()
                && phone.length() <= DIGITS
                && phone.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return number ? Long.parseLong(phone) : 0;
    }
}
