package io.postrider.queue;

/** What a hint says; its number names the row to look at. */
public enum Topic {
    /** A job waits; the id is the job's. */
    JOB_WAITING,
    /** A mailing may be due; the id is the mailing's. */
    MAILING_DUE,
    /** A run has chunks to render; the id is the run's. */
    CHUNKS_READY,
    /** A sender has messages to send; the id is the sender's. */
    MESSAGES_READY,
    /** A sender's settings, or what it may send, changed; the id is the sender's. */
    SENDER_CHANGED,
    /** A sender's pace, connection or troubles changed, for people who look; the id is the sender's. */
    SENDER_ACTIVE,
    /** Replies were stored that nobody has read; the id is the sender's. */
    REPLIES_CAME,
    /** A run's figures or state changed; the id is the run's. */
    RUN_CHANGED,
    /** A job's figures or state changed; the id is the job's. */
    JOB_CHANGED
}
