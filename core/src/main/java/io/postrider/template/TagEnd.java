package io.postrider.template;

/** Finds where a tag ends; a brace inside a quoted text does not end it. */
final class TagEnd {
    private TagEnd() {}

    /** Where {@code close} begins; -1 when the tag has no end before another one begins. */
    static int find(String text, int from, String close) {
        int quoted = find(text, from, close, true);
        return quoted >= 0 ? quoted : find(text, from, close, false);
    }

    /** Without regard to quotes, a tag with an odd quote still has an end, so that the quote can be told instead. */
    private static int find(String text, int from, String close, boolean quotes) {
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (quotes && (c == '"' || c == '\'')) {
                quote = c;
            } else if (text.startsWith(close, i)) {
                return i;
            } else if (c == '{') {
                return -1;
            }
        }
        return -1;
    }
}
