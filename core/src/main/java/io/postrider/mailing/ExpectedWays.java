package io.postrider.mailing;

import io.postrider.resource.Recipient;
import io.postrider.sender.CharsetPolicy;
import io.postrider.sender.route.NumberPlan;
import io.postrider.sender.route.RouteChoice;
import io.postrider.sender.route.RoutePlan;
import io.postrider.sender.route.RouteSender;
import io.postrider.sender.route.RouteTarget;
import io.postrider.sender.route.Router;
import io.postrider.sender.route.Shares;
import io.postrider.sender.route.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By which sender somebody's message would go if all senders could be used. Shares are kept on average. */
final class ExpectedWays {
    private static final int MAX_PARTS = 10;
    private final LaunchFacts facts;
    private final @Nullable RoutePlan plan;
    private final @Nullable Router router;

    ExpectedWays(LaunchFacts facts, NumberPlan numbers) {
        this.facts = facts;
        this.plan = facts.route();
        this.router = plan == null ? null : new Router(plan.rules(), numbers);
    }

    /**
     * A sender, and what of it decides about a message.
     *
     * @param senderId 0 while nobody has chosen one
     */
    record Way(long senderId, int maxParts, CharsetPolicy charset) {}

    /** Every sender by which a message may go. */
    List<Long> senders() {
        Long sender = facts.mailing().senderId();
        if (plan != null) {
            return plan.senders().stream().map(RouteSender::id).toList();
        }
        return sender == null ? List.of() : List.of(sender);
    }

    Way of(Recipient recipient) {
        if (plan == null || router == null) {
            Long sender = facts.mailing().senderId();
            return new Way(sender == null ? 0 : sender, maxParts(facts.maxParts()), facts.charset());
        }
        RouteChoice choice = router.choose(
                router.rule(recipient.contact(), facts.callerId()),
                Shares.alone(0, recipient.contactKey()),
                id -> Standing.USABLE);
        RouteTarget target = plan.taken(choice);
        return plan.sender(target.senderId())
                .map(ExpectedWays::way)
                .orElseGet(() -> new Way(target.senderId(), MAX_PARTS, CharsetPolicy.AUTO));
    }

    private static Way way(RouteSender sender) {
        return new Way(sender.id(), maxParts(sender.maxParts()), sender.charset());
    }

    private static int maxParts(int known) {
        return known == 0 ? MAX_PARTS : known;
    }
}
