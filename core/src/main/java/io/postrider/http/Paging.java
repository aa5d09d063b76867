package io.postrider.http;

/**
 * Which page of a list is wanted.
 *
 * @param limit rows at most
 * @param after cursor of the page before; empty for the first page
 * @param q what is searched for; empty for everything
 * @param sort name of the order, with a minus in front for the reverse; empty for the list's own
 */
public record Paging(int limit, String after, String q, String sort) {
    /** The cursor as a number, for lists that are read in the order of their ids. */
    public long afterId(long first) {
        if (after.isEmpty()) {
            return first;
        }
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException foreign) {
            throw io.postrider.refusal.Refusal.ofField(HttpReason.BAD_CURSOR, "/after", java.util.Map.of());
        }
    }
}
