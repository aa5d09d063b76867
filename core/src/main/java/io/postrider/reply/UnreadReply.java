package io.postrider.reply;

import java.time.Instant;

/**
 * A reply that nobody has looked at yet.
 *
 * @param contactKey the phone as a number; 0 if it is none
 * @param rehearsal it comes from the simulator
 * @param spared it comes from the simulator to an account that also writes to real people, and changes nobody
 */
public record UnreadReply(
        long id,
        long accountId,
        long senderId,
        long contactKey,
        String callerId,
        String text,
        Instant at,
        boolean rehearsal,
        boolean spared) {}
