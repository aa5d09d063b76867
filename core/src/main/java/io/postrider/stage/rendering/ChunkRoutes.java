package io.postrider.stage.rendering;

import io.postrider.mailing.Run;
import io.postrider.message.NewMessage;
import io.postrider.resource.Recipient;
import io.postrider.sender.CharsetPolicy;
import io.postrider.sender.route.RouteChoice;
import io.postrider.sender.route.RoutePlan;
import io.postrider.sender.route.RouteSender;
import io.postrider.sender.route.RouteTarget;
import io.postrider.sender.route.Router;
import io.postrider.sender.route.Shares;
import io.postrider.sender.route.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says for each recipient of a chunk by which sender the message goes. Nothing in it is random or asks for the time. */
final class ChunkRoutes {
    private final Run run;
    private final @Nullable RoutePlan plan;
    private final @Nullable Router router;
    private final Map<Long, Standing> standings;
    private final boolean held;

    private ChunkRoutes(
            Run run, @Nullable RoutePlan plan, @Nullable Router router, Map<Long, Standing> standings, boolean held) {
        this.run = run;
        this.plan = plan;
        this.router = router;
        this.standings = Map.copyOf(standings);
        this.held = held;
    }

    /**
     * All messages go by the run's one sender.
     *
     * @param leaving whether it is being drained, or has been
     */
    static ChunkRoutes oneSender(Run run, boolean leaving) {
        return new ChunkRoutes(run, null, null, Map.of(), leaving);
    }

    /**
     * A virtual sender chooses. One of its senders that is not in {@code standings} is gone, and so is down.
     *
     * @param held whether some messages could only go by a sender that is leaving
     */
    static ChunkRoutes byRules(Run run, RoutePlan plan, Router router, Map<Long, Standing> standings, boolean held) {
        return new ChunkRoutes(run, plan, router, standings, held);
    }

    /** Whether nothing is to be rendered now, since its sender, or some sender without a stand-in, is being drained. */
    boolean isHeld() {
        return held && !run.stopped();
    }

    /** Senders that may get messages: rendering waits for them when they lag behind, and for nobody else. */
    Set<Long> waitsFor() {
        if (plan == null) {
            return Set.of(run.senderId());
        }
        Set<Long> usable = new java.util.HashSet<>(standings.keySet());
        usable.removeIf(id -> standing(id) != Standing.USABLE);
        return usable.isEmpty() ? standings.keySet() : usable;
    }

    /** The recipients in the same order, each with a sender. */
    List<Addressed> address(List<Recipient> recipients, int chunk) {
        if (plan == null || router == null) {
            return recipients.stream()
                    .map(recipient -> new Addressed(recipient, run.senderId(), run.maxParts(), run.charset(), null))
                    .toList();
        }
        Shares shares = new Shares(Shares.seed(run.seed(), chunk));
        return recipients.stream()
                .map(recipient -> addressed(recipient, plan, router, shares))
                .toList();
    }

    private Addressed addressed(Recipient recipient, RoutePlan rules, Router by, Shares shares) {
        int rule = by.rule(recipient.contact(), run.callerId());
        RouteChoice choice = by.choose(rule, shares.next(rule), this::standing);
        RouteTarget target = rules.taken(choice);
        Optional<RouteSender> sender = rules.sender(target.senderId());
        return new Addressed(
                recipient,
                target.senderId(),
                sender.map(RouteSender::maxParts).orElse(0),
                sender.map(RouteSender::charset).orElse(CharsetPolicy.AUTO),
                new NewMessage.Route(choice.number(), rules.callerId(target, run.callerId())));
    }

    private Standing standing(long sender) {
        return standings.getOrDefault(sender, Standing.DOWN);
    }
}
