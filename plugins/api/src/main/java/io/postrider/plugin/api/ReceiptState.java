package io.postrider.plugin.api;

/** What a receipt says, in SMPP's words (message_state, SMPP 3.4 section 5.2.28). */
public enum ReceiptState {
    ENROUTE,
    ACCEPTED,
    UNKNOWN,
    DELIVERED,
    EXPIRED,
    DELETED,
    UNDELIVERABLE,
    REJECTED
}
