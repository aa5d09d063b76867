package io.postrider.resource;

import io.postrider.profile.ProfileDatabase;
import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Checks that profiles of a database may subscribe to a resource in a channel, before anything is written. */
public final class SubscribableResources {
    private final ResourceStore resources;

    public SubscribableResources(ResourceStore resources) {
        this.resources = resources;
    }

    /** Refuses a resource that is unknown, does not use the database, or lacks the channel. */
    public Future<Void> check(ProfileDatabase database, long resourceId, String channel) {
        return resources.get(database.accountId(), resourceId).compose(resource -> {
            if (!resource.databaseIds().contains(database.id())) {
                return Future.failedFuture(Refusal.of(
                        ResourceReason.DATABASE_NOT_OF_RESOURCE,
                        Map.of("resource", resource.name(), "database", database.name())));
            }
            if (!resource.callerIds().containsKey(channel)) {
                return Future.failedFuture(Refusal.of(
                        ResourceReason.WITHOUT_CHANNEL, Map.of("resource", resource.name(), "channel", channel)));
            }
            return Future.succeededFuture();
        });
    }

    /** Checks all of a batch, each pair of resource and channel once. */
    Future<Void> check(ProfileDatabase database, Collection<ProfileChange> changes) {
        record Target(long resourceId, String channel) {}
        List<Target> targets = changes.stream()
                .flatMap(change -> change.subscriptions().stream())
                .map(each -> new Target(each.resourceId(), each.channel()))
                .distinct()
                .collect(Collectors.toList());
        Future<Void> checked = Future.succeededFuture();
        for (Target target : targets) {
            checked = checked.compose(fine -> check(database, target.resourceId(), target.channel()));
        }
        return checked;
    }
}
