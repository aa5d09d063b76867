package io.postrider.link;

import java.util.List;

/**
 * A run's targets that are the same for everybody, and which messages are the run's.
 *
 * @param urls by their numbers
 * @param ranges numbers of its messages, as far as they are written
 */
public record RunLinks(long accountId, long runId, List<String> urls, List<Range> ranges) {

    public RunLinks {
        urls = List.copyOf(urls);
        ranges = List.copyOf(ranges);
    }

    /** Messages with numbers in a row, both ends included. */
    public record Range(long first, long last) {}
}
