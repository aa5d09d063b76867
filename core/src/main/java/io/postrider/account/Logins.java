package io.postrider.account;

import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/** Lets people in and out. Whoever guesses hears and feels no difference between a wrong login and a wrong password. */
public final class Logins {
    private static final int AGENT_LENGTH = 300;
    private final UserStore users;
    private final SessionStore sessions;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final SecureRandom random;
    private final Clock clock;

    public Logins(
            UserStore users,
            SessionStore sessions,
            Passwords passwords,
            LoginThrottle throttle,
            SecureRandom random,
            Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.passwords = passwords;
        this.throttle = throttle;
        this.random = random;
        this.clock = clock;
    }

    /** A session that has just begun. */
    public record Begun(User user, Token token, String csrfToken) {}

    /** Begins a session for who knows the password. */
    public Future<Begun> logIn(String login, String password, String address, String userAgent) {
        throttle.admit(login, address);
        return users.byLogin(login)
                .compose(found -> found.map(user -> passwords.matches(password, user.passwordHash()))
                        .orElseGet(() -> passwords.matchesNobody(password))
                        .compose(right -> right && found.isPresent()
                                ? begin(found.get().user(), address, userAgent)
                                : Future.failedFuture(Refusal.of(AccountReason.LOGIN_WRONG))));
    }

    private Future<Begun> begin(User user, String address, String userAgent) {
        throttle.succeeded(user.login(), address);
        Token token = Token.make(random, "");
        String csrf = Token.make(random, "").text();
        String agent = userAgent.substring(0, Math.min(AGENT_LENGTH, userAgent.length()));
        return sessions.prune(clock.instant())
                .compose(pruned -> sessions.begin(token, user, csrf, agent, clock.instant()))
                .map(new Begun(user, token, csrf));
    }

    /** Ends a session. */
    public Future<Void> logOut(Token token) {
        return sessions.end(token);
    }

    /** Changes the password of who knows the present one, and ends the user's other sessions. */
    public Future<Void> changePassword(User user, Token session, String present, String wanted, String address) {
        refuseWeak(wanted, user.login(), "/newPassword");
        throttle.admit(user.login(), address);
        return users.passwordHash(user.accountId(), user.id())
                .compose(known -> passwords
                        .matches(present, known)
                        .compose(right -> right ? passwords.hash(wanted) : presentWrong())
                        .compose(hash -> users.setPassword(user.accountId(), user.id(), known, hash)))
                .compose(first -> first ? Future.succeededFuture() : presentWrong())
                .compose(done -> sessions.endOthers(user, session))
                .onSuccess(done -> throttle.succeeded(user.login(), address));
    }

    private static <T> Future<T> presentWrong() {
        return Future.failedFuture(Refusal.ofField(AccountReason.PASSWORD_WRONG, "/password", Map.of()));
    }

    /** Makes a user. */
    public Future<User> create(long account, String login, String password, Role role, String language) {
        refuseWeak(password, login, "/password");
        return passwords
                .hash(password)
                .compose(hash -> users.create(account, login, role, language, hash, clock.instant()));
    }

    private static void refuseWeak(String password, String login, String field) {
        boolean isLogin = password.toLowerCase(Locale.ROOT).equals(login.toLowerCase(Locale.ROOT));
        if (password.length() < Passwords.MIN_LENGTH || isLogin) {
            throw Refusal.ofField(
                    AccountReason.PASSWORD_WEAK, field, Map.of("min", Integer.toString(Passwords.MIN_LENGTH)));
        }
    }
}
