package io.postrider.message;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Of which message in doubt a receipt can be whose operator id nobody knows. */
public final class OnlyDoubt {
    private OnlyDoubt() {}

    /** The one of these messages that it can be of, by its first try in doubt; empty for none or several. */
    public static Optional<MessageTrack> of(List<MessageTrack> messages, OperatorReceipt receipt) {
        List<MessageTrack> possible = messages.stream()
                .filter(message -> message.isDoubtful() && receipt.isOf(message.id()))
                .toList();
        boolean one = possible.stream().map(MessageTrack::id).distinct().count() == 1;
        return one ? possible.stream().min(Comparator.comparingInt(MessageTrack::attempt)) : Optional.empty();
    }
}
