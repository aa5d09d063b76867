package io.postrider.simulator.smsc;

import io.postrider.simulator.people.MessageEnd;
import io.postrider.simulator.people.People;
import java.util.EnumMap;
import java.util.Map;

/** All that is counted between two resets. What began in an earlier round counts there and nowhere else. */
public final class Round {
    private final People people;
    private final Map<MessageEnd, long[]> ends = new EnumMap<>(MessageEnd.class);
    private long pdus;
    private long submitted;
    private long refused;
    private long throttled;
    private long malformed;
    private long messages;
    private long receipts;
    private long receiptsWaiting;
    private long receiptsDropped;
    private long replies;
    private long clicks;
    private long robotVisits;
    private long latencySum;
    private long answered;

    Round(People people) {
        this.people = people;
        for (MessageEnd end : MessageEnd.values()) {
            ends.put(end, new long[1]);
        }
    }

    /** Everybody who was written to. */
    public People people() {
        return people;
    }

    void countPdu() {
        pdus++;
    }

    void countRefused() {
        refused++;
    }

    void countThrottled() {
        throttled++;
    }

    void countMalformed() {
        malformed++;
    }

    void countSubmitted() {
        submitted++;
    }

    void countMessage() {
        messages++;
    }

    void countAnswer(long millis) {
        answered++;
        latencySum += millis;
    }

    void expectReceipt() {
        receiptsWaiting++;
    }

    void countReceipt(boolean taken) {
        receiptsWaiting--;
        receipts += taken ? 1 : 0;
    }

    void countDropped() {
        receiptsDropped++;
    }

    void countReply() {
        replies++;
    }

    void countEnd(MessageEnd end) {
        ends.getOrDefault(end, new long[1])[0]++;
    }

    /** Counts a link that was opened. */
    public void countClick(boolean robot) {
        if (robot) {
            robotVisits++;
        } else {
            clicks++;
        }
    }

    /** Every submit_sm that came, counted before anything was looked at. */
    public long pdus() {
        return pdus;
    }

    /** Accepted submit_sm. */
    public long submitted() {
        return submitted;
    }

    /** Refused submit_sm, whatever for. */
    public long refused() {
        return refused;
    }

    /** Submits refused because they were too many. */
    public long throttled() {
        return throttled;
    }

    /** Frames that could not be read. */
    public long malformed() {
        return malformed;
    }

    /** Messages of which every part was accepted. */
    public long messages() {
        return messages;
    }

    /** Acknowledged receipts. */
    public long receipts() {
        return receipts;
    }

    /** Receipts that will come or were not acknowledged yet. */
    public long receiptsWaiting() {
        return receiptsWaiting;
    }

    /** Receipts and replies for which there was no room any more. */
    public long receiptsDropped() {
        return receiptsDropped;
    }

    /** Acknowledged parts of replies. */
    public long replies() {
        return replies;
    }

    /** Links that people opened. */
    public long clicks() {
        return clicks;
    }

    /** Links that robots looked at. */
    public long robotVisits() {
        return robotVisits;
    }

    /** Messages that ended so. */
    public long ended(MessageEnd end) {
        return ends.getOrDefault(end, new long[1])[0];
    }

    /** Answers to accepted submits. */
    public long answered() {
        return answered;
    }

    /** Sum of the milliseconds from each accepted submit to its answer. */
    public long latencySum() {
        return latencySum;
    }
}
