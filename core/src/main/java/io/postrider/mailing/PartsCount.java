package io.postrider.mailing;

import io.postrider.plugin.api.Composition;
import io.postrider.plugin.api.Encoding;
import io.postrider.template.Preview;
import java.util.List;

/** Counts the parts of rendered messages, and what they cost. */
final class PartsCount {
    private final ExpectedWays ways;
    private final CostCount cost;
    private int sampled;
    private int sum;
    private final int[] messages = new int[3];
    private int longest;
    private int gsm7;
    private int ucs2;
    private int notRenderable;
    private int notGsm;
    private int tooLong;

    /**
     * @param ways by which sender each message would go
     * @param cost adds up what that sender asks
     */
    PartsCount(ExpectedWays ways, CostCount cost) {
        this.ways = ways;
        this.cost = cost;
    }

    PartsCount all(List<Preview> previews) {
        previews.forEach(this::one);
        return this;
    }

    private void one(Preview preview) {
        sampled++;
        if (!(preview.composition() instanceof Composition.Parts fitting)) {
            boolean charset = preview.composition() instanceof Composition.Refused refused
                    && refused.code().equals(CharsetChannel.NOT_GSM);
            notGsm += charset ? 1 : 0;
            notRenderable += charset ? 0 : 1;
            return;
        }
        int parts = fitting.parts().size();
        longest = Math.max(longest, parts);
        ExpectedWays.Way way = ways.of(preview.recipient());
        if (parts > way.maxParts()) {
            tooLong++;
            return;
        }
        cost.add(way.senderId(), preview.recipient().contactKey(), parts);
        sum += parts;
        messages[Math.min(parts, messages.length) - 1]++;
        gsm7 += fitting.encoding() == Encoding.GSM7 ? 1 : 0;
        ucs2 += fitting.encoding() == Encoding.UCS2 ? 1 : 0;
    }

    /** What that means for so many recipients. */
    PartsEstimate of(long recipients, boolean exact) {
        int sent = sampled - notRenderable - notGsm - tooLong;
        return new PartsEstimate(
                sampled,
                exact,
                scaled(sent, recipients),
                scaled(sum, recipients),
                messages[0],
                messages[1],
                messages[2],
                longest,
                gsm7,
                ucs2,
                notRenderable,
                notGsm,
                tooLong,
                cost.of(times(recipients)));
    }

    private long scaled(int ofSample, long recipients) {
        return Math.round(ofSample * times(recipients));
    }

    private double times(long recipients) {
        return sampled == 0 ? 0 : (double) recipients / sampled;
    }
}
