package io.postrider.sender;

import java.util.Arrays;

/** What a sender does with characters that the GSM 03.38 alphabet does not have. */
public enum CharsetPolicy {
    /** One such character makes the whole message UCS-2. */
    AUTO("auto"),
    /** Plain characters stand instead where that saves the message from UCS-2. */
    PLAIN("plain"),
    /** Like plain, and what would still be UCS-2 is not sent. */
    GSM_ONLY("gsm-only");

    private final String word;

    CharsetPolicy(String word) {
        this.word = word;
    }

    /** How it is stored and what the API calls it. */
    public String word() {
        return word;
    }

    /** The policy of a word that one of them has. */
    public static CharsetPolicy of(String word) {
        return Arrays.stream(values())
                .filter(policy -> policy.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no charset policy is called " + word));
    }
}
