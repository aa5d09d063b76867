package io.postrider.resource;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.profile.DatabaseStore;
import io.postrider.profile.FieldType;
import io.postrider.profile.PhoneNumbers;
import io.postrider.profile.Profile;
import io.postrider.profile.ProfileDatabase;
import io.postrider.profile.ProfileField;
import io.postrider.profile.ProfileOrder;
import io.postrider.profile.ProfilePlace;
import io.postrider.profile.ProfileSearchStore;
import io.postrider.profile.SearchWords;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
final class ProfileListTest {
    private static final AtomicInteger NAMES = new AtomicInteger();
    private final Database sql;
    private final ProfileBatchStore batches;
    private final ProfileSearchStore list;
    private final DatabaseStore databases;
    private ProfileDatabase database;

    ProfileListTest(Database sql, Ids ids) {
        this.sql = sql;
        batches = new ProfileBatchStore(sql, ids, Clock.systemUTC());
        list = new ProfileSearchStore(sql, new PhoneNumbers());
        databases = new DatabaseStore(sql, ids);
        database = new ProfileDatabase(1, 0, "none", "", List.of(), 1, Instant.EPOCH);
    }

    @BeforeEach
    void make() {
        ProfileField card = new ProfileField("card", "Card", FieldType.TEXT, false, true, List.of());
        database = await(databases.create(
                new ProfileDatabase(1, 0, "List " + NAMES.incrementAndGet(), "RU", List.of(card), 1, Instant.EPOCH)));
    }

    @Test
    void aPersonIsFoundByAnyPartOfAPhoneHoweverItIsTyped() {
        add(Map.of("_fname", "Ann", "phones", List.of("79035550123")));
        add(Map.of("_fname", "Bob", "phones", List.of("18089881858")));

        for (String typed : List.of("+7 903", "8 (903) 555-01", "0123", "5550", "903 555 01 23", "55", "8903")) {
            assertThat(names(typed, ProfileOrder.NEWEST)).as(typed).containsExactly("Ann");
        }
        for (String typed : List.of("(808) 988-1858", "+1 808", "988", "1858", "808.988")) {
            assertThat(names(typed, ProfileOrder.NEWEST)).as(typed).containsExactly("Bob");
        }
        assertThat(names("5555", ProfileOrder.NEWEST)).isEmpty();
        assertThat(names("0321", ProfileOrder.NEWEST)).isEmpty();
    }

    @Test
    void aPersonIsFoundByBeginningsOfWordsWithoutRegardToCapitalsAndAccents() {
        add(Map.of("_fname", "Семён", "_lname", "Ёлкин", "email", "s.elkin@mail.ru", "card", "BP-19/7"));
        add(Map.of("_fname", "José", "_lname", "O'Brien"));

        for (String typed : List.of("семен", "ЕЛКИН", "ёлк сем", "s.elk", "elkin@mail", "bp-19")) {
            assertThat(names(typed, ProfileOrder.NEWEST)).as(typed).containsExactly("Семён");
        }
        assertThat(names("jose brien", ProfileOrder.NEWEST)).containsExactly("José");
        assertThat(names("rien", ProfileOrder.NEWEST)).isEmpty();
        assertThat(names("!!", ProfileOrder.NEWEST)).isEmpty();
    }

    @Test
    void aPersonIsFoundByWhatIsTrueNowAndNotByWhatWas() {
        long id = add(Map.of("_fname", "Maria", "phones", List.of("79035550123")));
        await(batches.write(new ProfileBatch(
                database,
                WriteMode.ONLY_UPDATE,
                List.of(new ProfileChange(
                        1,
                        List.of(MatchKey.of(MatchKey.ID, id)),
                        null,
                        Map.of("_fname", "Masha"),
                        Set.of("phones"),
                        List.of())))));

        assertThat(names("masha", ProfileOrder.NEWEST)).containsExactly("Masha");
        assertThat(names("maria", ProfileOrder.NEWEST)).isEmpty();
        assertThat(names("0123", ProfileOrder.NEWEST)).isEmpty();
    }

