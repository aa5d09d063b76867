package io.postrider.template;

import java.util.List;

/** A template as both ways of writing it are understood: text, values, choices and loops. */
sealed interface Node {
    /** Sent as it stands. */
    record Text(String text) implements Node {}

    /** A value that is printed. */
    record Value(Expression expression) implements Node {}

    /** One of two ways on. */
    record Choice(Expression condition, List<Node> then, List<Node> otherwise) implements Node {}

    /**
     * The body once for each item.
     *
     * @param slot where the item stands; its index, key, whether it is the first and whether it is the last stand in the next slots
     */
    record Loop(Expression list, int slot, List<Node> body, List<Node> empty) implements Node {
        /** Slots that one loop needs. */
        static final int SLOTS = 5;
    }

    /** The body with a value in a slot, unless the value is empty. */
    record With(Expression value, int slot, List<Node> body, List<Node> empty) implements Node {}
}
