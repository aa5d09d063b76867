package io.postrider.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the http and https addresses in a text, from left to right, looking at each character a fixed number of times. */
public final class Urls {
    private static final String ENDS = "<>\"“”„«»`{}|\\^";
    private static final String NOT_AT_THE_END = ".,!?;:'’‘…)]*_~";
    private static final String[] SCHEMES = {"https://", "http://"};
    private final String text;
    private int position;

    /** An address in the text, without the punctuation behind it; {@code stop} is where that punctuation ends too. */
    public record Span(int from, int to, int stop) {}

    Urls(String text) {
        this.text = text;
    }

    /** All addresses of a text. */
    public static List<Span> in(String text) {
        List<Span> all = new ArrayList<>();
        Urls urls = new Urls(text);
        for (Optional<Span> found = urls.next(); found.isPresent(); found = urls.next()) {
            all.add(found.get());
        }
        return all;
    }

    /** The next address. */
    Optional<Span> next() {
        for (int slashes = text.indexOf("://", position); slashes >= 0; slashes = text.indexOf("://", slashes + 1)) {
            int from = schemeBefore(slashes);
            if (from < position) {
                continue;
            }
            int host = slashes + "://".length();
            int stop = stop(host);
            int to = withoutPunctuation(host, stop);
            position = stop;
            if (to > host && Character.isLetterOrDigit(text.codePointAt(host))) {
                return Optional.of(new Span(from, to, stop));
            }
        }
        return Optional.empty();
    }

    private int schemeBefore(int slashes) {
        for (String scheme : SCHEMES) {
            int from = slashes + "://".length() - scheme.length();
            if (from >= 0 && text.regionMatches(true, from, scheme, 0, scheme.length())) {
                return from > 0 && isLatin(text.charAt(from - 1)) ? -1 : from;
            }
        }
        return -1;
    }

    private static boolean isLatin(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    private int stop(int from) {
        int stop = from;
        while (stop < text.length() && !ends(text.charAt(stop))) {
            stop++;
        }
        return stop;
    }

    private static boolean ends(char c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || ENDS.indexOf(c) >= 0;
    }

    /** A closing bracket belongs to the address when it has an opening one in it. */
    private int withoutPunctuation(int from, int stop) {
        int open = 0;
        for (int i = from; i < stop; i++) {
            open += bracket(text.charAt(i));
        }
        int to = stop;
        while (to > from && NOT_AT_THE_END.indexOf(text.charAt(to - 1)) >= 0) {
            if (text.charAt(to - 1) == ')') {
                if (open >= 0) {
                    break;
                }
                open++;
            }
            to--;
        }
        return to;
    }

    private static int bracket(char c) {
        if (c == '(') {
            return 1;
        }
        return c == ')' ? -1 : 0;
    }
}