    @Test
    void everyOrderIsReadPageByPageWithoutLosingOrRepeatingAnybody() {
        for (String name : List.of("Bob", "Ann", "Ёж", "ann", "Яна", "")) {
            add(name.isEmpty() ? Map.of("card", "x") : Map.of("_fname", name));
        }
        assertThat(paged("", ProfileOrder.NEWEST)).containsExactly("", "Яна", "ann", "Ёж", "Ann", "Bob");
        assertThat(paged("", ProfileOrder.OLDEST)).containsExactly("Bob", "Ann", "Ёж", "ann", "Яна", "");
        assertThat(paged("", ProfileOrder.NAME)).containsExactly("Ann", "ann", "Bob", "Ёж", "Яна", "");
        assertThat(paged("", ProfileOrder.NAME_BACKWARDS)).containsExactly("", "Яна", "Ёж", "Bob", "ann", "Ann");
        assertThat(paged("ann", ProfileOrder.NAME)).containsExactly("Ann", "ann");
        assertThat(paged("ann", ProfileOrder.NEWEST)).containsExactly("ann", "Ann");
    }

    @Test
    void whoStandsFarFromTheBeginningOfTheListIsFoundAllTheSame() {
        add(Map.of("_fname", "Rare", "phones", List.of("79035550123")));
        List<ProfileChange> crowd = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            crowd.add(new ProfileChange(i, List.of(), null, Map.of("_fname", "Crowd " + i), Set.of(), List.of()));
        }
        await(batches.write(new ProfileBatch(database, WriteMode.ADD_AND_UPDATE, crowd)));

        assertThat(names("rare", ProfileOrder.NEWEST)).containsExactly("Rare");
        assertThat(names("7777", ProfileOrder.NAME_BACKWARDS)).isEmpty();
        assertThat(names("5550", ProfileOrder.NAME)).containsExactly("Rare");
        assertThat(names("crowd", ProfileOrder.NEWEST)).hasSize(4).first().isEqualTo("Crowd 2499");
        assertThat(await(databases.counts(1, List.of(database.id())))).containsEntry(database.id(), 2_501L);
    }

    @Test
    void everyOrderAndTheSearchHaveAnIndex() {
        String listed = "select id from profile where account_id = 1 and database_id = 1 and ";
        assertThat(plan(listed + "id < 9 order by id desc limit 5"))
                .contains("profile_pkey")
                .doesNotContain("Sort");
        assertThat(plan(listed + "(sort_name, id) > ('a', 1) order by sort_name, id limit 5"))
                .contains("profile_name")
                .doesNotContain("Sort");
        assertThat(plan("(generic_plan) " + ProfileBatchStore.BY_KEY)).contains("profile_key_pkey");
        assertThat(plan("select id from profile where search @@ '''ann'':*'::tsquery"))
                .contains("profile_search");
    }

    private String plan(String query) {
        List<String> lines = new ArrayList<>();
        await(sql.inTransaction(connection -> connection
                .query("set local enable_seqscan = off")
                .execute()
                .compose(set -> connection.query("explain " + query).execute())
                .onSuccess(rows -> rows.forEach(row -> lines.add(row.getString(0))))));
        return String.join("\n", lines);
    }

    private long add(Map<String, Object> values) {
        ProfileChange change = new ProfileChange(1, List.of(), null, values, Set.of(), List.of());
        return await(batches.write(new ProfileBatch(database, WriteMode.ADD_AND_UPDATE, List.of(change))))
                .rows()
                .get(0)
                .profileId();
    }

    private List<String> names(String typed, ProfileOrder order) {
        return await(list.page(
                        database, typed, order, ProfilePlace.of("", order).orElseThrow(), 4))
                .stream()
                .map(ProfileListTest::name)
                .toList();
    }

    private List<String> paged(String typed, ProfileOrder order) {
        List<String> names = new ArrayList<>();
        String cursor = "";
        while (true) {
            ProfilePlace after = ProfilePlace.of(cursor, order).orElseThrow();
            List<Profile> page = await(list.page(database, typed, order, after, 2));
            page.forEach(profile -> names.add(name(profile)));
            if (page.size() < 2) {
                return names;
            }
            cursor = SearchWords.behind(page.get(1)).cursor();
        }
    }

    private static String name(Profile profile) {
        return String.valueOf(profile.values().getOrDefault("_fname", ""));
    }
}
