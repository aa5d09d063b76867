package io.postrider.sender.route;

import io.vertx.core.Future;

/** Chooses the sender of a message that belongs to no mailing. */
public final class LoneRoutes {
    private final VirtualSenderStore store;
    private final Standings standings;
    private final NumberPlan numbers;

    public LoneRoutes(VirtualSenderStore store, Standings standings, NumberPlan numbers) {
        this.store = store;
        this.standings = standings;
        this.numbers = numbers;
    }

    /**
     * A choice with the rules that made it.
     *
     * @param callerId from whom the message comes; empty if neither rule nor sender says
     */
    public record Way(RoutePlan plan, RouteChoice choice, long senderId, String callerId) {}

    /** Where a message to a phone goes by the rules of a virtual sender, with no caller ID of its own. */
    public Future<Way> choose(long account, long virtualSender, String contact) {
        return store.get(account, virtualSender)
                .compose(virtual -> store.senders(account, virtual.senders())
                        .map(senders ->
                                way(new RoutePlan(virtual.id(), virtual.name(), virtual.rules(), senders), contact)));
    }

    private Way way(RoutePlan plan, String contact) {
        Router router = new Router(plan.rules(), numbers);
        RouteChoice choice = router.choose(
                router.rule(contact, ""),
                Shares.alone(0, Long.parseLong(contact)),
                id -> plan.sender(id).map(standings::of).orElse(Standing.DOWN));
        RouteTarget target = plan.taken(choice);
        return new Way(plan, choice, target.senderId(), plan.callerId(target, ""));
    }
}
