package io.postrider.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.postrider.refusal.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Slows down who guesses passwords: each failed try beyond a few doubles the wait, for one login from one address, for an
 * address, and for a login. A try counts before it is checked, so that many at once do not slip through.
 */
public final class LoginThrottle {
    private static final int REMEMBERED = 20_000;
    private static final long LONGEST_SECONDS = Duration.ofMinutes(15).toSeconds();
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final int DOUBLINGS = 10;
    private final Clock clock;
    private final Cache<Guesser, Tries> tries =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private record Guesser(String login, String address, int free) {}

    private record Tries(int count, Instant last, Instant until) {}

    public LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Counts a try; refuses it if it comes too early. */
    public void admit(String login, String address) {
        Instant now = clock.instant();
        for (Guesser guesser : guessers(login, address)) {
            Tries before = tries.getIfPresent(guesser);
            if (before != null && now.isBefore(before.until())) {
                long seconds = Math.max(1, Duration.between(now, before.until()).toSeconds());
                throw Refusal.of(AccountReason.TOO_MANY_TRIES, Map.of("seconds", Long.toString(seconds)));
            }
        }
        guessers(login, address)
                .forEach(guesser ->
                        tries.asMap().merge(guesser, first(now), (old, fresh) -> next(old, guesser.free(), now)));
    }

    /** Forgets the tries of somebody who knew the password. */
    public void succeeded(String login, String address) {
        guessers(login, address).forEach(tries::invalidate);
    }

    private static Tries first(Instant now) {
        return new Tries(1, now, now);
    }

    private static Tries next(Tries old, int free, Instant now) {
        if (old.last().isBefore(now.minus(FORGOTTEN))) {
            return first(now);
        }
        int count = old.count() + 1;
        long wait = count < free ? 0 : Math.min(LONGEST_SECONDS, 1L << Math.min(DOUBLINGS, count - free + 1));
        return new Tries(count, now, now.plusSeconds(wait));
    }

    private static List<Guesser> guessers(String login, String address) {
        String name = login.toLowerCase(Locale.ROOT);
        return List.of(new Guesser(name, address, 5), new Guesser("", address, 20), new Guesser(name, "", 100));
    }
}
