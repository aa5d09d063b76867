package io.postrider.mailing;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.http.HttpClientOfTests;
import io.postrider.http.HttpFixture;
import io.postrider.plugin.api.Channel;
import io.postrider.plugin.api.Composition;
import io.postrider.plugin.api.Encoding;
import io.postrider.profile.DatabaseStore;
import io.postrider.profile.ProfileStore;
import io.postrider.resource.AudienceStore;
import io.postrider.resource.RecipientStore;
import io.postrider.sender.SenderStore;
import io.postrider.sender.price.PriceStore;
import io.postrider.sender.route.NumberPlan;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.SecretBox;
import io.postrider.store.TestDatabase;
import io.postrider.template.PreviewRecipients;
import io.postrider.template.Previewer;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A text with the first name, in a channel of ten characters a part. */
@ExtendWith(TestDatabase.class)
final class AudienceApiTest {
    private static final int PART = 10;
    private static final String SUBSCRIBE = """
            insert into subscription (account_id, id, resource_id, channel, database_id, profile_id, contact, contact_key,
              status, source, created_at, updated_at)
            select 1, $3 + n, $2, 'sms', $1, $3 + n, (12025550000 + n)::text, 12025550000 + n, 0, 'test', now(), now()
            from generate_series(0, $4 - 1) n
            """;
    private static final String PROFILES = """
            insert into profile (account_id, database_id, id, fname, created_at, updated_at)
            select 1, $1, $2 + n, case when n % 4 = 0 then 'Maximiliana' else 'Ann' end, now(), now()
            from generate_series(0, $3 - 1) n
            """;
    private static final long FIRST = 50_000_000;
    private final Database database;
    private final Shop shop;
    private final HttpFixture http;
    private final HttpClientOfTests viewer;

    private static final class TenCharacters implements Channel {
        @Override
        public String name() {
            return "sms";
        }

        @Override
        public Composition compose(String text) {
            if (text.isBlank()) {
                return new Composition.Refused("empty", "The text is empty.");
            }
            List<String> parts = IntStream.iterate(0, i -> i < text.length(), i -> i + PART)
                    .mapToObj(i -> text.substring(i, Math.min(text.length(), i + PART)))
                    .toList();
            List<Integer> foreign = IntStream.range(0, text.length())
                    .filter(at -> text.charAt(at) > '~')
                    .boxed()
                    .toList();
            Encoding encoding = foreign.isEmpty() ? Encoding.GSM7 : Encoding.UCS2;
            return new Composition.Parts(parts, encoding, text.length(), PART, foreign);
        }
    }

    AudienceApiTest(Vertx vertx, Database database, Ids ids) {
        this.database = database;
        this.shop = new Shop(database, ids);
        DatabaseStore databases = new DatabaseStore(database, ids);
        RecipientStore recipients = new RecipientStore(database, databases);
        AudienceStore audiences = new AudienceStore(database);
        Previewer previewer = new Previewer(
                vertx,
                new PreviewRecipients(databases, new ProfileStore(database), recipients),
                text -> text,
                Clock.systemUTC());
        PartsEstimator estimator = new PartsEstimator(
                vertx,
                audiences,
                recipients,
                name -> Optional.of(new TenCharacters()),
                previewer,
                new NumberPlan(),
                new PriceStore(database));
        SenderStore senders = new SenderStore(database, ids, new SecretBox(new byte[32], new SecureRandom()));
        this.http = HttpFixture.open(
                vertx,
                database,
                ids,
                Clock.systemUTC(),
                new AudienceApi(new LaunchStore(database), audiences, estimator, senders));
        this.viewer = http.as("viewer");
    }

    @BeforeEach
    void text() {
        sql("update template_version set text = 'Hi {lead._fname}' where template_id = $1", shop.templateId);
        sql("update sender set messages_per_second = 50, parts_per_second = 10 where id = $1", shop.senderId);
    }

    @AfterEach
    void close() {
        http.close();
        sql("delete from subscription where database_id = $1", shop.databaseId);
        sql("delete from profile where database_id = $1", shop.databaseId);
    }

    private void sql(String sql, Object... values) {
        await(database.query(sql, values));
    }

    private void people(int count) {
        sql(PROFILES, shop.databaseId, FIRST, count);
        sql(SUBSCRIBE, shop.databaseId, shop.resourceId, FIRST, count);
    }

    private JsonObject audience(long mailing) {
        return viewer.get("/api/v1/mailings/" + mailing + "/audience?parts=true")
                .json();
    }

    @Test
    void aSmallAudienceIsRenderedWhole() {
        people(8);

        JsonObject audience = audience(shop.mailing("Small", null, null).id());

        assertThat(audience.getJsonArray("missing")).isEmpty();
        assertThat(audience.getLong("recipients")).isEqualTo(8);
        JsonObject parts = audience.getJsonObject("parts");
        assertThat(parts.getBoolean("exact")).isTrue();
        assertThat(List.of("sampled", "messages", "total", "one", "two", "more", "longest", "gsm7", "notRenderable"))
                .extracting(parts::getLong)
                .containsExactly(8L, 8L, 10L, 6L, 2L, 0L, 2L, 8L, 0L);
        assertThat(audience.getJsonObject("forecast").getLong("seconds")).isEqualTo(1);
    }

