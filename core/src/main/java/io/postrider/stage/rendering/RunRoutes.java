package io.postrider.stage.rendering;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.postrider.mailing.Run;
import io.postrider.mailing.RunStore;
import io.postrider.sender.DutyStore;
import io.postrider.sender.route.NumberPlan;
import io.postrider.sender.route.RoutePlan;
import io.postrider.sender.route.RouteSender;
import io.postrider.sender.route.Router;
import io.postrider.sender.route.Standing;
import io.postrider.sender.route.Standings;
import io.postrider.sender.route.VirtualSenderStore;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows by which senders a run's next chunk may go: the rules as the run opened with them, the senders as they stand now. */
public final class RunRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(RunRoutes.class);
    private static final int KEPT = 100;
    private final RunStore runs;
    private final VirtualSenderStore senders;
    private final DutyStore duties;
    private final Standings standings;
    private final NumberPlan numbers;
    private final Cache<Long, RoutePlan> plans =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    public RunRoutes(
            RunStore runs, VirtualSenderStore senders, DutyStore duties, Standings standings, NumberPlan numbers) {
        this.runs = runs;
        this.senders = senders;
        this.duties = duties;
        this.standings = standings;
        this.numbers = numbers;
    }

    /** The routes of the next chunks of runs, by their ids; without those of a run whose rules cannot be read. */
    Future<Map<Long, ChunkRoutes>> of(List<Run> open) {
        return open.isEmpty()
                ? Future.succeededFuture(Map.of())
                : duties.leaving().compose(leaving -> of(open, leaving));
    }

    private Future<Map<Long, ChunkRoutes>> of(List<Run> open, Set<Long> leaving) {
        Map<Long, ChunkRoutes> routes = new HashMap<>();
        return Future.join(open.stream()
                        .map(run -> of(run, leaving)
                                .onSuccess(way -> routes.put(run.id(), way))
                                .onFailure(
                                        problem -> LOG.error("nothing of run {} can be rendered", run.id(), problem)))
                        .toList())
                .map(all -> routes)
                .otherwise(routes);
    }

    private Future<ChunkRoutes> of(Run run, Set<Long> leaving) {
        return run.isRouted()
                ? plan(run).compose(plan -> now(run, plan, leaving))
                : Future.succeededFuture(ChunkRoutes.oneSender(run, leaving.contains(run.senderId())));
    }

    private Future<ChunkRoutes> now(Run run, RoutePlan plan, Set<Long> leaving) {
        List<Long> ids = plan.senders().stream().map(RouteSender::id).toList();
        return senders.senders(run.accountId(), ids).map(found -> {
            Map<Long, Standing> standing = found.stream().collect(Collectors.toMap(RouteSender::id, standings::of));
            return ChunkRoutes.byRules(
                    run,
                    plan,
                    new Router(plan.rules(), numbers),
                    standing,
                    plan.closedBy(leaving).isPresent());
        });
    }

    private Future<RoutePlan> plan(Run run) {
        RoutePlan known = plans.getIfPresent(run.id());
        return known == null
                ? runs.route(run)
                        .map(found -> found.orElseThrow(RunRoutes::noRules))
                        .onSuccess(plan -> plans.put(run.id(), plan))
                : Future.succeededFuture(known);
    }

    private static IllegalStateException noRules() {
        return new IllegalStateException("the rules of its virtual sender are missing");
    }
}
