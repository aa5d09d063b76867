package io.postrider.simulator.people;

import io.postrider.simulator.text.Segment;
import org.jspecify.annotations.Nullable;

/** An accepted submit_sm: a whole message or a part of one. Confined to the event loop. */
public final class Part {
    private final long id;
    private final ReceivedMessage message;
    private final Origin origin;
    private final long acceptedAt;
    private final MessageEnd plannedEnd;
    private final String error;
    private Segment segment;
    private @Nullable MessageEnd end;
    private long endedAt;

    /**
     * @param id the message_id as a number
     * @param plannedEnd how it will end
     * @param error the err of its receipt
     */
    Part(
            long id,
            ReceivedMessage message,
            Segment segment,
            Origin origin,
            long acceptedAt,
            MessageEnd plannedEnd,
            String error) {
        this.id = id;
        this.message = message;
        this.segment = segment;
        this.origin = origin;
        this.acceptedAt = acceptedAt;
        this.plannedEnd = plannedEnd;
        this.error = error;
    }

    /** The message_id as a number. */
    public long id() {
        return id;
    }

    /** The message it belongs to. */
    public ReceivedMessage message() {
        return message;
    }

    /** What it says. */
    public Segment segment() {
        return segment;
    }

    /** Where it came from. */
    public Origin origin() {
        return origin;
    }

    /** In milliseconds since 1970. */
    public long acceptedAt() {
        return acceptedAt;
    }

    /** How it will end if nobody interferes. */
    public MessageEnd plannedEnd() {
        return plannedEnd;
    }

    /** How it ended; null while it is on its way. */
    public @Nullable MessageEnd end() {
        return end;
    }

    /** When it ended, in milliseconds since 1970; 0 before. */
    public long endedAt() {
        return endedAt;
    }

    /** The err of its receipt. */
    public String error(MessageEnd how) {
        return error.isEmpty() || how == MessageEnd.DELIVERED ? how.error() : error;
    }

    /** It ends; false if it had ended already. */
    public boolean end(MessageEnd how, long at) {
        if (end != null) {
            return false;
        }
        end = how;
        endedAt = at;
        return true;
    }

    /** It says something else from now on. */
    public void replace(Segment other) {
        segment = other;
    }
}
