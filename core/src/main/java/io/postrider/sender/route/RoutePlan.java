package io.postrider.sender.route;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A virtual sender as it was at one moment, with what was true of its senders then. A run keeps the one with which it opened, so that
 * it ends as it began and each message can be explained later.
 */
public record RoutePlan(long virtualSenderId, String name, List<RouteRule> rules, List<RouteSender> senders) {
    public RoutePlan {
        rules = List.copyOf(rules);
        senders = List.copyOf(senders);
    }

    /** The sender of a number, if the rules name it. */
    public Optional<RouteSender> sender(long id) {
        return senders.stream().filter(sender -> sender.id() == id).findFirst();
    }

    /** How long the most patient of the senders lets its operator try. */
    public Duration longestValidity() {
        return senders.stream()
                .map(RouteSender::validity)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** How many parts the most generous of the senders sends. */
    public int mostParts() {
        return senders.stream().mapToInt(RouteSender::maxParts).max().orElse(0);
    }

    /** The sender for which a run has to wait: some rule gives messages to it, and to nobody else who is not leaving. */
    public Optional<Long> closedBy(Set<Long> leaving) {
        return rules.stream()
                .filter(rule -> rule.targets().stream().allMatch(target -> leaving.contains(target.senderId())))
                .map(rule -> rule.targets().get(0).senderId())
                .findFirst();
    }

    /** The target that a choice took. */
    public RouteTarget taken(RouteChoice choice) {
        return rules.get(choice.rule()).targets().get(choice.taken());
    }

    /** The target whose share it was. */
    public RouteTarget drawn(RouteChoice choice) {
        return rules.get(choice.rule()).targets().get(choice.drawn());
    }

    /**
     * From whom a message of a target comes: what the rule says, else the resource, else the sender.
     *
     * @param ofResource may be empty
     * @return empty if none of them says
     */
    public String callerId(RouteTarget target, String ofResource) {
        if (!target.callerId().isEmpty()) {
            return target.callerId();
        }
        return ofResource.isEmpty()
                ? sender(target.senderId()).map(RouteSender::callerId).orElse("")
                : ofResource;
    }
}
