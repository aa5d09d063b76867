package io.postrider.mailing;

import io.postrider.plugin.api.Composition;
import io.postrider.plugin.api.Encoding;
import io.postrider.template.Preview;
import java.util.List;

/** Counts the parts of rendered messages. */
final class PartsCount {
    private final int maxParts;
    private int sampled;
    private int sum;
    private final int[] messages = new int[3];
    private int longest;
    private int gsm7;
    private int ucs2;
    private int notRenderable;
    private int tooLong;

    /** @param maxParts a message of more is not sent */
    PartsCount(int maxParts) {
        this.maxParts = maxParts;
    }

    PartsCount all(List<Preview> previews) {
        previews.forEach(this::one);
        return this;
    }

    private void one(Preview preview) {
        sampled++;
        if (!(preview.composition() instanceof Composition.Parts fitting)) {
            notRenderable++;
            return;
        }
        int parts = fitting.parts().size();
        longest = Math.max(longest, parts);
        if (parts > maxParts) {
            tooLong++;
            return;
        }
        sum += parts;
        messages[Math.min(parts, messages.length) - 1]++;
        gsm7 += fitting.encoding() == Encoding.GSM7 ? 1 : 0;
        ucs2 += fitting.encoding() == Encoding.UCS2 ? 1 : 0;
    }

    /** What that means for so many recipients. */
    PartsEstimate of(long recipients, boolean exact) {
        int sent = sampled - notRenderable - tooLong;
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
                tooLong);
    }

    private long scaled(int ofSample, long recipients) {
        return sampled == 0 ? 0 : Math.round((double) ofSample / sampled * recipients);
    }
}
