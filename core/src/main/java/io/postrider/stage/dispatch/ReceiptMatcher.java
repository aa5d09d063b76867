package io.postrider.stage.dispatch;

import io.postrider.message.LaneStore;
import io.postrider.message.LaneWrites.PassedOn;
import io.postrider.message.MessageEvent;
import io.postrider.message.MessageTrack;
import io.postrider.message.OnlyDoubt;
import io.postrider.message.OperatorReceipt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Joins receipts to messages: by memory, by PostgreSQL, by doubt; what is of another sender's message is passed on to it, and what
 * belongs to nobody yet is parked.
 */
final class ReceiptMatcher {
    private final RecentMessages recent;
    private final Recorder recorder;

    ReceiptMatcher(RecentMessages recent, Recorder recorder) {
        this.recent = recent;
        this.recorder = recorder;
    }

    /** Takes in one receipt; it was parked before if it has a number. */
    void match(OperatorReceipt receipt, LaneStore.Answers answers, Instant now, Draft draft) {
        Optional<MessageTrack.Part> part = recent.part(receipt.operatorKey())
                .or(() -> Optional.ofNullable(answers.byKey().get(receipt.operatorKey()))
                        .map(this::canonical));
        if (part.isPresent()) {
            joined(
                    receipt,
                    part.get().message(),
                    part.get().message().receipt(now, part.get().part(), receipt),
                    draft);
            return;
        }
        Long other = answers.others().get(receipt);
        if (other != null && receipt.parkedId() == 0) {
            draft.passedOn.add(new PassedOn(other, receipt));
            return;
        }
        Optional<MessageTrack> doubtful = doubtful(receipt, answers);
        if (doubtful.isPresent()) {
            MessageTrack message = doubtful.get();
            joined(receipt, message, message.resolved(now, receipt, draft.prices), draft);
        } else if (receipt.parkedId() == 0) {
            draft.parked.add(receipt);
        } else {
            draft.kept.add(receipt.parkedId());
        }
    }

    private void joined(OperatorReceipt receipt, MessageTrack message, List<MessageEvent> events, Draft draft) {
        draft.events.addAll(events);
        if (receipt.parkedId() != 0) {
            draft.claimed.add(receipt.parkedId());
        }
        if (message.isDelivered()) {
            recent.delivered(message);
        }
    }

    private MessageTrack.Part canonical(MessageTrack.Part stored) {
        return recorder.known(stored.message().id())
                .map(known ->
                        new MessageTrack.Part(known.attempt(stored.message().attempt()), stored.part()))
                .orElse(stored);
    }

    /** The one message in doubt that the receipt can be of: of that reference, or else the only one of that phone. */
    private Optional<MessageTrack> doubtful(OperatorReceipt receipt, LaneStore.Answers answers) {
        List<MessageTrack> known = answers.inDoubt().getOrDefault(receipt.contactKey(), List.of()).stream()
                .map(stored -> recorder.known(stored.id())
                        .map(message -> message.attempt(stored.attempt()))
                        .orElse(stored))
                .toList();
        return OnlyDoubt.of(known, receipt)
                .filter(ignored -> recorder.flights().stream()
                        .map(Flight::message)
                        .noneMatch(
                                message -> message.contactKey() == receipt.contactKey() && receipt.isOf(message.id())));
    }
}
