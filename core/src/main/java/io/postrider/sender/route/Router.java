package io.postrider.sender.route;

import java.util.List;
import java.util.function.LongFunction;

/** Chooses the sender of a message by the rules of a virtual sender. Pure: the same questions get the same answers. */
public final class Router {
    private static final double WHOLE = 100.0;
    private final List<RouteRule> rules;
    private final NumberPlan plan;

    /** @param plan says the country and operator of a phone, where a rule asks for them */
    public Router(List<RouteRule> rules, NumberPlan plan) {
        this.rules = List.copyOf(rules);
        this.plan = plan;
    }

    /**
     * The index of the rule that decides.
     *
     * @param contact the phone in E.164 without the plus
     * @param callerId from whom the message would come without the rule
     */
    public int rule(String contact, String callerId) {
        Question question = new Question(contact, callerId);
        for (int i = 0; i < rules.size() - 1; i++) {
            if (question.fits(rules.get(i))) {
                return i;
            }
        }
        return rules.size() - 1;
    }

    /**
     * The sender of a rule.
     *
     * @param draw from 0 to 1, 1 not included: where in the shares the message falls
     * @param standing of the sender of a number
     */
    public RouteChoice choose(int rule, double draw, LongFunction<Standing> standing) {
        List<RouteTarget> targets = rules.get(rule).targets();
        int drawn = drawn(targets, draw);
        Standing itself = standing.apply(targets.get(drawn).senderId());
        if (itself == Standing.USABLE) {
            return new RouteChoice(rule, drawn, drawn, RouteReason.SHARE);
        }
        for (int i = 0; i < targets.size(); i++) {
            if (i != drawn && standing.apply(targets.get(i).senderId()) == Standing.USABLE) {
                return new RouteChoice(rule, drawn, i, why(itself));
            }
        }
        int waits = itself == Standing.DRAINED ? comingBack(targets, drawn, standing) : drawn;
        return new RouteChoice(rule, drawn, waits, RouteReason.NOBODY);
    }

    private static RouteReason why(Standing ofDrawn) {
        return switch (ofDrawn) {
            case PAUSED -> RouteReason.PAUSED;
            case DRAINED -> RouteReason.DRAINED;
            case DOWN, USABLE -> RouteReason.DOWN;
        };
    }

    /** The first for which messages may wait; the drawn one if there is none. */
    private static int comingBack(List<RouteTarget> targets, int drawn, LongFunction<Standing> standing) {
        for (int i = 0; i < targets.size(); i++) {
            if (standing.apply(targets.get(i).senderId()) != Standing.DRAINED) {
                return i;
            }
        }
        return drawn;
    }

    private static int drawn(List<RouteTarget> targets, double draw) {
        int end = 0;
        int last = 0;
        for (int i = 0; i < targets.size(); i++) {
            int percent = targets.get(i).percent();
            end += percent;
            if (percent > 0 && draw * WHOLE < end) {
                return i;
            }
            last = percent > 0 ? i : last;
        }
        return last;
    }

    /** One message before the rules; country and operator are looked up once, and only if a rule asks. */
    private final class Question {
        private final String contact;
        private final String callerId;
        private String country = "";
        private String operator = "";
        private boolean countryKnown;
        private boolean operatorKnown;

        Question(String contact, String callerId) {
            this.contact = contact;
            this.callerId = callerId;
        }

        boolean fits(RouteRule rule) {
            return switch (rule.match()) {
                case DEFAULT -> true;
                case COUNTRY -> rule.values().contains(country());
                case PREFIX -> rule.values().stream().anyMatch(contact::startsWith);
                case OPERATOR -> rule.values().stream().anyMatch(operator()::equalsIgnoreCase);
                case CALLER_ID -> rule.values().stream().anyMatch(callerId::equalsIgnoreCase);
            };
        }

        private String country() {
            if (!countryKnown) {
                country = plan.country(contact);
                countryKnown = true;
            }
            return country;
        }

        private String operator() {
            if (!operatorKnown) {
                operator = plan.operator(contact);
                operatorKnown = true;
            }
            return operator;
        }
    }
}
