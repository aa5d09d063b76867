package io.postrider.sender.route;

import java.util.List;

/**
 * A rule of a virtual sender.
 *
 * @param name what people call it; may be empty
 * @param values any of which must fit; empty for the default rule
 * @param targets its senders, in the order in which they stand in for one that is down; their shares sum to 100
 */
public record RouteRule(String name, RouteMatch match, List<String> values, List<RouteTarget> targets) {
    public RouteRule {
        values = List.copyOf(values);
        targets = List.copyOf(targets);
    }
}
