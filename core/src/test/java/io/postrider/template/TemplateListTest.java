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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabase.class)
final class TemplateListTest {
    private static final String TEMPLATES = "/api/v1/templates";
    private final Database database;
    private final Plugins plugins;
    private final HttpFixture http;
    private final HttpClientOfTests marketer;

    TemplateListTest(Vertx vertx, Database database, Ids ids, @TempDir Path work) {
        this.database = database;
        plugins = Plugins.open(List.of(Path.of("target", "plugins")), work);
        DatabaseStore databases = new DatabaseStore(database, ids);
        PreviewRecipients recipients =
                new PreviewRecipients(databases, new ProfileStore(database), new RecipientStore(database, databases));
        TemplateCheck check = new TemplateCheck(vertx, new TemplateCompiler(), recipients, plugins::channel);
        http = HttpFixture.open(
                vertx, database, ids, Clock.systemUTC(), new TemplateApi(new TemplateStore(database, ids), check));
        marketer = http.as("marketer");
    }

    @BeforeEach
    void clear() {
        await(database.query("delete from template"));
    }

    @AfterEach
    void close() {
        http.close();
        plugins.close();
    }

    private static JsonObject template(String name, String text) {
        return new JsonObject().put("name", name).put("texts", new JsonObject().put("sms", text));
    }

    private Reply made(JsonObject template) {
        Reply made = marketer.post(TEMPLATES, template);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made;
    }

    @Test
    void aDraftMayHaveMistakesButIsReadyOnlyWithoutThem() {
        JsonObject wrong = template("Draft", "Hi {if").put("state", "draft");
        Reply draft = made(wrong);
        assertThat(draft.json().getString("state")).isEqualTo("draft");
        String path = draft.header("Location");

        assertThat(marketer.at(1).put(path, wrong.copy().put("state", "ready")).code())
                .isEqualTo("template-wrong");
        Reply saved = marketer.at(1).put(path, template("Draft", "Hi {if lead"));
        assertThat(saved.json().getString("state")).isEqualTo("draft");
        Reply ready = marketer.at(2).put(path, template("Draft", "Hi").put("state", "ready"));
        assertThat(ready.json().getString("state")).isEqualTo("ready");
        assertThat(marketer.at(3).put(path, template("Draft", "Hi {if")).code()).isEqualTo("template-wrong");
        assertThat(marketer.post(
                                TEMPLATES,
                                new JsonObject()
                                        .put("name", "Fax")
                                        .put("state", "draft")
                                        .put("texts", new JsonObject().put("fax", "x")))
                        .code())
                .isEqualTo("template-no-such-channel");
    }

    @Test
    void aTemplateIsReadyWithoutSayingSoAndTellsWhoWroteIt() {
        JsonObject made = made(template("Dinner", "Hi")).json();
        assertThat(made.getString("state")).isEqualTo("ready");
        assertThat(made.getInteger("usedBy")).isZero();
        assertThat(made.getString("editor")).isNotEmpty();
        await(database.query("""
                insert into mailing (account_id, id, name, kind, state, channel, template_id, created_at, updated_at)
                values (1, 1, 'M', 'broadcast', 'draft', 'sms', $1, now(), now())""", Long.valueOf(made.getString("id"))));
        assertThat(marketer.get(TEMPLATES + "/" + made.getString("id")).json().getInteger("usedBy"))
                .isEqualTo(1);
        await(database.query("delete from mailing"));
    }

    @Test
    void aCloneHasTheSameTextsUnderANameOfItsOwn() {
        String path = made(template("Lunch", "Hi {lead._fname}")).header("Location");
        Reply first = marketer.post(path + "/clone", new JsonObject());
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.json().getString("name")).isEqualTo("Copy of Lunch");
        assertThat(first.json().getJsonObject("texts").getString("sms")).isEqualTo("Hi {lead._fname}");
        assertThat(first.json().getInteger("version")).isEqualTo(1);
        assertThat(marketer.post(path + "/clone", new JsonObject()).json().getString("name"))
                .isEqualTo("Copy of Lunch (2)");
    }

    @Test
    void listsAreReadPageByPageInEveryOrder() {
        for (String name : List.of("banana", "Apple", "cherry")) {
            made(template(name, "x"));
        }
        String apple = marketer.get(TEMPLATES + "?q=apple")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        marketer.at(1).put(TEMPLATES + "/" + apple, template("Apple", "y"));

        assertThat(paged("created")).containsExactly("banana", "Apple", "cherry");
        assertThat(paged("-created")).containsExactly("cherry", "Apple", "banana");
        assertThat(paged("name")).containsExactly("Apple", "banana", "cherry");
        assertThat(paged("-name")).containsExactly("cherry", "banana", "Apple");
        assertThat(paged("-updated")).containsExactly("Apple", "cherry", "banana");
        assertThat(marketer.get(TEMPLATES + "?sort=size").status()).isEqualTo(400);
        assertThat(marketer.get(TEMPLATES + "?after=x").code()).isEqualTo("cursor-invalid");
    }

    private List<String> paged(String sort) {
        List<String> names = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonObject page = marketer.get(TEMPLATES + "?limit=1&sort=" + sort + "&after=" + after)
                    .json();
            JsonArray items = page.getJsonArray("items");
            items.forEach(item -> names.add(((JsonObject) item).getString("name")));
            after = page.getString("next");
        }
        return names;
    }
}
