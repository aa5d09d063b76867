package io.postrider;

import io.postrider.http.Api;
import io.postrider.plugin.Plugins;
import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.postrider.sender.ConnectionTrial;
import io.postrider.sender.DutyApi;
import io.postrider.sender.QueueStore;
import io.postrider.sender.SenderActivity;
import io.postrider.sender.SenderApi;
import io.postrider.stage.dispatch.LaneTools;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** What is about senders: the operations for people, and what their lanes say of them. */
final class SenderServices {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private SenderServices() {}

    static List<Api> apis(
            Foundation foundation,
            Stores stores,
            Plugins plugins,
            HintQueue queue,
            LongFunction<Optional<SenderActivity>> activity) {
        return List.of(
                new SenderApi(
                        stores.senders(),
                        new QueueStore(foundation.people()),
                        plugins,
                        new ConnectionTrial(foundation.vertx(), PATIENCE),
                        queue,
                        activity),
                new DutyApi(stores.senders(), stores.senders().duties(), queue));
    }

    /** Takes drained senders out of service; the dispatcher, which hears of it, closes their connections. */
    static LaneTools.Drains drains(Stores stores, HintQueue queue) {
        return (lease, now) -> stores.senders().duties().drained(lease, now).onSuccess(drained -> {
            if (drained) {
                queue.hint(Topic.SENDER_CHANGED, lease.senderId());
            }
        });
    }
}
