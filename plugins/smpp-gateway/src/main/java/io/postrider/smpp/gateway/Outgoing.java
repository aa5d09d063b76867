package io.postrider.smpp.gateway;

import io.postrider.plugin.api.Submission;
import java.util.ArrayList;
import java.util.List;

/** One message on its way: its pieces go one after the other, the next when the one before was taken. */
final class Outgoing {
    private final Submission submission;
    private final Pieces pieces;
    private final int reference;
    private final List<String> operatorIds;

    /** @param reference of 16 bits, the same in every piece */
    Outgoing(Submission submission, Pieces pieces, int reference) {
        this.submission = submission;
        this.pieces = pieces;
        this.reference = reference;
        this.operatorIds = new ArrayList<>(submission.parts().size());
    }

    Submission submission() {
        return submission;
    }

    long token() {
        return submission.token();
    }

    Pieces pieces() {
        return pieces;
    }

    int reference() {
        return reference;
    }

    /** Index of the piece that is sent next or waits for its answer. */
    int part() {
        return operatorIds.size();
    }

    boolean nothingTaken() {
        return operatorIds.isEmpty();
    }

    boolean onLastPart() {
        return operatorIds.size() == pieces.texts().size() - 1;
    }

    boolean complete() {
        return operatorIds.size() >= pieces.texts().size();
    }

    void partTaken(String operatorId) {
        operatorIds.add(operatorId);
    }

    /** One a part of the host's; parts that went together with others have none of their own. */
    List<String> operatorIds() {
        if (operatorIds.size() == submission.parts().size()) {
            return List.copyOf(operatorIds);
        }
        List<String> ids = new ArrayList<>(operatorIds);
        while (ids.size() < submission.parts().size()) {
            ids.add("");
        }
        return List.copyOf(ids);
    }
}
