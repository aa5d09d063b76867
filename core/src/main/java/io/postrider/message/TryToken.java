package io.postrider.message;

/**
 * What the gateway calls a try of a message by. It is the message's number, and for a try that follows a doubt also the number
 * of the try, so that a late answer is never taken for that of another try.
 */
public final class TryToken {
    private static final int ATTEMPT_SHIFT = 48;
    private static final long MESSAGE = (1L << ATTEMPT_SHIFT) - 1;

    private TryToken() {}

    static long of(long messageId, int attempt) {
        return (long) attempt << ATTEMPT_SHIFT | messageId;
    }

    /** The message. */
    public static long message(long token) {
        return token & MESSAGE;
    }

    /** The try; 0 for the tries until the first doubt. */
    static int attempt(long token) {
        return (int) (token >>> ATTEMPT_SHIFT);
    }
}
