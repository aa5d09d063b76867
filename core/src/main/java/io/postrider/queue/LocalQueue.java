package io.postrider.queue;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/** Hints within one server. */
public final class LocalQueue implements HintQueue {
    private final Vertx vertx;
    private final Map<Topic, List<Subscription>> subscriptions = new ConcurrentHashMap<>();

    private record Subscription(Context context, LongConsumer receiver) {}

    public LocalQueue(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public void hint(Topic topic, long id) {
        for (Subscription subscription : subscriptions.getOrDefault(topic, List.of())) {
            subscription
                    .context()
                    .runOnContext(ignored -> subscription.receiver().accept(id));
        }
    }

    @Override
    public Runnable subscribe(Topic topic, LongConsumer receiver) {
        Subscription subscription = new Subscription(vertx.getOrCreateContext(), receiver);
        List<Subscription> all = subscriptions.computeIfAbsent(topic, ignored -> new CopyOnWriteArrayList<>());
        all.add(subscription);
        return () -> all.remove(subscription);
    }
}
