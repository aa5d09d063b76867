package io.postrider.sender.route;

import io.postrider.refusal.Refusal;
import io.postrider.sender.CallerIds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks rules as a person wrote them; each thing that is wrong is named beside its field. */
final class RuleCheck {
    private static final Pattern PREFIX = Pattern.compile("[1-9][0-9]{0,14}");
    private static final Pattern DECORATION = Pattern.compile("[+\\s()-]");
    private static final int WHOLE = 100;
    private final NumberPlan plan;
    private final Set<Long> senders;
    private final List<Refusal> wrong = new ArrayList<>();

    /** @param senders those that exist */
    RuleCheck(NumberPlan plan, Set<Long> senders) {
        this.plan = plan;
        this.senders = senders;
    }

    /** The rules as they are stored; refuses them naming every field that is wrong. */
    List<RouteRule> checked(List<RouteRule> written) {
        List<RouteRule> rules = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            rules.add(rule(written.get(i), "/rules/" + i, i == written.size() - 1));
        }
        if (!wrong.isEmpty()) {
            throw Refusal.ofFields(VirtualSenderReason.RULES_WRONG, wrong);
        }
        return rules;
    }

    private RouteRule rule(RouteRule rule, String pointer, boolean last) {
        boolean fitsAll = rule.match() == RouteMatch.DEFAULT;
        if (fitsAll != last) {
            say(
                    last ? VirtualSenderReason.DEFAULT_MISSING : VirtualSenderReason.DEFAULT_NOT_LAST,
                    pointer + "/match",
                    Map.of());
        }
        if (fitsAll != rule.values().isEmpty()) {
            say(
                    fitsAll ? VirtualSenderReason.VALUES_OF_DEFAULT : VirtualSenderReason.VALUES_MISSING,
                    pointer + "/values",
                    Map.of());
        }
        List<String> values = new ArrayList<>();
        rule.values().forEach(value -> values.add(value(rule.match(), value, pointer + "/values")));
        targets(rule.targets(), pointer + "/targets");
        return new RouteRule(
                rule.name(), rule.match(), values.stream().distinct().toList(), rule.targets());
    }

    private String value(RouteMatch match, String value, String pointer) {
        return switch (match) {
            case COUNTRY -> {
                String code = value.toUpperCase(Locale.ROOT);
                if (!plan.knows(code)) {
                    say(VirtualSenderReason.COUNTRY_UNKNOWN, pointer, Map.of("value", value));
                }
                yield code;
            }
            case PREFIX -> {
                String digits = DECORATION.matcher(value).replaceAll("");
                if (!PREFIX.matcher(digits).matches()) {
                    say(VirtualSenderReason.PREFIX_WRONG, pointer, Map.of("value", value));
                }
                yield digits;
            }
            case OPERATOR, CALLER_ID, DEFAULT -> value;
        };
    }

    private void targets(List<RouteTarget> targets, String pointer) {
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < targets.size(); i++) {
            RouteTarget target = targets.get(i);
            String place = pointer + "/" + i;
            if (!senders.contains(target.senderId())) {
                say(VirtualSenderReason.SENDER_UNKNOWN, place + "/senderId", Map.of());
            } else if (!seen.add(target.senderId())) {
                say(VirtualSenderReason.SENDER_TWICE, place + "/senderId", Map.of());
            }
            if (!target.callerId().isEmpty() && !CallerIds.fits(target.callerId())) {
                say(VirtualSenderReason.CALLER_ID_WRONG, place + "/callerId", Map.of());
            }
        }
        int sum = targets.stream().mapToInt(RouteTarget::percent).sum();
        if (sum != WHOLE) {
            say(VirtualSenderReason.SHARES_WRONG, pointer, Map.of("sum", Integer.toString(sum)));
        }
    }

    private void say(VirtualSenderReason reason, String pointer, Map<String, String> parameters) {
        wrong.add(Refusal.ofField(reason, pointer, parameters));
    }
}
