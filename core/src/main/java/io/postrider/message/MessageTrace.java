package io.postrider.message;

import io.postrider.sender.price.Amount;
import io.postrider.sender.route.RouteChoice;
import io.postrider.sender.route.RoutePlan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one message.
 *
 * @param unicode whether it travels as UCS-2 rather than in the GSM alphabet
 * @param route how a virtual sender chose the sender; null if it was given
 * @param links targets by their number in the message
 */
public record MessageTrace(
        FoundMessage message,
        long databaseId,
        long profileId,
        long subscriptionId,
        int templateVersion,
        boolean unicode,
        @Nullable Route route,
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

    /** The rules of the message's run, and what they chose for it. */
    public record Route(RoutePlan plan, RouteChoice choice, String callerId) {}

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
     * @param cost what the operator asks for the message; null if this says nothing of it
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
            @Nullable String by,
            @Nullable Amount cost) {}
}
