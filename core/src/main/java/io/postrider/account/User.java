package io.postrider.account;

import java.time.Instant;

/**
 * A person who may log in.
 *
 * @param login unique in the whole server
 * @param language of the screens, {@code en} or {@code ru}
 * @param mustChangePassword the password was made up by the server and shown on the console
 */
public record User(
        long accountId,
        long id,
        String login,
        Role role,
        String language,
        boolean mustChangePassword,
        int version,
        Instant createdAt) {}
