package io.postrider.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.postrider.account.AccountApi;
import io.postrider.account.AccountAuthentication;
import io.postrider.account.ApiKeyStore;
import io.postrider.account.FirstRun;
import io.postrider.account.LoginThrottle;
import io.postrider.account.Logins;
import io.postrider.account.Passwords;
import io.postrider.account.Role;
import io.postrider.account.SessionStore;
import io.postrider.account.Token;
import io.postrider.account.UserStore;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The API on a free port, with real accounts. Operations that no given {@link Api} offers answer 204, so that a noun can be
 * tested alone.
 */
public final class HttpFixture implements AutoCloseable {
    /** Who can log in from the start. */
    public static final String LOGIN = "admin";

    /** The password of {@link #LOGIN}. */
    public static final String PASSWORD = "correct horse battery";

    private final Vertx vertx;
    private final ApiKeyStore keys;
    private final Clock clock;
    private final long admin;
    private final String deployment;
    private final int port;

    private HttpFixture(Vertx vertx, ApiKeyStore keys, Clock clock, long admin, String deployment, int port) {
        this.vertx = vertx;
        this.keys = keys;
        this.clock = clock;
        this.admin = admin;
        this.deployment = deployment;
        this.port = port;
    }

    /** Opens the door; the first user is made if there is none. */
    public static HttpFixture open(Vertx vertx, Database database, Ids ids, Clock clock, Api... apis) {
        SecureRandom random = new SecureRandom();
        UserStore users = new UserStore(database, ids);
        SessionStore sessions = new SessionStore(database);
        ApiKeyStore keys = new ApiKeyStore(database, ids);
        Passwords passwords = new Passwords(vertx, random);
        TestDatabase.await(new FirstRun(users, passwords, random, clock).makeAdmin(1, LOGIN, PASSWORD));
        Logins logins = new Logins(users, sessions, passwords, new LoginThrottle(clock), random, clock);
        List<Api> all = new ArrayList<>(Arrays.asList(apis));
        all.add(new AccountApi(logins, users, sessions, keys, account -> Future.succeededFuture("rehearsal"), random));
        all.add(stubs(all));
        ApiVerticle verticle = new ApiVerticle(
                "127.0.0.1",
                0,
                new AccountAuthentication(sessions, keys, clock),
                new IdempotencyStore(database),
                all,
                clock,
                random);
        String deployment = TestDatabase.await(vertx.deployVerticle(verticle));
        long admin =
                TestDatabase.await(users.byLogin(LOGIN)).orElseThrow().user().id();
        return new HttpFixture(vertx, keys, clock, admin, deployment, verticle.port());
    }

    /** Requests of a program whose API key has the role {@code admin}, {@code marketer} or {@code viewer}. */
    public HttpClientOfTests as(String role) {
        Token key = Token.make(new SecureRandom(), "prk_");
        TestDatabase.await(keys.create(1, role, Role.of(role), admin, key, clock.instant()));
        return anonymous().with("Authorization", "Bearer " + key.text());
    }

    /** Requests without any credential. */
    public HttpClientOfTests anonymous() {
        return new HttpClientOfTests(port, Map.of());
    }

    /** The open port. */
    public int port() {
        return port;
    }

    /** The contract as a tree. */
    public static JsonNode contract() {
        try (InputStream stream = HttpFixture.class.getResourceAsStream("/openapi.yaml")) {
            return new YAMLMapper().readTree(Objects.requireNonNull(stream));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Api stubs(List<Api> real) {
        Set<String> offered = new HashSet<>(Set.of("getDescription"));
        real.forEach(api -> offered.addAll(api.operations().keySet()));
        Map<String, Operation> stubs = new HashMap<>();
        contract()
                .get("paths")
                .forEach(path -> path.forEach(operation -> {
                    String id = operation.path("operationId").asText();
                    if (!id.isEmpty() && !offered.contains(id)) {
                        stubs.put(id, call -> Future.succeededFuture(Answer.nothing()));
                    }
                }));
        return () -> stubs;
    }

    @Override
    public void close() {
        TestDatabase.await(vertx.undeploy(deployment));
    }
}