    @Test
    void aLargeAudienceIsEstimatedFromAllOverIt() {
        people(10_000);
        price("", 1_000_000, null);

        JsonObject audience = audience(shop.mailing("Large", null, 5_000L).id());

        JsonObject parts = audience.getJsonObject("parts");
        assertThat(parts.getBoolean("exact")).isFalse();
        assertThat(parts.getLong("sampled")).isEqualTo(2_000);
        assertThat(parts.getLong("messages")).isEqualTo(5_000);
        assertThat(parts.getLong("total")).isBetween(6_200L, 6_300L);
        assertThat(parts.getJsonObject("cost").getJsonArray("amounts")).isEqualTo(euros(parts.getLong("total") + ""));
        sql("delete from sender_price");
        JsonObject forecast = audience.getJsonObject("forecast");
        assertThat(forecast.getString("limit")).isEqualTo("sender-parts");
        assertThat(forecast.getLong("perSecond")).isEqualTo(10);
        assertThat(forecast.getLong("seconds")).isBetween(620L, 630L);
    }

    private void price(String prefix, long millionths, @Nullable Instant validFrom) {
        sql(
                "insert into sender_price_list (account_id, sender_id, currency, version) values (1, $1, 'EUR', 1)"
                        + " on conflict do nothing",
                shop.senderId);
        await(database.query(
                "insert into sender_price (account_id, sender_id, prefix, price, valid_from) values (1, $1, $2, $3, $4)",
                shop.senderId,
                prefix,
                millionths,
                validFrom == null ? null : validFrom.atOffset(ZoneOffset.UTC)));
    }

    @Test
    void whatAllMessagesCostIsSaidWithThoseThatHaveNoPrice() {
        people(8);
        String one = await(database.query("select min(contact_key)::text as c from subscription"))
                .iterator()
                .next()
                .getString("c");
        assertThat(audience(shop.mailing("Free", null, null).id())
                        .getJsonObject("parts")
                        .getValue("cost"))
                .isNull();
        price(one, 10_000, null);
        JsonObject cost = audience(shop.mailing("One", null, null).id())
                .getJsonObject("parts")
                .getJsonObject("cost");
        assertThat(cost.getInteger("unpriced")).isEqualTo(7);
        price("", 12_500, null);
        price("", 50_000, Instant.parse("2040-01-01T00:00:00Z"));
        sql("delete from sender_price where prefix <> ''");

        JsonObject now = audience(shop.mailing("Now", null, null).id()).getJsonObject("parts");
        JsonObject later = audience(shop.mailing("Later", Instant.parse("2040-01-02T00:00:00Z"), null)
                        .id())
                .getJsonObject("parts");

        assertThat(now.getJsonObject("cost"))
                .as("10 parts")
                .isEqualTo(new JsonObject().put("amounts", euros("0.125")).put("unpriced", 0));
        assertThat(later.getJsonObject("cost").getJsonArray("amounts")).isEqualTo(euros("0.5"));
        sql("delete from sender_price");
    }

    private static JsonArray euros(String amount) {
        return new JsonArray().add(new JsonObject().put("currency", "EUR").put("amount", amount));
    }

    @Test
    void whoeverCannotBeWrittenToIsCounted() {
        people(8);
        sql("update sender set max_parts = 1 where id = $1", shop.senderId);

        JsonObject parts = audience(shop.mailing("Long", null, null).id()).getJsonObject("parts");

        assertThat(parts.getLong("tooLong")).isEqualTo(2);
        assertThat(parts.getLong("messages")).isEqualTo(6);
        sql("update template_version set text = '{if' where template_id = $1", shop.templateId);
        assertThat(audience(shop.mailing("Broken", null, null).id()).getValue("parts"))
                .isNull();
    }

    @Test
    void whoseTextTheSenderDoesNotTakeInUcs2IsCounted() {
        people(8);
        sql("update sender set charset = 'gsm-only' where id = $1", shop.senderId);
        sql("update template_version set text = '{if lead._fname}Ж{end} “Hi”' where template_id = $1", shop.templateId);

        JsonObject parts = audience(shop.mailing("Foreign", null, null).id()).getJsonObject("parts");

        assertThat(parts.getLong("notGsm")).isEqualTo(8);
        assertThat(parts.getLong("notRenderable")).isZero();
        assertThat(parts.getLong("messages")).isZero();
        sql("update template_version set text = '“Hi”' where template_id = $1", shop.templateId);
        JsonObject plain = audience(shop.mailing("Plain", null, null).id()).getJsonObject("parts");
        assertThat(plain.getLong("gsm7")).isEqualTo(8);
        sql("update sender set charset = 'auto' where id = $1", shop.senderId);
        assertThat(audience(shop.mailing("Auto", null, null).id())
                        .getJsonObject("parts")
                        .getLong("ucs2"))
                .isEqualTo(8);
    }

    @Test
    void aDraftWithGapsIsAnswered() {
        long draft = shop.mailing("Gaps", null, null).id();
        sql("update mailing set resource_id = null, template_id = null where id = $1", draft);

        JsonObject audience = audience(draft);

        assertThat(audience.getJsonArray("missing")).containsExactly("resource", "template");
        assertThat(audience.getValue("recipients")).isNull();
        sql("update mailing set resource_id = $2 where id = $1", draft, shop.resourceId);
        people(3);
        assertThat(audience(draft).getLong("recipients")).isEqualTo(3);
        assertThat(audience(draft).getValue("parts")).isNull();
    }

    @Test
    void theAudienceIsCountedWithoutLaunching() {
        shop.profile(12025550101L, 0);
        shop.profile(12025550101L, 0);
        shop.profile(12025550102L, 0);
        shop.profile(12025550103L, 0);
        shop.profile(12025550104L, 1);
        shop.profile(null, 0);
        String path = "/api/v1/mailings/" + shop.mailing("Audience", null, 2L).id();

        JsonObject audience = viewer.get(path + "/audience").json();

        assertThat(List.of(
                        "received",
                        "withoutContact",
                        "notSubscribed",
                        "found",
                        "duplicates",
                        "overLimit",
                        "recipients"))
                .extracting(audience::getLong)
                .containsExactly(6L, 1L, 2L, 4L, 1L, 1L, 2L);
    }
}
