package io.postrider.stage.receipt;

import io.postrider.message.DoubtAct;
import io.postrider.message.DoubtDecisionStore;
import io.postrider.message.DoubtPolicyStore;
import io.postrider.queue.HintQueue;
import io.postrider.queue.Topic;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends messages in doubt again when the policy of their sender says so, the same way as a person would. */
public final class DoubtKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(DoubtKeeper.class);
    private static final int AT_ONCE = 200;
    private final DoubtPolicyStore policies;
    private final DoubtDecisionStore hands;
    private final HintQueue queue;
    private final Clock clock;
    private volatile boolean stopping;

    public DoubtKeeper(DoubtPolicyStore policies, DoubtDecisionStore hands, HintQueue queue, Clock clock) {
        this.policies = policies;
        this.hands = hands;
        this.queue = queue;
        this.clock = clock;
    }

    /** Does all that is due; what failed is due again at the next look. */
    public Future<Void> look() {
        if (stopping) {
            return Future.succeededFuture();
        }
        return policies.due(clock.instant(), AT_ONCE)
                .compose(this::sendAgain)
                .compose(more -> more ? look() : Future.succeededFuture());
    }

    /** Stops after the sender under way. */
    public void stop() {
        stopping = true;
    }

    /** Says whether there may be more of a sender whose messages could be decided. */
    private Future<Boolean> sendAgain(List<DoubtPolicyStore.Due> all) {
        Future<Boolean> more = Future.succeededFuture(false);
        for (DoubtPolicyStore.Due due : all) {
            more = more.compose(before -> sendAgain(due).map(full -> before || full));
        }
        return more;
    }

    private Future<Boolean> sendAgain(DoubtPolicyStore.Due due) {
        DoubtAct act = DoubtAct.ofPolicy(due.accountId(), clock.instant());
        return hands.decide(act)
                .compose(decision -> hands.handle(act, decision, due.messages()))
                .map(done -> {
                    tell(due, done);
                    return due.messages().size() == AT_ONCE;
                })
                .recover(problem -> {
                    LOG.error(
                            "messages in doubt of sender {} could not be sent again and will be tried again",
                            due.senderId(),
                            problem);
                    return Future.succeededFuture(false);
                });
    }

    private void tell(DoubtPolicyStore.Due due, DoubtDecisionStore.Done done) {
        if (!done.done().isEmpty()) {
            LOG.info(
                    "{} messages in doubt are sent again by the policy of sender {}",
                    done.done().size(),
                    due.senderId());
        }
        done.senders().forEach(sender -> queue.hint(Topic.MESSAGES_READY, sender));
        done.runs().forEach(run -> queue.hint(Topic.RUN_CHANGED, run));
    }
}
