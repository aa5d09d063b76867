package io.postrider.resource;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postrider.job.Job;
import io.postrider.job.JobReason;
import io.postrider.job.JobState;
import io.postrider.job.JobStep;
import io.postrider.job.JobStore;
import io.postrider.job.RejectedRow;
import io.postrider.profile.DatabaseStore;
import io.postrider.profile.FieldType;
import io.postrider.profile.Profile;
import io.postrider.profile.ProfileDatabase;
import io.postrider.profile.ProfileField;
import io.postrider.profile.ProfileReason;
import io.postrider.profile.ProfileStore;
import io.postrider.refusal.Refusal;
import io.postrider.resource.RowOutcome.Result;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class ProfileBatchStoreTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private final ProfileBatchStore batches;
    private final ProfileStore profiles;
    private final SubscriptionStore subscriptions;
    private final JobStore jobs;
    private final ProfileDatabase database;
    private final Resource resource;

    ProfileBatchStoreTest(Database sql, Ids ids, TestInfo test) {
        batches = new ProfileBatchStore(sql, ids, Clock.fixed(NOW, ZoneOffset.UTC));
        profiles = new ProfileStore(sql);
        subscriptions = new SubscriptionStore(sql);
        jobs = new JobStore(sql, ids);
        List<ProfileField> fields = List.of(
                new ProfileField("card", "Card", FieldType.TEXT, false, true, List.of()),
                new ProfileField("points", "Points", FieldType.INTEGER, false, false, List.of()));
        String name = test.getDisplayName();
        database = await(new DatabaseStore(sql, ids).create(new ProfileDatabase(1, 0, name, "US", fields, 1, NOW)));
        resource = await(new ResourceStore(sql, ids)
                .create(new Resource(1, 0, name, "", "", Map.of("sms", "Shop"), List.of(database.id()), 1, NOW)));
    }

    @BeforeEach
    void theDatabaseIsEmpty() {
        assertThat(await(profiles.count(1, database.id()))).isZero();
    }

    @Test
    void aNewPersonIsWrittenWithAllValuesAndFoundAgainByItsKeys() {
        Map<String, Object> values = Map.of(
                "email",
                "Ann@Example.com",
                "phones",
                List.of("18089881858", "79161234567"),
                "_fname",
                "Ann",
                "_bdate",
                LocalDate.of(1990, 5, 17),
                "_regdate",
                NOW,
                "_status",
                3L,
                "card",
                "C1",
                "points",
                12L);

        BatchOutcome added = write(row(1, List.of(), values));
        long id = added.rows().get(0).profileId();

        assertThat(await(profiles.get(database, id)).values()).isEqualTo(values);
        for (MatchKey key : List.of(
                new MatchKey("email", "ann@example.com"), new MatchKey("phones", "79161234567"),
                new MatchKey("card", "C1"), new MatchKey("_id", Long.toString(id)))) {
            BatchOutcome again = write(row(1, List.of(key), Map.of("_lname", "by " + key.field())));
            assertThat(again.rows()).containsExactly(new RowOutcome(1, Result.UPDATED, id, null));
        }
        Profile updated = await(profiles.get(database, id));
        assertThat(updated.values()).containsEntry("_lname", "by _id").containsEntry("points", 12L);
        assertThat(updated.version()).isEqualTo(5);
    }

    @Test
    void aLaterRowOfTheSameBatchUpdatesThePersonThatAnEarlierOneAdded() {
        BatchOutcome outcome = write(
                card(1, "A", Map.of("_fname", "Ann", "points", 1L)),
                card(2, "B", Map.of("_fname", "Bob")),
                card(3, "A", Map.of("points", 2L)));

        assertThat(outcome.rows())
                .extracting(RowOutcome::result)
                .containsExactly(Result.ADDED, Result.ADDED, Result.UPDATED);
        Profile ann = await(profiles.get(database, outcome.rows().get(0).profileId()));
        assertThat(ann.values()).containsEntry("_fname", "Ann").containsEntry("points", 2L);
        assertThat(await(profiles.count(1, database.id()))).isEqualTo(2);
    }

    @Test
    void ofSeveralHitsTheOldestProfileIsUpdated() {
        BatchOutcome twins = write(
                row(1, List.of(), Map.of("phones", List.of("18089881858"))),
                row(2, List.of(), Map.of("phones", List.of("18089881858"))));

        BatchOutcome outcome = write(row(1, List.of(new MatchKey("phones", "18089881858")), Map.of("_fname", "Ann")));

        assertThat(outcome.rows().get(0).profileId())
                .isEqualTo(twins.rows().get(0).profileId())
                .isLessThan(twins.rows().get(1).profileId());
    }

    @Test
    void aPhoneAlsoFindsWhoIsSubscribedWithIt() {
        long id = write(row(1, List.of(), Map.of("_fname", "Ann"), sms("18089881858", null)))
                .rows()
                .get(0)
                .profileId();

        BatchOutcome outcome = write(row(1, List.of(new MatchKey("phones", "18089881858")), Map.of("_lname", "Lee")));

        assertThat(outcome.rows()).containsExactly(new RowOutcome(1, Result.UPDATED, id, null));
    }

    @Test
    void modesSkipWhoIsThereOrWhoIsNot() {
        write(card(1, "A", Map.of("_fname", "Ann")));

        BatchOutcome onlyAdd = write(WriteMode.ONLY_ADD, card(1, "A", Map.of("_fname", "X")), card(2, "B", Map.of()));
        BatchOutcome onlyUpdate =
                write(WriteMode.ONLY_UPDATE, card(1, "A", Map.of("_lname", "Lee")), card(2, "C", Map.of()));

        assertThat(onlyAdd.rows()).extracting(RowOutcome::result).containsExactly(Result.SKIPPED, Result.ADDED);
        assertThat(onlyUpdate.rows()).extracting(RowOutcome::result).containsExactly(Result.UPDATED, Result.SKIPPED);
        assertThat(await(profiles.get(database, onlyUpdate.rows().get(0).profileId()))
                        .values())
                .containsEntry("_fname", "Ann")
                .containsEntry("_lname", "Lee");
    }

    @Test
    void anImportNeverBringsBackWhoHasOptedOutButAGivenStatusIsWritten() {
        long id = write(card(1, "A", Map.of(), sms("18089881858", null)))
                .rows()
                .get(0)
                .profileId();
        Subscription first =
                await(subscriptions.ofProfile(1, database.id(), id)).get(0);
        await(subscriptions.change(1, first.id(), 1, SubscriptionStatus.UNSUBSCRIBED, null, NOW));

        BatchOutcome again = write(card(1, "A", Map.of(), sms("18089881858", null)));
        assertThat(again.subscribed()).isZero();
        assertThat(await(subscriptions.get(1, first.id())).status()).isEqualTo(SubscriptionStatus.UNSUBSCRIBED);

        write(card(1, "A", Map.of(), sms("18089881858", SubscriptionStatus.SUBSCRIBED)));
        assertThat(await(subscriptions.ofProfile(1, database.id(), id)))
                .singleElement()
                .satisfies(one -> assertThat(one.status()).isEqualTo(SubscriptionStatus.SUBSCRIBED));
    }

    @Test
    void aStaleVersionAndAnUnknownIdAreRejectedAndTheOtherRowsWritten() {
        long id = write(card(1, "A", Map.of())).rows().get(0).profileId();
        List<MatchKey> byId = List.of(new MatchKey("_id", Long.toString(id)));

        BatchOutcome outcome = write(
                new ProfileChange(1, byId, 9, Map.of("_fname", "X"), Set.of(), List.of()),
                row(2, List.of(new MatchKey("_id", "1")), Map.of()),
                new ProfileChange(3, byId, 1, Map.of("_fname", "Ann"), Set.of("card"), List.of()));

        assertThat(outcome.rows())
                .extracting(row -> row.refusal() == null ? null : row.refusal().reason())
                .containsExactly(ProfileReason.STALE, ProfileReason.NOT_FOUND, null);
        assertThat(await(profiles.get(database, id)).values()).isEqualTo(Map.of("_fname", "Ann", "_status", 0L));
        assertThat(write(card(1, "A", Map.of())).count(Result.ADDED)).isEqualTo(1);
    }

    @Test
    void theJobsProgressIsWrittenWithTheRowsOrNeither() {
        await(jobs.create(1, "test-import", Map.of("file", "x"), 1, NOW));
        Job job = await(jobs.claim("test-import", NOW, NOW.minusSeconds(10), Set.of()))
                .orElseThrow();
        RejectedRow rejected = new RejectedRow(
                7, "phone-invalid", Map.of("value", "8\0"), "No phone.", true, List.of("=1+1", "\\u0000 a\0b", "\"\n"));
        ProfileBatch batch = new ProfileBatch(database, WriteMode.ADD_AND_UPDATE, List.of(card(1, "A", Map.of())));

        await(batches.write(batch, outcome -> new JobStep(job, 55, Map.of("added", 1L), List.of(rejected))));
        Job taken = await(jobs.claim("test-import", NOW.plusSeconds(60), NOW.plusSeconds(3600), Set.of()))
                .orElseThrow();
        ProfileBatch next = new ProfileBatch(database, WriteMode.ADD_AND_UPDATE, List.of(card(1, "B", Map.of())));

        assertThat(taken.position()).isEqualTo(55);
        assertThat(taken.progress()).containsEntry("added", 1L);
        assertThat(await(jobs.rejected(1, job.id(), 0, 10)).get(0).cells())
                .containsExactly("=1+1", "\\u0000 a\ufffdb", "\"\n");
        assertThatThrownBy(() ->
                        await(batches.write(next, outcome -> new JobStep(job, 77, Map.of("added", 2L), List.of()))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(JobReason.TAKEN_OVER));
        assertThat(await(profiles.count(1, database.id()))).isEqualTo(1);
        await(jobs.end(taken, JobState.FINISHED, null, NOW));
        assertThat(await(jobs.get(1, job.id())).state()).isEqualTo(JobState.FINISHED);
    }

    @Test
    void twoBatchesAtOnceAddAPersonOnce() {
        List<io.vertx.core.Future<BatchOutcome>> both = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            both.add(batches.write(new ProfileBatch(
                    database, WriteMode.ADD_AND_UPDATE, List.of(card(1, "A", Map.of("_fname", "Ann"))))));
        }
        both.forEach(TestDatabase::await);

        assertThat(await(profiles.count(1, database.id()))).isEqualTo(1);
    }

    @Test
    void aDeletedPersonLeavesNothingBehind() {
        long id = write(card(1, "A", Map.of(), sms("18089881858", null)))
                .rows()
                .get(0)
                .profileId();

        assertThatThrownBy(() -> await(batches.delete(database, id, 9))).isInstanceOf(Refusal.class);
        await(batches.delete(database, id, 1));

        assertThat(await(subscriptions.ofProfile(1, database.id(), id))).isEmpty();
        assertThat(write(card(1, "A", Map.of())).count(Result.ADDED)).isEqualTo(1);
    }

    private BatchOutcome write(ProfileChange... changes) {
        return write(WriteMode.ADD_AND_UPDATE, changes);
    }

    private BatchOutcome write(WriteMode mode, ProfileChange... changes) {
        return await(batches.write(new ProfileBatch(database, mode, List.of(changes))));
    }

    private NewSubscription sms(String phone, @org.jspecify.annotations.Nullable SubscriptionStatus status) {
        return new NewSubscription(resource.id(), "sms", phone, status, 0, "api", null, null, null);
    }

    private static ProfileChange card(
            long line, String card, Map<String, Object> values, NewSubscription... subscriptions) {
        Map<String, Object> all = new java.util.HashMap<>(values);
        all.put("card", card);
        return row(line, List.of(new MatchKey("card", card)), all, subscriptions);
    }

    private static ProfileChange row(
            long line, List<MatchKey> keys, Map<String, Object> values, NewSubscription... subscriptions) {
        return new ProfileChange(line, keys, null, values, Set.of(), List.of(subscriptions));
    }
}
