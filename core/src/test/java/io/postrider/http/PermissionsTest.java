package io.postrider.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.postrider.account.Role;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every operation of the contract, whoever adds one, tried by every role and by nobody. */
@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PermissionsTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private HttpFixture http;

    private record Door(String id, String method, String path, String permission) {}

    @BeforeAll
    void open(Vertx vertx, Database database, Ids ids) {
        http = HttpFixture.open(vertx, database, ids, Clock.systemUTC());
    }

    @AfterAll
    void close() {
        http.close();
    }

    private static List<Door> doors() {
        List<Door> doors = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path :
                HttpFixture.contract().get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    doors.add(new Door(
                            operation.getValue().path("operationId").asText(),
                            operation.getKey().toUpperCase(Locale.ROOT),
                            path.getKey().replaceAll("\\{[^}]+}", "999999999"),
                            operation.getValue().path("x-permission").asText()));
                }
            }
        }
        return doors;
    }

    @Test
    void everyOperationNamesAPermissionThatSomeRoleHas() {
        assertThat(doors())
                .isNotEmpty()
                .allSatisfy(door -> assertThat(
                                door.permission().equals(Route.ANYONE) || Role.ADMIN.allows(door.permission()))
                        .as(door.toString())
                        .isTrue());
    }

    @Test
    void nothingIsOpenToAnyoneButTheWayIn() {
        assertThat(doors().stream().filter(door -> door.permission().equals(Route.ANYONE)))
                .extracting(Door::id)
                .isSubsetOf("getSetup", "logIn", "getDescription");
    }

    @Test
    void readingNeverChangesAndChangingNeverOnlyReads() {
        assertThat(doors().stream().filter(door -> door.method().equals("GET")))
                .allSatisfy(door -> assertThat(door.permission()).doesNotEndWith(":write"));
    }

    @Test
    void nobodyIsLetInWithoutCredentials() {
        for (Door door : doors()) {
            if (!door.permission().equals(Route.ANYONE)) {
                assertThat(http.anonymous().send(door.method(), door.path(), "").status())
                        .as(door.toString())
                        .isEqualTo(401);
                assertThat(http.anonymous()
                                .with("Authorization", "Bearer prk_wrong")
                                .send(door.method(), door.path(), "")
                                .status())
                        .as(door.toString())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void eachRoleMayDoWhatItsPermissionsSayAndNothingElse() {
        for (Role role : Role.values()) {
            HttpClientOfTests client = http.as(role.word());
            for (Door door : doors()) {
                boolean allowed = door.permission().equals(Route.ANYONE) || role.allows(door.permission());
                int status = client.send(door.method(), door.path(), "").status();
                if (!allowed) {
                    assertThat(status).as(role + " " + door).isEqualTo(403);
                } else if (!door.permission().equals("self")) {
                    assertThat(status).as(role + " " + door).isNotIn(401, 403, 500);
                }
            }
        }
    }

    @Test
    void aMarketerMayNotTouchPeopleKeysPluginsAndSenders() {
        assertThat(Role.MARKETER.allows("mailings:write")).isTrue();
        assertThat(Role.MARKETER.allows("senders:read")).isTrue();
        for (String permission :
                List.of("users:read", "api-keys:write", "plugins:write", "senders:write", "moon:read")) {
            assertThat(Role.MARKETER.allows(permission)).as(permission).isFalse();
        }
        assertThat(Role.VIEWER.allows("mailings:read")).isTrue();
        assertThat(Role.VIEWER.allows("mailings:write")).isFalse();
        assertThat(Role.VIEWER.allows("users:read")).isFalse();
    }
}
