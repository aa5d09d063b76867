package io.postrider.account;

import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Sessions of browsers in PostgreSQL, found by the hash of their token. They end by time, by logging out and with their user. */
public final class SessionStore {
    /** How long a session lasts at most. */
    public static final Duration LIFE = Duration.ofDays(7);

    private static final Duration IDLE = Duration.ofHours(24);
    private static final Duration SEEN_STEP = Duration.ofMinutes(1);
    private static final String INSERT = """
            insert into user_session
              (token_hash, account_id, user_id, csrf_token, created_at, seen_at, expires_at, user_agent)
            values ($1, $2, $3, $4, $5, $5, $6, $7)
            """;
    private static final String FIND = """
            select u.account_id, u.id, u.login, u.role, u.language, u.must_change_password, u.version, u.created_at, s.csrf_token, s.seen_at
            from user_session s join app_user u on u.account_id = s.account_id and u.id = s.user_id
            where s.token_hash = $1 and s.expires_at > $2 and s.seen_at > $3
            """;
    private static final String SEEN = "update user_session set seen_at = $2 where token_hash = $1";
    private static final String END = "delete from user_session where token_hash = $1";
    private static final String END_OTHERS =
            "delete from user_session where account_id = $1 and user_id = $2 and token_hash <> $3";
    private static final String PRUNE = "delete from user_session where expires_at < $1 or seen_at < $2";
    private final Database database;

    public SessionStore(Database database) {
        this.database = database;
    }

    /** Whose session it is, and what its changes must carry. */
    public record Session(User user, String csrfToken) {}

    private record Found(Session session, Instant seenAt) {}

    /** Begins a session. */
    public Future<Void> begin(Token token, User user, String csrfToken, String userAgent, Instant now) {
        return database.update(
                        INSERT,
                        Buffer.buffer(token.hash()),
                        user.accountId(),
                        user.id(),
                        csrfToken,
                        at(now),
                        at(now.plus(LIFE)),
                        userAgent)
                .mapEmpty();
    }

    /** The session of this token, if it has not ended. */
    public Future<Optional<Session>> find(Token token, Instant now) {
        Buffer hash = Buffer.buffer(token.hash());
        return database.first(SessionStore::found, FIND, hash, at(now), at(now.minus(IDLE)))
                .compose(found -> {
                    boolean write = found.filter(session -> session.seenAt().isBefore(now.minus(SEEN_STEP)))
                            .isPresent();
                    Future<Integer> seen = write ? database.update(SEEN, hash, at(now)) : Future.succeededFuture(0);
                    return seen.map(found.map(Found::session));
                });
    }

    /** Ends a session. */
    public Future<Void> end(Token token) {
        return database.update(END, Buffer.buffer(token.hash())).mapEmpty();
    }

    /** Ends all sessions of a user but this one. */
    public Future<Void> endOthers(User user, Token kept) {
        return database.update(END_OTHERS, user.accountId(), user.id(), Buffer.buffer(kept.hash()))
                .mapEmpty();
    }

    /** Deletes sessions that have ended. */
    public Future<Integer> prune(Instant now) {
        return database.update(PRUNE, at(now), at(now.minus(IDLE)));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Found found(Row row) {
        User user = new User(
                row.getLong("account_id"),
                row.getLong("id"),
                row.getString("login"),
                Role.of(row.getString("role")),
                row.getString("language"),
                row.getBoolean("must_change_password"),
                row.getInteger("version"),
                row.getOffsetDateTime("created_at").toInstant());
        return new Found(
                new Session(user, row.getString("csrf_token")),
                row.getOffsetDateTime("seen_at").toInstant());
    }
}
