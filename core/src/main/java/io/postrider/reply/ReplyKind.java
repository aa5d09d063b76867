package io.postrider.reply;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody who wrote back wants. */
public enum ReplyKind {
    /** No more messages. */
    STOP,
    /** Messages again. */
    START,
    /** To know what this is. */
    HELP,
    /** Something that only a person can tell. */
    OTHER;

    /** The word for it in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word. */
    public static Optional<ReplyKind> of(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
