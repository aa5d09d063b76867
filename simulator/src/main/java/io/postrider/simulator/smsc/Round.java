package io.postrider.simulator.smsc;

import io.postrider.simulator.people.MessageEnd;
import io.postrider.simulator.people.People;

/** All that is counted between two resets. What began in an earlier round counts there and nowhere else. */
public final class Round {
    private final People people;
    private long pdus;
    private long submitted;
    private long refused;
    private long messages;
    private long receipts;
    private long receiptsWaiting;
    private long delivered;
    private long undelivered;
    private long expired;

    Round(People people) {
        this.people = people;
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

    void countSubmitted(boolean receiptWanted, boolean messageComplete) {
        submitted++;
        receiptsWaiting += receiptWanted ? 1 : 0;
        messages += messageComplete ? 1 : 0;
    }

    void countReceipt(boolean taken) {
        receiptsWaiting--;
        receipts += taken ? 1 : 0;
    }

    void countEnd(MessageEnd end) {
        switch (end) {
            case DELIVERED -> delivered++;
            case UNDELIVERED -> undelivered++;
            case EXPIRED -> expired++;
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

    /** Refused submit_sm. */
    public long refused() {
        return refused;
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

    /** Messages that reached their phone. */
    public long delivered() {
        return delivered;
    }

    /** Messages that did not. */
    public long undelivered() {
        return undelivered;
    }

    /** Messages that nobody fetched in time. */
    public long expired() {
        return expired;
    }
}
