package io.postrider.sender;

/** Whether a sender sends, as people want it. */
public enum Duty {
    /** It sends, and gets new messages. */
    ON,
    /** It gets no new messages, sends what is due, and is drained then. */
    DRAINING,
    /** It has sent what was due and has closed its connection; nothing new comes until somebody resumes it. */
    DRAINED,
    /** It hands nothing over and keeps its connection; new messages wait for it. */
    PAUSED;

    /** Whether nothing is handed over until somebody says so. */
    public boolean isPaused() {
        return this == PAUSED || this == DRAINED;
    }

    /** Whether no new messages are written for it. */
    public boolean isLeaving() {
        return this == DRAINING || this == DRAINED;
    }

    /** What a row says; at most the last two are true together. */
    static Duty of(boolean draining, boolean paused, boolean drained) {
        if (draining) {
            return DRAINING;
        }
        if (drained) {
            return DRAINED;
        }
        return paused ? PAUSED : ON;
    }
}
