package io.postrider.reply;

import java.util.List;

/**
 * By which words an account reads what people write back.
 *
 * @param firstWord a word that can only mean stop counts when it begins a short text
 * @param stop own words, beside the standard ones
 * @param off standard words that do not count
 * @param version 0 while nobody has changed anything
 */
public record WordSettings(
        boolean firstWord, List<String> stop, List<String> start, List<String> help, List<String> off, int version) {
    /** As it is before anybody changes it. */
    public static final WordSettings STANDARD = new WordSettings(true, List.of(), List.of(), List.of(), List.of(), 0);

    public WordSettings {
        stop = List.copyOf(stop);
        start = List.copyOf(start);
        help = List.copyOf(help);
        off = List.copyOf(off);
    }

    /** Own words of a kind. */
    public List<String> own(ReplyKind kind) {
        return switch (kind) {
            case STOP -> stop;
            case START -> start;
            case HELP -> help;
            case OTHER -> List.of();
        };
    }
}
