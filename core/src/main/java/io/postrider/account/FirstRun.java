package io.postrider.account;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** Makes the first administrator of a new server. */
public final class FirstRun {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private final UserStore users;
    private final Passwords passwords;
    private final SecureRandom random;
    private final Clock clock;

    public FirstRun(UserStore users, Passwords passwords, SecureRandom random, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Makes the administrator if the account has no user.
     *
     * @param given the password; empty to make one up
     * @return the password, to be shown once; empty when there was somebody already
     */
    public Future<Optional<String>> makeAdmin(long account, String login, String given) {
        return users.empty(account).compose(empty -> {
            if (!empty) {
                return Future.succeededFuture(Optional.empty());
            }
            String password = given.isEmpty() ? madeUp() : given;
            return passwords
                    .hash(password)
                    .compose(hash -> users.createFirst(account, login, hash, given.isEmpty(), clock.instant()))
                    .map(made -> made ? Optional.of(password) : Optional.empty());
        });
    }

    private String madeUp() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
