package io.postrider.message;

import java.time.Instant;

/** A message from a handset, such as STOP. */
public record HandsetReply(long contactKey, String contact, String callerId, String text, Instant at) {}
