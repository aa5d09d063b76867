package io.postrider.template;

import static io.postrider.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.http.HttpClientOfTests;
import io.postrider.http.HttpClientOfTests.Reply;
import io.postrider.http.HttpFixture;
import io.postrider.plugin.Plugins;
import io.postrider.profile.DatabaseStore;
import io.postrider.profile.ProfileStore;
import io.postrider.resource.RecipientStore;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Templates as a client of the API meets them, with the packaged SMS channel. */
@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TemplateApiTest {
    private static final String TEMPLATES = "/api/v1/templates";
    private static final String CHECK = TEMPLATES + "/check";
    private static final String DATABASE = "77";
    private static final String RESOURCE = "5";
    private Plugins plugins;
    private HttpFixture http;
    private HttpClientOfTests marketer;

    @BeforeAll
    void open(Vertx vertx, Database database, Ids ids, @TempDir Path work) {
        plugins = Plugins.open(List.of(Path.of("target", "plugins")), work);
        DatabaseStore databases = new DatabaseStore(database, ids);
        PreviewRecipients recipients =
                new PreviewRecipients(databases, new ProfileStore(database), new RecipientStore(database, databases));
        TemplateCheck check = new TemplateCheck(vertx, new TemplateCompiler(), recipients, plugins::channel);
        Previewer previewer = new Previewer(
                vertx,
                recipients,
                text -> text.replace("https://example.com/a-very-long-address", "https://s.io/12345678"),
                Clock.systemUTC());
        http = HttpFixture.open(
                vertx,
                database,
                ids,
                Clock.systemUTC(),
                new TemplateApi(new TemplateStore(database, ids), check),
                new PreviewApi(new TemplateStore(database, ids), check, previewer, recipients, new Random(7)));
        marketer = http.as("marketer");
        people(database);
    }

    private static void people(Database database) {
        await(database.query("""
                insert into profile_database (account_id, id, name, created_at) values (1, 77, 'Guests', now())
                """));
        await(database.query("""
                insert into profile_field (account_id, database_id, name, label, type, position)
                values (1, 77, 'points', 'Points', 'integer', 0)
                """));
        await(database.query("insert into account (id, name, created_at) values (2, 'Others', now())"));
        await(database.query("""
                insert into profile_database (account_id, id, name, created_at) values (2, 78, 'Theirs', now())
                """));
        await(database.query("""
                insert into profile_field (account_id, database_id, name, label, type, position)
                values (2, 78, 'theirs', 'Theirs', 'text', 0)
                """));
        await(database.query("""
                insert into profile (account_id, database_id, id, fname, city, phones, fields, created_at, updated_at)
                select 1, 77, i, 'Guest ' || i, case when i = 1500 then 'Москва' else 'Hilo' end, array['180855500' || i],
                  '{"points": 7}', now(), now()
                from generate_series(1, 2500) i
                """));
        await(database.query("""
                insert into subscription (account_id, id, resource_id, channel, database_id, profile_id, contact, contact_key,
                  status, source, created_at, updated_at)
                select 1, 9000 + i, 5, 'sms', 77, i, '18085550' || i, 18085550 + i, 0, 'api', now(), now()
                from generate_series(10, 20) i
                """));
    }

    @AfterAll
    void close() {
        http.close();
        plugins.close();
    }

    private static JsonObject template(String name, String text) {
        return new JsonObject().put("name", name).put("texts", new JsonObject().put("sms", text));
    }

    private static JsonObject check(String text) {
        return new JsonObject().put("text", text).put("databaseId", DATABASE);
    }

    private JsonObject preview(JsonObject request) {
        Reply reply = marketer.post(CHECK, request);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().getJsonObject("preview");
    }

    @Test
    void aTemplateIsMadeChangedListedAndDeletedAndItsVersionsStay() {
        Reply made = marketer.post(TEMPLATES, template("Dinner", "Hi {lead._fname}"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String path = made.header("Location");
        assertThat(marketer.get(path).json()).isEqualTo(made.json());

        assertThat(marketer.put(path, template("Dinner", "x")).status()).isEqualTo(428);
        Reply changed = marketer.at(1).put(path, template("Dinner tonight", "Aloha {lead._fname}"));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(marketer.at(1).put(path, template("Dinner", "x")).status()).isEqualTo(412);

        assertThat(marketer.get(TEMPLATES + "?q=tonight").json().getJsonArray("items"))
                .hasSize(1);
        JsonArray versions = marketer.get(path + "/versions").json().getJsonArray("items");
        assertThat(versions).hasSize(2);
        assertThat(marketer.get(path + "/versions/1")
                        .json()
                        .getJsonObject("texts")
                        .getString("sms"))
                .isEqualTo("Hi {lead._fname}");
        assertThat(marketer.get(path + "/versions/3").status()).isEqualTo(404);

        assertThat(marketer.delete(path).status()).isEqualTo(428);
        assertThat(marketer.at(2).delete(path).status()).isEqualTo(204);
        assertThat(marketer.get(path).status()).isEqualTo(404);
    }

    @Test
    void aTextWithMistakesIsNotSavedAndEachMistakeIsNamed() {
        Reply refused = marketer.post(TEMPLATES, template("Wrong", "Hi {lead._fnam},\n{if lead.points}x"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("template-wrong");
        JsonArray errors = refused.json().getJsonArray("errors");
        assertThat(errors).hasSize(2);
        assertThat(errors.getJsonObject(0))
                .isEqualTo(new JsonObject()
                        .put("pointer", "/texts/sms")
                        .put("code", "template-unknown-field")
                        .put("detail", "No profile has a field _fnam. Did you mean lead._fname?")
                        .put("parameters", new JsonObject().put("line", "1").put("column", "5")));
        assertThat(errors.getJsonObject(1).getString("code")).isEqualTo("template-block-not-closed");
        assertThat(marketer.get(TEMPLATES + "?q=Wrong").json().getJsonArray("items"))
                .isEmpty();
    }

    @Test
    void aTextForAChannelThatNobodyOffersIsRefused() {
        JsonObject template = new JsonObject().put("name", "Fax").put("texts", new JsonObject().put("fax", "Hi"));
        assertThat(marketer.post(TEMPLATES, template).code()).isEqualTo("template-no-such-channel");
    }

    @Test
    void anUnsavedTextIsCheckedWithoutADatabase() {
        Reply checked = marketer.post(CHECK, new JsonObject().put("text", "{if lead.a}\n1{end}{b}"));
        assertThat(checked.json()).isEqualTo(new JsonObject("""
                        {"problems": [
                          {"line": 1, "column": 12, "code": "template-white-space", "severity": "warning", "sentence":
                           "The line break beside this tag is sent: 1 character of the message. Keep logic on one line."},
                          {"line": 2, "column": 8, "code": "template-unknown-name", "severity": "error", "sentence":
                           "b is not known here. Fields of the profile begin with lead, such as {lead._fname}; write \\\\{ for a brace that is text."}
                        ]}"""));
    }

    @Test
    void aTextIsPreviewedForTheFirstTheChosenAndTheNeighbours() {
        JsonObject first = preview(check("Hi {lead._fname}, {lead.points} points, {subscription.phone}"));
        assertThat(first.getString("text")).isEqualTo("Hi Guest 1, 7 points, 1808555001");
        JsonObject chosen = preview(check("Hi {lead._fname}").put("profileId", "20"));
        assertThat(chosen.getString("text")).isEqualTo("Hi Guest 20");
        assertThat(preview(check("{lead._fname}").put("profileId", "20").put("who", "next"))
                        .getString("profileId"))
                .isEqualTo("21");
        assertThat(preview(check("{lead._fname}").put("profileId", "20").put("who", "previous"))
                        .getString("profileId"))
                .isEqualTo("19");
        assertThat(marketer.post(CHECK, check("x").put("profileId", "1").put("who", "previous"))
                        .code())
                .isEqualTo("template-no-profile");
    }

    @Test
    void aPreviewCountsPartsOfTheTextWithShortLinksAndNamesCulprits() {
        JsonObject plain = preview(check("a{lead.points}[ https://example.com/a-very-long-address"));
        assertThat(plain.getString("text")).isEqualTo("a7[ https://s.io/12345678");
        assertThat(plain.getString("encoding")).isEqualTo("gsm7");
        assertThat(plain.getInteger("units")).isEqualTo(26);
        assertThat(plain.getInteger("unitsPerPart")).isEqualTo(160);

        JsonObject long2 = preview(check("— " + "x".repeat(100)));
        assertThat(long2.getString("encoding")).isEqualTo("ucs2");
        assertThat(long2.getJsonArray("culprits").encode())
                .isEqualTo("[{\"position\":0,\"character\":\"—\",\"replacement\":\"-\"}]");
        assertThat(long2.getJsonObject("replaced"))
                .isEqualTo(
                        new JsonObject().put("parts", 1).put("encoding", "gsm7").put("units", 102));
        assertThat(long2.getInteger("unitsLeft")).isEqualTo(32);
        assertThat(long2.getJsonArray("parts").stream()
                        .map(part -> ((JsonObject) part).getInteger("units"))
                        .toList())
                .isEqualTo(List.of(67, 35));
    }

    @Test
    void theWorstProfileIsFoundAmongAll() {
        JsonObject worst = preview(check("{lead._city} " + "x".repeat(80)).put("who", "worst"));
        assertThat(worst.getString("profileId")).isEqualTo("1500");
        assertThat(worst.getInteger("sampled")).isEqualTo(2500);
        assertThat(worst.getJsonArray("parts")).hasSize(2);
        JsonObject empty =
                preview(check("{if lead._fname not_equal \"Guest 9\"}x{end}").put("who", "worst"));
        assertThat(empty.getString("profileId")).isEqualTo("9");
        assertThat(empty.getJsonObject("refused").getString("code")).isEqualTo("empty");
    }

    @Test
    void whomFieldsAreMissingAndAnybodyAreFoundToo() {
        JsonObject missing =
                preview(check("{lead._fname} {lead._lname} {lead.points}").put("who", "missing"));
        assertThat(missing.getJsonArray("missing")).containsExactly("_lname");
        assertThat(marketer.post(CHECK, check("{lead._fname}").put("who", "missing"))
                        .code())
                .isEqualTo("template-no-profile");
        JsonObject worst = preview(check("{lead._city} " + "x".repeat(80)).put("who", "worst"));
        assertThat(worst.getJsonArray("distribution").encode())
                .isEqualTo("[{\"parts\":1,\"messages\":2499},{\"parts\":2,\"messages\":1}]");
        assertThat(preview(check("{lead._fname}").put("who", "random")).getString("text"))
                .startsWith("Guest ");
    }

    @Test
    void aSavedTemplateIsPreviewedForTheSubscribersOfAResource() {
        String path = marketer.post(TEMPLATES, template("Lunch", "{lead._fname} {subscription.phone}"))
                .header("Location");
        JsonObject request = new JsonObject().put("databaseId", DATABASE).put("resourceId", RESOURCE);
        Reply first = marketer.post(path + "/preview", request);
        assertThat(first.json().getJsonObject("preview").getString("text")).isEqualTo("Guest 10 1808555010");
        Reply worst = marketer.post(path + "/preview", request.copy().put("who", "worst"));
        assertThat(worst.json().getJsonObject("preview").getInteger("sampled")).isEqualTo(11);
        assertThat(marketer.post(path + "/preview", request.copy().put("channel", "mail"))
                        .code())
                .isEqualTo("template-no-text");
        assertThat(marketer.post(path + "/preview", request.copy().put("databaseId", "999999999999999999"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aViewerMayPreviewButNotWrite() {
        HttpClientOfTests viewer = http.as("viewer");
        assertThat(viewer.post(CHECK, check("x")).status()).isEqualTo(200);
        assertThat(viewer.post(TEMPLATES, template("Mine", "x")).status()).isEqualTo(403);
    }

    @Test
    void fieldsAndPeopleOfAnotherAccountAreUnknown() {
        Reply refused = marketer.post(TEMPLATES, template("Spy", "{lead.theirs}"));
        assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("code"))
                .isEqualTo("template-unknown-field");
        assertThat(marketer.post(CHECK, check("x").put("databaseId", "78")).status())
                .isEqualTo(404);
    }
}
