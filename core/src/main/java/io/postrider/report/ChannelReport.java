package io.postrider.report;

import io.postrider.message.MessageState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A channel report.
 *
 * @param truncated whether there are more mailings than rows; the totals have them all
 * @param previous totals of the period before, of the same length
 */
record ChannelReport(
        ChannelQuestion question,
        List<Line> lines,
        boolean truncated,
        ChannelFigures totals,
        ChannelFigures previous,
        List<Failure> failures,
        List<Link> links,
        LeftOut leftOut) {
    ChannelReport {
        lines = List.copyOf(lines);
        failures = List.copyOf(failures);
        links = List.copyOf(links);
    }

    /**
     * Messages that were sent and are in no figure of the report.
     *
     * @param tests to test phones, by senders that reach people
     * @param rehearsals to the simulator
     */
    record LeftOut(long tests, long rehearsals) {}

    /** An hour, a day or a mailing; what it is not is null. */
    record Line(
            @Nullable Instant at,
            @Nullable LocalDate date,
            @Nullable Long mailingId,
            @Nullable String mailing,
            ChannelFigures figures) {}

    /**
     * Messages that failed alike.
     *
     * @param code the operator's; empty for none
     * @param detail what the operator said of one of them; null if that is not at hand
     */
    record Failure(
            MessageState state,
            String code,
            long count,
            @Nullable String detail) {}

    /** Clicks on a target; null for targets that differ from person to person. */
    record Link(@Nullable String url, long uniqueClicks, long clicks, long robots) {}
}
