package io.postrider.reply;

/**
 * How a reply was read.
 *
 * @param word what it was recognised by, as in the list; empty for {@link ReplyKind#OTHER}
 */
public record Reading(ReplyKind kind, String word) {
    /** Nothing was recognised. */
    public static final Reading NOTHING = new Reading(ReplyKind.OTHER, "");
}
