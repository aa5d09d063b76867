package io.postrider.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one message.
 *
 * @param unicode whether it travels as UCS-2 rather than in the GSM alphabet
 * @param links targets by their number in the message
 */
public record MessageTrace(
        FoundMessage message,
        long databaseId,
        long profileId,
        long subscriptionId,
        int templateVersion,
        boolean unicode,
        List<String> texts,
        List<Link> links,
        List<Step> steps,
        List<Click> clicks) {

    public MessageTrace {
        texts = List.copyOf(texts);
        links = List.copyOf(links);
        steps = List.copyOf(steps);
        clicks = List.copyOf(clicks);
    }

    /** A target under its number. */
    public record Link(int no, String url) {}

    /** A visit of a short link. */
    public record Click(Instant at, int linkNo, boolean robot, String ip, String userAgent) {}

    /**
     * Something that happened.
     *
     * @param moved whether it moved the message to {@code state}
     * @param sender name of the sender; null if that is gone
     * @param by who decided it; null if it was nobody's decision, or the sender's policy
     */
    public record Step(
            Instant at,
            EventKind kind,
            int attempt,
            int part,
            MessageState state,
            boolean moved,
            @Nullable String sender,
            @Nullable String code,
            @Nullable String operatorKey,
            @Nullable PartState receipt,
            @Nullable String detail,
            @Nullable String by) {}
}
