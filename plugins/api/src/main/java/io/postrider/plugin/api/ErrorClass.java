package io.postrider.plugin.api;

/** Classes of an operator's errors. */
public enum ErrorClass {
    /** Slow down; the same message later. */
    THROTTLED,
    /** The operator's queue is full, for all or for this recipient. */
    QUEUE_FULL,
    /** Passing trouble of the operator. */
    TEMPORARY,
    /** This message will never be taken. */
    PERMANENT,
    /** The operator's code says nothing that we know. */
    UNKNOWN
}
