package io.postrider.account;

import io.postrider.http.Answer;
import io.postrider.http.Api;
import io.postrider.http.Call;
import io.postrider.http.Credential;
import io.postrider.http.Operation;
import io.postrider.http.Page;
import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Logging in and out, oneself, people and API keys. */
public final class AccountApi implements Api {
    private static final String KEY_PREFIX = "prk_";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private final Logins logins;
    private final UserStore users;
    private final SessionStore sessions;
    private final ApiKeyStore keys;
    private final LongFunction<Future<String>> environment;
    private final SecureRandom random;

    /** @param environment whether what an account sends may reach a person: {@code live} or {@code rehearsal} */
    public AccountApi(
            Logins logins,
            UserStore users,
            SessionStore sessions,
            ApiKeyStore keys,
            LongFunction<Future<String>> environment,
            SecureRandom random) {
        this.logins = logins;
        this.users = users;
        this.sessions = sessions;
        this.keys = keys;
        this.environment = environment;
        this.random = random;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.ofEntries(
                Map.entry("getSetup", this::getSetup),
                Map.entry("logIn", this::logIn),
                Map.entry("logOut", this::logOut),
                Map.entry("getMe", this::getMe),
                Map.entry("updateMe", this::updateMe),
                Map.entry("changePassword", this::changePassword),
                Map.entry("listUsers", this::listUsers),
                Map.entry("createUser", this::createUser),
                Map.entry("getUser", this::getUser),
                Map.entry("updateUser", this::updateUser),
                Map.entry("deleteUser", this::deleteUser),
                Map.entry("listApiKeys", this::listApiKeys),
                Map.entry("createApiKey", this::createApiKey),
                Map.entry("deleteApiKey", this::deleteApiKey));
    }

    private Future<Answer> getSetup(Call call) {
        return users.untouched().map(untouched -> Answer.of(new JsonObject().put("needed", untouched)));
    }

    private Future<Answer> logIn(Call call) {
        JsonObject body = call.body();
        return logins.logIn(
                        body.getString("login"),
                        body.getString("password"),
                        call.remoteAddress(),
                        call.header("User-Agent"))
                .compose(begun -> inEnvironment(begun.user(), me(begun.user(), begun.csrfToken()))
                        .map(me -> Answer.created("/api/v1/sessions/current", me, 1)
                                .with(
                                        "Set-Cookie",
                                        cookie(call, begun.token().text(), SessionStore.LIFE.toSeconds()))));
    }

    private Future<Answer> logOut(Call call) {
        return logins.logOut(session(call)).map(Answer.nothing().with("Set-Cookie", cookie(call, "", 0)));
    }

    private Future<Answer> getMe(Call call) {
        if (call.credential().kind() == Credential.Kind.API_KEY) {
            return users.get(call.account(), call.caller().userId())
                    .compose(user -> inEnvironment(user, key(call, user)))
                    .map(Answer::of);
        }
        return own(call)
                .compose(own -> inEnvironment(own.user(), me(own.user(), own.csrfToken())))
                .map(Answer::of);
    }

    private Future<Answer> updateMe(Call call) {
        return own(call)
                .compose(own -> users.setLanguage(
                                call.account(), own.user().id(), call.body().getString("language"))
                        .compose(user -> inEnvironment(user, me(user, own.csrfToken()))))
                .map(Answer::of);
    }

    private Future<Answer> changePassword(Call call) {
        String present = call.body().getString("password");
        String wanted = call.body().getString("newPassword");
        return own(call)
                .compose(own -> logins.changePassword(own.user(), session(call), present, wanted, call.remoteAddress()))
                .map(done -> Answer.nothing());
    }

    private Future<Answer> listUsers(Call call) {
        return Page.of(
                call.paging(),
                (after, limit) ->
                        users.page(call.account(), after, call.paging().q(), limit),
                User::id,
                AccountApi::json);
    }

