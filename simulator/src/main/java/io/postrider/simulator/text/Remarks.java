package io.postrider.simulator.text;

import org.jspecify.annotations.Nullable;

/** Keeps the first thing that was found wrong with a message: what follows is often only a consequence of it. */
final class Remarks {
    private @Nullable String first;

    void add(String sentence) {
        if (first == null) {
            first = sentence;
        }
    }

    @Nullable String first() {
        return first;
    }
}
