package io.postrider.sender.route;

import java.time.Instant;
import java.util.List;

/**
 * Rules that choose among senders.
 *
 * @param rules the first that fits a message decides; the last fits all
 * @param rehearsal all its senders lead to the simulator; the store says so
 */
public record VirtualSender(
        long accountId,
        long id,
        String name,
        List<RouteRule> rules,
        boolean rehearsal,
        int version,
        Instant createdAt) {

    public VirtualSender {
        rules = List.copyOf(rules);
    }

    /** Numbers of all senders that the rules name, each once. */
    public List<Long> senders() {
        return rules.stream()
                .flatMap(rule -> rule.targets().stream())
                .map(RouteTarget::senderId)
                .distinct()
                .sorted()
                .toList();
    }
}
