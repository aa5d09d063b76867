package io.postrider.report;

import io.postrider.message.MessageState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The SQL that adds transitions of {@code run_hour} up to where messages stand. */
final class StateSums {
    /** States of messages that belong to a run: one that was taken back does not. */
    static final List<MessageState> STATES = List.of(
            MessageState.WAITING,
            MessageState.SUBMITTED,
            MessageState.DELIVERED,
            MessageState.UNDELIVERED,
            MessageState.EXPIRED,
            MessageState.REFUSED,
            MessageState.IN_DOUBT,
            MessageState.NO_RECEIPT);

    private StateSums() {}

    /** One sum a state, named like it: who came to the state less who left it. */
    static String columns() {
        return STATES.stream().map(StateSums::column).collect(Collectors.joining(",\n"));
    }

    private static String column(MessageState state) {
        return "coalesce(sum(case when to_state = %1$d then n when from_state = %1$d then -n end), 0)::bigint as %2$s"
                .formatted(state.number(), name(state));
    }

    /** The name of a state's column. */
    static String name(MessageState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
