package io.postrider.message;

import io.postrider.plugin.api.Encoding;
import java.util.ArrayList;
import java.util.List;

/**
 * A written message on its way to the operator.
 *
 * @param cuts where the body is cut into parts; empty for one part
 * @param subscribed whether its recipient may still be written to
 */
public record Outgoing(
        long accountId,
        long runId,
        long id,
        long contactKey,
        long profileId,
        long subscriptionId,
        String contact,
        String body,
        List<Integer> cuts,
        int parts,
        Encoding encoding,
        boolean subscribed) {

    public Outgoing {
        cuts = List.copyOf(cuts);
    }

    /** The text of each part. */
    public List<String> texts() {
        return cut(body, cuts);
    }

    /** A body as it was cut into parts. */
    static List<String> cut(String body, List<Integer> cuts) {
        List<String> texts = new ArrayList<>(cuts.size() + 1);
        int begin = 0;
        for (int cut : cuts) {
            texts.add(body.substring(begin, cut));
            begin = cut;
        }
        texts.add(body.substring(begin));
        return texts;
    }
}
