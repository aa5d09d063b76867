package io.postrider.resource;

import io.postrider.profile.Profile;
import io.postrider.profile.ProfileDatabase;
import io.postrider.profile.ProfileField;
import io.postrider.profile.ProfileReason;
import io.postrider.refusal.Reason;
import io.postrider.refusal.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides what each row of a batch does, in order and without SQL: a row may meet a profile that is stored, or one that an earlier
 * row of the same batch has made.
 */
final class BatchResolution {
    private final ProfileBatch batch;
    private final Map<MatchKey, Long> stored;
    private final Map<Long, Profile> existing;
    private final LongSupplier numbers;
    private final Map<Long, Draft> drafts = new LinkedHashMap<>();
    private final Map<MatchKey, Draft> byKey = new HashMap<>();
    private final Map<SubscriptionKey, Wanted> subscriptions = new LinkedHashMap<>();
    private final List<RowOutcome> outcomes = new ArrayList<>();

    /** A profile as it shall be; {@code before} is null for a new one. */
    static final class Draft {
        final long id;
        final @Nullable Profile before;
        final Map<String, Object> values;

        Draft(long id, @Nullable Profile before) {
            this.id = id;
            this.before = before;
            this.values = before == null ? new HashMap<>() : new HashMap<>(before.values());
        }

        boolean isChanged() {
            return before != null && !values.equals(before.values());
        }
    }

    /** A subscription of a profile that the batch is sure of. */
    record Wanted(long profileId, NewSubscription subscription) {}

    private record SubscriptionKey(long resourceId, String channel, String contact, long profileId) {}

    /**
     * @param stored the oldest profile in the database under each key of the batch
     * @param existing those profiles, by id
     * @param numbers ids for new profiles
     */
    BatchResolution(ProfileBatch batch, Map<MatchKey, Long> stored, Map<Long, Profile> existing, LongSupplier numbers) {
        this.batch = batch;
        this.stored = stored;
        this.existing = existing;
        this.numbers = numbers;
        batch.changes().forEach(change -> outcomes.add(resolve(change)));
    }

    List<RowOutcome> outcomes() {
        return outcomes;
    }

    List<Draft> added() {
        return drafts.values().stream().filter(draft -> draft.before == null).toList();
    }

    List<Draft> changed() {
        return drafts.values().stream().filter(Draft::isChanged).toList();
    }

    Collection<Wanted> subscriptions() {
        return subscriptions.values();
    }

    private RowOutcome resolve(ProfileChange change) {
        Draft found = find(change);
        if (found == null) {
            return asNew(change);
        }
        if (batch.mode() == WriteMode.ONLY_ADD) {
            return new RowOutcome(change.line(), RowOutcome.Result.SKIPPED, found.id, null);
        }
        if (change.version() != null && found.before != null && found.before.version() != change.version()) {
            return rejected(change, ProfileReason.STALE, Map.of());
        }
        for (ProfileField field : required()) {
            if (change.cleared().contains(field.name())) {
                return rejected(change, ProfileReason.REQUIRED, Map.of("field", field.name()));
            }
        }
        apply(change, found);
        return new RowOutcome(change.line(), RowOutcome.Result.UPDATED, found.id, null);
    }

    private RowOutcome asNew(ProfileChange change) {
        boolean byId = change.keys().stream().anyMatch(key -> key.field().equals(MatchKey.ID));
        if (byId) {
            return rejected(change, ProfileReason.NOT_FOUND, Map.of());
        }
        if (batch.mode() == WriteMode.ONLY_UPDATE) {
            return new RowOutcome(change.line(), RowOutcome.Result.SKIPPED, 0, null);
        }
        for (ProfileField field : required()) {
            if (!change.values().containsKey(field.name())) {
                return rejected(change, ProfileReason.REQUIRED, Map.of("field", field.name()));
            }
        }
        Draft made = new Draft(numbers.getAsLong(), null);
        drafts.put(made.id, made);
        apply(change, made);
        return new RowOutcome(change.line(), RowOutcome.Result.ADDED, made.id, null);
    }

    private List<ProfileField> required() {
        ProfileDatabase database = batch.database();
        return database.fields().stream().filter(ProfileField::required).toList();
    }

    private static RowOutcome rejected(ProfileChange change, Reason reason, Map<String, String> parameters) {
        return new RowOutcome(change.line(), RowOutcome.Result.REJECTED, 0, Refusal.of(reason, parameters));
    }

    private @Nullable Draft find(ProfileChange change) {
        for (MatchKey key : change.keys()) {
            Long id = stored.get(key);
            Profile profile = id == null ? null : existing.get(id);
            if (profile != null) {
                return drafts.computeIfAbsent(profile.id(), ignored -> new Draft(profile.id(), profile));
            }
            Draft earlier = byKey.get(key);
            if (earlier != null) {
                return earlier;
            }
        }
        return null;
    }

    private void apply(ProfileChange change, Draft draft) {
        change.cleared().forEach(draft.values::remove);
        draft.values.putAll(change.values());
        change.keys().forEach(key -> byKey.putIfAbsent(key, draft));
        ProfileKeys.of(batch.database(), draft.values).forEach(key -> byKey.putIfAbsent(key, draft));
        for (NewSubscription subscription : change.subscriptions()) {
            subscriptions.put(
                    new SubscriptionKey(
                            subscription.resourceId(), subscription.channel(), subscription.contact(), draft.id),
                    new Wanted(draft.id, subscription));
        }
    }
}
