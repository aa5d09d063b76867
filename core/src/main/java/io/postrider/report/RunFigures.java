package io.postrider.report;

import io.postrider.message.MessageState;
import io.postrider.sender.price.Costs;
import java.util.Map;

/**
 * The counters of a run at one moment.
 *
 * @param received contacts in the source; a profile without a contact counts once
 * @param found active subscriptions to the resource
 * @param exclusions people left out, by the reason's code
 * @param states messages by where they stand
 * @param parts parts of all messages, those taken back not counted
 * @param accepted messages that the operator has taken, ever
 * @param people people who clicked, robots left out
 * @param clicks clicks of people
 * @param robots clicks of robots
 * @param optOuts replies to its messages that ended a subscription
 * @param costs what operators ask for what they have taken
 */
public record RunFigures(
        long received,
        long found,
        Map<String, Long> exclusions,
        Map<MessageState, Long> states,
        long parts,
        long accepted,
        long people,
        long clicks,
        long robots,
        long optOuts,
        Costs costs) {

    /** The code of the reason for a second subscription with the same phone. */
    public static final String DUPLICATE = "duplicate-phone";

    public RunFigures {
        exclusions = Map.copyOf(exclusions);
        states = Map.copyOf(states);
    }

    /** Messages in a state. */
    public long in(MessageState state) {
        return states.getOrDefault(state, 0L);
    }

    /** Contacts without an active subscription. */
    public long notSubscribed() {
        return received - found;
    }

    /** Second and further subscriptions with the same phone. */
    public long duplicates() {
        return exclusions.getOrDefault(DUPLICATE, 0L);
    }

    /** People left out for any other reason. */
    public long excluded() {
        return exclusions.values().stream().mapToLong(Long::longValue).sum() - duplicates();
    }

    /** Messages written and not taken back. */
    public long recipients() {
        return states.entrySet().stream()
                .filter(entry -> entry.getKey() != MessageState.EXCLUDED && entry.getKey() != MessageState.NONE)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Messages whose end is still to come. */
    public long onTheWay() {
        return in(MessageState.WAITING) + in(MessageState.SUBMITTED);
    }
}
