package io.postrider.smpp.gateway;

import io.postrider.plugin.api.Submission;
import java.util.ArrayList;
import java.util.List;

/** One message on its way: its parts go one after the other, the next when the one before was taken. */
final class Outgoing {
    private final Submission submission;
    private final byte reference;
    private final List<String> operatorIds;

    /** @param reference of the concatenation header, the same in every part */
    Outgoing(Submission submission, byte reference) {
        this.submission = submission;
        this.reference = reference;
        this.operatorIds = new ArrayList<>(submission.parts().size());
    }

    Submission submission() {
        return submission;
    }

    long token() {
        return submission.token();
    }

    byte reference() {
        return reference;
    }

    /** Index of the part that is sent next or waits for its answer. */
    int part() {
        return operatorIds.size();
    }

    boolean nothingTaken() {
        return operatorIds.isEmpty();
    }

    boolean onLastPart() {
        return operatorIds.size() == submission.parts().size() - 1;
    }

    boolean complete() {
        return operatorIds.size() >= submission.parts().size();
    }

    void partTaken(String operatorId) {
        operatorIds.add(operatorId);
    }

    List<String> operatorIds() {
        return List.copyOf(operatorIds);
    }
}
