package io.postrider.message;

import java.util.List;

/**
 * What a step of a sender's lane has to know before it can decide.
 *
 * @param picks what is to be released
 * @param accepted operator ids that have just been given, for receipts that came before them; empty if none are parked
 * @param unknown receipts that match nothing in memory
 * @param sinceRun messages of runs with a smaller id are not looked at
 */
public record LaneQuestions(List<Pick> picks, List<String> accepted, List<OperatorReceipt> unknown, long sinceRun) {

    public LaneQuestions {
        picks = List.copyOf(picks);
        accepted = List.copyOf(accepted);
        unknown = List.copyOf(unknown);
    }
}
