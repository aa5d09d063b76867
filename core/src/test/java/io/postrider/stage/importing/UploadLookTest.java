package io.postrider.stage.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.http.HttpClientOfTests;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabase.class)
final class UploadLookTest {
    private final ImportDoor door;
    private final HttpClientOfTests api;

    UploadLookTest(Database sql, Ids ids, Vertx vertx, @TempDir Path folder) {
        door = new ImportDoor(sql, ids, vertx, folder);
        api = door.api;
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void aPastedListOfBarePhonesHasNoHeaderAndItsColumnIsThePhone() {
        String database =
                door.made("databases", new JsonObject().put("name", "Pasted").put("defaultCountry", "US"));
        String upload = door.upload("pasted.txt", "808-988-1858\n(808) 988-1859\n12345678\n+7 903 555-01-23\n");

        JsonObject look = api.post(
                        "/api/v1/uploads/" + upload + "/detect",
                        new JsonObject().put("databaseId", database).put("phoneColumn", "Column 1"))
                .json();

        assertThat(look.getJsonObject("settings").getString("header")).isEqualTo("false");
        assertThat(look.getJsonArray("columns")).containsExactly("Column 1");
        assertThat(look.getInteger("rowCount")).isEqualTo(4);
        assertThat(look.getBoolean("rowCountExact")).isTrue();
        JsonObject phones = look.getJsonObject("phones");
        assertThat(phones.getInteger("valid")).isEqualTo(3);
        assertThat(phones.getInteger("invalid")).isEqualTo(1);
        assertThat(phones.getJsonArray("examples"))
                .extracting(example -> ((JsonObject) example).getString("after"))
                .containsExactly("+18089881858", "+18089881859", null, "+79035550123");
    }

    @Test
    void aPastedListOfPhonesAndNamesIsReadByItsContent() {
        String upload = door.upload("pasted.txt", "+18089881858;Ann\n+18089881859;Bob\n");
        JsonObject look = api.post("/api/v1/uploads/" + upload + "/detect", new JsonObject())
                .json();
        assertThat(look.getJsonObject("settings").getString("header")).isEqualTo("false");
        assertThat(look.getJsonArray("guesses").getJsonObject(0).getString("field"))
                .isEqualTo("phones");
        assertThat(look.getJsonObject("phones").getInteger("valid")).isEqualTo(2);

        String one = door.upload("one.txt", "8 (903) 555-01-23");
        JsonObject single = api.post("/api/v1/uploads/" + one + "/detect", new JsonObject().put("country", "RU"))
                .json();
        assertThat(single.getJsonObject("phones").getInteger("valid")).isEqualTo(1);
    }

    @Test
    void theNumberOfRowsOfALongFileIsEstimatedAndWhatIsDetectedCanBeOverridden() {
        String upload = door.upload("long.csv", "Phone,Имя\n" + "8089881858,Анна\n".repeat(5_000));
        String path = "/api/v1/uploads/" + upload + "/detect";
        JsonObject look = api.post(path, new JsonObject().put("country", "US")).json();
        assertThat(look.getBoolean("rowCountExact")).isFalse();
        assertThat(look.getInteger("rowCount")).isBetween(4_900, 5_100);
        assertThat(look.getJsonArray("guesses").getJsonObject(1).getString("field"))
                .isEqualTo("_fname");

        JsonObject other = api.post(
                        path, new JsonObject().put("settings", new JsonObject().put("delimiter", "semicolon")))
                .json();
        assertThat(other.getJsonArray("columns")).containsExactly("Phone,Имя");
        assertThat(api.post(path, new JsonObject().put("country", "XX")).code()).isEqualTo("country-unknown");
    }
}
