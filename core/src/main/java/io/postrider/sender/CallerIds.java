package io.postrider.sender;

import java.util.regex.Pattern;

/** What may be a caller ID: a number, or a word. */
public final class CallerIds {
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,15}");
    private static final Pattern WORD = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 .&_-]{1,11}");

    private CallerIds() {}

    /** Whether operators take this caller ID. */
    public static boolean fits(String callerId) {
        return NUMBER.matcher(callerId).matches() || WORD.matcher(callerId).matches();
    }
}
