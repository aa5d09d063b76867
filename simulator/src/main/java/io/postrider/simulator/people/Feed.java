package io.postrider.simulator.people;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tells whoever watches which messages are new or changed. Costs nothing while nobody does. Confined to the event loop. */
public final class Feed {
    private final List<Consumer<ReceivedMessage>> watchers = new ArrayList<>();

    /** Watches from now on. */
    public void watch(Consumer<ReceivedMessage> watcher) {
        watchers.add(watcher);
    }

    /** Does not watch any more. */
    public void leave(Consumer<ReceivedMessage> watcher) {
        watchers.remove(watcher);
    }

    /** A message came, or something happened to it. */
    public void changed(ReceivedMessage message) {
        if (!watchers.isEmpty()) {
            List.copyOf(watchers).forEach(watcher -> watcher.accept(message));
        }
    }
}