    private Future<Answer> createUser(Call call) {
        JsonObject body = call.body();
        return logins.create(
                        call.account(),
                        body.getString("login"),
                        body.getString("password"),
                        Role.of(body.getString("role")),
                        body.getString("language", "en"))
                .map(user -> Answer.created("/api/v1/users/" + user.id(), json(user), user.version()));
    }

    private Future<Answer> getUser(Call call) {
        return users.get(call.account(), call.id("id")).map(user -> Answer.versioned(json(user), user.version()));
    }

    private Future<Answer> updateUser(Call call) {
        Role role = Role.of(call.body().getString("role"));
        return users.setRole(call.account(), call.id("id"), call.version(), role)
                .map(user -> Answer.versioned(json(user), user.version()));
    }

    private Future<Answer> deleteUser(Call call) {
        return users.delete(call.account(), call.id("id"), call.version()).map(done -> Answer.nothing());
    }

    private Future<Answer> listApiKeys(Call call) {
        return Page.of(
                call.paging(),
                (after, limit) -> keys.page(call.account(), after, call.paging().q(), limit),
                ApiKey::id,
                AccountApi::json);
    }

    private Future<Answer> createApiKey(Call call) {
        Token secret = Token.make(random, KEY_PREFIX);
        Role role = Role.of(call.body().getString("role"));
        String name = call.body().getString("name");
        return keys.create(call.account(), name, role, call.caller().userId(), secret, call.now())
                .map(key ->
                        Answer.created("/api/v1/api-keys/" + key.id(), json(key).put("key", secret.text()), 1));
    }

    private Future<Answer> deleteApiKey(Call call) {
        return keys.delete(call.account(), call.id("id")).map(done -> Answer.nothing());
    }

    private Future<SessionStore.Session> own(Call call) {
        return sessions.find(session(call), call.now())
                .map(found -> found.orElseThrow(() -> Refusal.of(AccountReason.ONLY_PEOPLE)));
    }

    private static Token session(Call call) {
        if (call.credential().kind() != Credential.Kind.SESSION) {
            throw Refusal.of(AccountReason.ONLY_PEOPLE);
        }
        return new Token(call.credential().token());
    }

    /** Over plain HTTP a browser keeps a secure cookie for no address but the own computer's, and not every browser does. */
    private static String cookie(Call call, String token, long seconds) {
        String host = call.header("Host").replaceFirst(":\\d+$", "");
        String secure = LOOPBACK.contains(host) ? "" : "; Secure";
        return Call.SESSION_COOKIE + "=" + token + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict"
                + secure;
    }

    private Future<JsonObject> inEnvironment(User user, JsonObject me) {
        return environment.apply(user.accountId()).map(word -> me.put("environment", word));
    }

    private static JsonObject me(User user, String csrfToken) {
        return new JsonObject()
                .put("id", Long.toString(user.id()))
                .put("login", user.login())
                .put("role", user.role().word())
                .put("language", user.language())
                .put("mustChangePassword", user.mustChangePassword())
                .put("permissions", new JsonArray(user.role().permissions()))
                .put("csrfToken", csrfToken);
    }

    private static JsonObject key(Call call, User maker) {
        Role role = Role.of(call.caller().role());
        JsonObject json = me(maker, "")
                .put("login", call.caller().login())
                .put("role", role.word())
                .put("permissions", new JsonArray(role.permissions()));
        json.remove("csrfToken");
        json.remove("mustChangePassword");
        return json;
    }

    private static JsonObject json(User user) {
        return new JsonObject()
                .put("id", Long.toString(user.id()))
                .put("login", user.login())
                .put("role", user.role().word())
                .put("language", user.language())
                .put("version", user.version())
                .put("createdAt", user.createdAt().toString());
    }

    private static JsonObject json(ApiKey key) {
        @Nullable String usedAt = key.usedAt().map(Object::toString).orElse(null);
        return new JsonObject()
                .put("id", Long.toString(key.id()))
                .put("name", key.name())
                .put("prefix", key.prefix())
                .put("role", key.role().word())
                .put("createdBy", Long.toString(key.createdBy()))
                .put("createdAt", key.createdAt().toString())
                .put("usedAt", usedAt);
    }
}
