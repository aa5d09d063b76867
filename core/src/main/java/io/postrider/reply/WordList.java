package io.postrider.reply;

import java.util.List;

/**
 * The words of one language.
 *
 * @param language its code, as in ISO 639-1
 * @param stop words that say stop; of those that begin with {@link #EVERYDAY}, only when nothing else stands in the sentence
 */
public record WordList(String language, List<String> stop, List<String> start, List<String> help) {
    static final String EVERYDAY = "~";

    public WordList {
        stop = List.copyOf(stop);
        start = List.copyOf(start);
        help = List.copyOf(help);
    }

    /** The words of a kind. */
    public List<String> of(ReplyKind kind) {
        return switch (kind) {
            case STOP -> stop;
            case START -> start;
            case HELP -> help;
            case OTHER -> List.of();
        };
    }
}
