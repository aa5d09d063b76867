package io.postrider.stage.scheduling;

import io.postrider.mailing.Run;
import io.postrider.mailing.RunStore;
import io.postrider.sender.Sender;
import io.postrider.sender.SenderStore;
import io.postrider.sender.route.RoutePlan;
import io.postrider.sender.route.RouteRule;
import io.postrider.sender.route.RouteTarget;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Knows how fast a run can be sent, by the limits that people gave to it and to its senders. */
final class RunSpeed {
    private static final double WHOLE = 100;
    private final RunStore runs;
    private final SenderStore senders;

    RunSpeed(RunStore runs, SenderStore senders) {
        this.runs = runs;
        this.senders = senders;
    }

    /** Its limits in messages or parts a second, of which the lowest counts; empty if there is none. */
    Future<List<Double>> limits(Run run) {
        return (run.isRouted() ? ofRoutes(run) : ofSender(run)).map(found -> {
            List<Double> limits = new ArrayList<>(found);
            if (run.messagesPerSecond() != null) {
                limits.add(run.messagesPerSecond().doubleValue());
            }
            return limits;
        });
    }

    private Future<List<Double>> ofSender(Run run) {
        return senders.get(run.accountId(), run.senderId()).map(RunSpeed::of);
    }

    private Future<List<Double>> ofRoutes(Run run) {
        return runs.route(run).compose(found -> {
            if (found.isEmpty()) {
                return Future.succeededFuture(List.of());
            }
            RoutePlan plan = found.get();
            Map<Long, Sender> known = new HashMap<>();
            return Future.all(plan.senders().stream()
                            .map(one -> senders.find(run.accountId(), one.id())
                                    .onSuccess(sender -> sender.ifPresent(now -> known.put(now.id(), now))))
                            .toList())
                    .map(all -> of(plan, known));
        });
    }

    /**
     * The limits of a virtual sender, as if all people fell under the same rule: a sender with half of a rule's messages lets the
     * rule go twice as fast as itself. A sender that only stands in for others limits nothing.
     */
    static List<Double> of(RoutePlan plan, Map<Long, Sender> senders) {
        List<Double> limits = new ArrayList<>();
        for (RouteRule rule : plan.rules()) {
            for (RouteTarget target : rule.targets()) {
                Sender sender = senders.get(target.senderId());
                if (sender != null && target.percent() > 0) {
                    of(sender).forEach(limit -> limits.add(limit * WHOLE / target.percent()));
                }
            }
        }
        return limits;
    }

    private static List<Double> of(Sender sender) {
        List<Double> limits = new ArrayList<>();
        if (sender.messagesPerSecond() != null) {
            limits.add(sender.messagesPerSecond());
        }
        if (sender.partsPerSecond() != null) {
            limits.add(sender.partsPerSecond());
        }
        return limits;
    }
}
