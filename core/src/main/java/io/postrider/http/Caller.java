package io.postrider.http;

/**
 * Who calls: a person with a session, or a program with an API key.
 *
 * @param userId the person, or the one who made the key
 * @param login how logs and lists name the caller
 * @param role word of the role, such as {@code marketer}
 */
public record Caller(long accountId, long userId, String login, String role) {}
