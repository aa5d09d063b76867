package io.postrider.sender.route;

import java.util.Locale;

/** By what a rule recognises its messages. */
public enum RouteMatch {
    /** Everything; always the last rule. */
    DEFAULT,
    /** Countries of the phone, as ISO 3166 codes. */
    COUNTRY,
    /** What the phone begins with, as digits of E.164 without the plus. */
    PREFIX,
    /** Operators to whom the phone's prefix was given, by their English names; a ported number keeps its first operator. */
    OPERATOR,
    /** Caller IDs that the mailing would have without the rule. */
    CALLER_ID;

    /** How it is called outside. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of this word. */
    public static RouteMatch of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
