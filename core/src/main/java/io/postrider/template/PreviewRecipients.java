package io.postrider.template;

import io.postrider.profile.DatabaseStore;
import io.postrider.profile.Profile;
import io.postrider.profile.ProfileDatabase;
import io.postrider.profile.ProfileStore;
import io.postrider.profile.Step;
import io.postrider.resource.Audience;
import io.postrider.resource.Recipient;
import io.postrider.resource.RecipientStore;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds people to preview a template with: subscribers of a resource, or without a resource all profiles of a database. */
public final class PreviewRecipients {
    /** The number that stands for no resource. */
    static final long NO_RESOURCE = 0;

    private final DatabaseStore databases;
    private final ProfileStore profiles;
    private final RecipientStore recipients;

    public PreviewRecipients(DatabaseStore databases, ProfileStore profiles, RecipientStore recipients) {
        this.databases = databases;
        this.profiles = profiles;
        this.recipients = recipients;
    }

    /** The database, or a refusal. */
    Future<ProfileDatabase> database(long account, long id) {
        return databases.get(account, id);
    }

    /** Databases of an account, at most {@code limit}. */
    Future<List<ProfileDatabase>> databases(long account, int limit) {
        return databases.page(account, 0, "", limit);
    }

    /** The given profile or its neighbour; the next one of 0 is the first. */
    Future<Optional<Recipient>> somebody(Audience audience, long profileId, Step step) {
        if (audience.resourceId() != NO_RESOURCE) {
            return recipients.somebody(audience, profileId, step);
        }
        return databases
                .get(audience.accountId(), audience.databaseId())
                .compose(database -> profiles.at(database, profileId, step))
                .map(found -> found.map(PreviewRecipients::recipient));
    }

    /**
     * Somebody.
     *
     * @param luck from 0 to 1
     */
    Future<Optional<Recipient>> anybody(Audience audience, double luck) {
        return databases
                .get(audience.accountId(), audience.databaseId())
                .compose(database -> Future.all(
                                profiles.newest(database, Long.MAX_VALUE, 1), profiles.at(database, 0, Step.NEXT))
                        .compose(ends -> {
                            List<Profile> newest = ends.resultAt(0);
                            Optional<Profile> oldest = ends.resultAt(1);
                            if (newest.isEmpty() || oldest.isEmpty()) {
                                return Future.succeededFuture(Optional.empty());
                            }
                            long first = oldest.get().id();
                            long before =
                                    first - 1 + (long) (luck * (newest.get(0).id() - first + 1));
                            return somebody(audience, before, Step.NEXT)
                                    .compose(found -> found.isPresent()
                                            ? Future.succeededFuture(found)
                                            : somebody(audience, 0, Step.NEXT));
                        }));
    }

    /** The next of everybody; {@code last} is the last one of the page before, null for the first page. */
    Future<List<Recipient>> page(Audience audience, @Nullable Recipient last, int limit) {
        if (audience.resourceId() != NO_RESOURCE) {
            return recipients.inRange(audience, Long.MIN_VALUE, Long.MAX_VALUE, last, limit);
        }
        long before = last == null ? Long.MAX_VALUE : last.profileId();
        return databases
                .get(audience.accountId(), audience.databaseId())
                .compose(database -> profiles.newest(database, before, limit))
                .map(page -> page.stream().map(PreviewRecipients::recipient).toList());
    }

    /** Without a subscription, a message would go to the first phone. */
    private static Recipient recipient(Profile profile) {
        Map<String, Object> values = new HashMap<>(profile.values());
        values.put("_id", Long.toString(profile.id()));
        String phone = values.get("phones") instanceof List<?> phones && !phones.isEmpty()
                ? String.valueOf(phones.get(0))
                : "";
        return new Recipient(0, profile.id(), 0, phone, 0, values);
    }
}
