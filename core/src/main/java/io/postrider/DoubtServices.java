package io.postrider;

import io.postrider.config.Settings;
import io.postrider.http.Api;
import io.postrider.job.JobStore;
import io.postrider.message.DoubtApi;
import io.postrider.message.DoubtDecisionStore;
import io.postrider.message.DoubtJobs;
import io.postrider.message.DoubtListStore;
import io.postrider.message.DoubtPolicyStore;
import io.postrider.queue.HintQueue;
import io.postrider.stage.receipt.DoubtKeeper;
import io.postrider.stage.receipt.DoubtVerticle;
import io.postrider.stage.receipt.DoubtWorker;
import io.postrider.store.Database;
import java.time.Clock;
import java.time.Duration;

/** What is about messages in doubt: the operations for people, and what carries out decisions about many. */
final class DoubtServices {
    private static final Duration ABANDONED = Duration.ofMinutes(1);

    private DoubtServices() {}

    static Api api(Database database, JobStore jobs, HintQueue queue) {
        DoubtListStore list = new DoubtListStore(database);
        DoubtDecisionStore hands = new DoubtDecisionStore(database);
        return new DoubtApi(list, hands, new DoubtJobs(database, jobs, list, hands), queue);
    }

    static DoubtVerticle verticle(
            Settings settings, Foundation foundation, JobStore jobs, HintQueue queue, Clock clock) {
        Database database = foundation.stages();
        DoubtListStore list = new DoubtListStore(database);
        DoubtDecisionStore hands = new DoubtDecisionStore(database);
        DoubtJobs doubts = new DoubtJobs(database, jobs, list, hands);
        DoubtWorker worker = new DoubtWorker(doubts, queue, clock, ABANDONED);
        DoubtKeeper keeper = new DoubtKeeper(new DoubtPolicyStore(database), hands, queue, clock);
        return new DoubtVerticle(worker, keeper, queue, settings.sending().sweep());
    }
}
