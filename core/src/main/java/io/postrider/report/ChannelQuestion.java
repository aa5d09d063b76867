package io.postrider.report;

import java.time.ZoneId;
import java.util.List;

/**
 * What a channel report is about.
 *
 * @param mailings only these; empty for all
 * @param period in full hours
 * @param tests whether runs to test phones count too
 * @param rehearsals whether runs to the simulator count too
 */
record ChannelQuestion(
        long accountId,
        String channel,
        List<Long> mailings,
        Period period,
        Group group,
        ZoneId zone,
        boolean tests,
        boolean rehearsals) {
    ChannelQuestion {
        mailings = List.copyOf(mailings);
    }

    /** What a row is. */
    enum Group {
        HOUR(31),
        DAY(366),
        MAILING(366);

        private final int days;

        Group(int days) {
            this.days = days;
        }

        /** How long a period may be, so that the rows stay few. */
        int days() {
            return days;
        }
    }

    ChannelQuestion in(Period other) {
        return new ChannelQuestion(accountId, channel, mailings, other, group, zone, tests, rehearsals);
    }
}
