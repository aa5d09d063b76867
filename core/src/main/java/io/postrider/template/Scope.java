package io.postrider.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names that loops and {@code with} have given, from the inside out. */
final class Scope {
    private final @Nullable Scope outer;
    private final Map<String, Integer> slots = new HashMap<>();
    private final int first;
    private final int next;
    private final boolean readsItems;

    /** @param readsItems whether a bare name is a member of the item, as in Handlebars */
    private Scope(@Nullable Scope outer, int first, int next, boolean readsItems) {
        this.outer = outer;
        this.first = first;
        this.next = next;
        this.readsItems = readsItems;
    }

    static Scope outermost() {
        return new Scope(null, 0, 0, false);
    }

    /** The inside of a loop of the reference syntax, with the names for key and item. */
    Scope range(@Nullable String key, String item) {
        Scope inner = new Scope(this, next, next + Node.Loop.SLOTS, false);
        inner.slots.put(item, inner.first);
        if (key != null) {
            inner.slots.put(key, inner.first + 2);
        }
        return inner;
    }

    /** The inside of a loop of Handlebars. */
    Scope each() {
        Scope inner = new Scope(this, next, next + Node.Loop.SLOTS, true);
        inner.slots.put("this", inner.first);
        inner.slots.put("@index", inner.first + 1);
        inner.slots.put("@key", inner.first + 2);
        inner.slots.put("@first", inner.first + 3);
        inner.slots.put("@last", inner.first + 4);
        return inner;
    }

    /** The inside of {@code with}. */
    Scope with() {
        Scope inner = new Scope(this, next, next + 1, true);
        inner.slots.put("this", inner.first);
        return inner;
    }

    /** Names the n-th slot of this scope. */
    void name(String name, int offset) {
        slots.put(name, first + offset);
    }

    int first() {
        return first;
    }

    /** Slots that are needed up to here. */
    int size() {
        return next;
    }

    Optional<Scope> outer() {
        return Optional.ofNullable(outer);
    }

    boolean readsItems() {
        return readsItems || (outer != null && outer.readsItems());
    }

    /** The slot of the item whose members bare names are. */
    int item() {
        return readsItems || outer == null ? first : outer.item();
    }

    Optional<Integer> slot(String name) {
        Integer slot = slots.get(name);
        if (slot != null) {
            return Optional.of(slot);
        }
        return outer == null ? Optional.empty() : outer.slot(name);
    }
}
