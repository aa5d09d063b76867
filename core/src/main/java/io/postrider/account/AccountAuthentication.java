package io.postrider.account;

import io.postrider.account.ApiKeyStore.Known;
import io.postrider.account.SessionStore.Session;
import io.postrider.http.Authentication;
import io.postrider.http.Caller;
import io.postrider.http.Credential;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Optional;

/** Recognises callers by session or API key. It asks the database each time, so that an ended session ends at once. */
public final class AccountAuthentication implements Authentication {
    private final SessionStore sessions;
    private final ApiKeyStore keys;
    private final Clock clock;

    public AccountAuthentication(SessionStore sessions, ApiKeyStore keys, Clock clock) {
        this.sessions = sessions;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Future<Optional<Identity>> identify(Credential credential) {
        Token token = new Token(credential.token());
        return switch (credential.kind()) {
            case NOBODY -> Future.succeededFuture(Optional.empty());
            case SESSION ->
                sessions.find(token, clock.instant()).map(found -> found.map(AccountAuthentication::person));
            case API_KEY -> keys.find(token, clock.instant()).map(found -> found.map(AccountAuthentication::program));
        };
    }

    @Override
    public boolean allows(Caller caller, String permission) {
        return Role.of(caller.role()).allows(permission);
    }

    private static Identity person(Session session) {
        User user = session.user();
        Caller caller = new Caller(
                user.accountId(), user.id(), user.login(), user.role().word());
        return new Identity(caller, session.csrfToken());
    }

    private static Identity program(Known known) {
        ApiKey key = known.key();
        String role = key.role().lesser(known.makerRole()).word();
        return new Identity(new Caller(key.accountId(), key.createdBy(), "API key " + key.name(), role), "");
    }
}
