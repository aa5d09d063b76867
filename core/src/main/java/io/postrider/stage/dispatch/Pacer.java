package io.postrider.stage.dispatch;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a lane may hand the next message over: the sender's limits in messages and in parts, both of which may change at any
 * time, and less of them while the operator is full. A message of more parts than are allowed a second goes, too, and is
 * paid back before the next. Reads a monotonic clock in nanoseconds.
 */
final class Pacer {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private final Slowdown slowdown = new Slowdown();
    private @Nullable Double messageLimit;
    private @Nullable Double partLimit;
    private @Nullable Limit messages;
    private @Nullable Limit parts;
    private long counted;
    private int count;
    private double measured;

    Pacer(long now) {
        this.counted = now;
    }

    /** Other limits from now on; null for none. */
    void limits(@Nullable Double messagesPerSecond, @Nullable Double partsPerSecond, long now) {
        if (!same(messageLimit, messagesPerSecond) || !same(partLimit, partsPerSecond)) {
            messageLimit = messagesPerSecond;
            partLimit = partsPerSecond;
            slowdown.forget();
            settle(now);
        }
    }

    /** Whether a message may go now. */
    boolean mayGo(long now) {
        settle(now);
        return (messages == null || messages.isOpen(now)) && (parts == null || parts.isOpen(now));
    }

    /** A message of so many parts goes. */
    void spend(int ofParts, long now) {
        spend(1, ofParts);
        if (now - counted >= SECOND) {
            measured = (double) count * SECOND / (now - counted);
            counted = now;
            count = 0;
        }
        count++;
    }

    /** A message of so many parts did not go after all. */
    void refund(int ofParts) {
        spend(-1, -ofParts);
        count--;
    }

    /** Nanoseconds until a message may go; 0 if one may now. */
    long untilNext(long now) {
        settle(now);
        return Math.max(messages == null ? 0 : messages.untilOpen(now), parts == null ? 0 : parts.untilOpen(now));
    }

    /** The operator is full. */
    void slowDown(long now) {
        if (messageLimit != null) {
            slowdown.full(messageLimit, true, now);
        } else if (partLimit != null) {
            slowdown.full(partLimit, true, now);
        } else {
            slowdown.full(Math.max(1, Math.max(measured, count)), false, now);
        }
        settle(now);
    }

    /** Whether an operator that was full holds the speed down. */
    boolean isSlowed(long now) {
        return slowdown.isOn(now);
    }

    /** Messages a second that may go now; null for no limit. */
    @Nullable Double messagesPerSecond(long now) {
        settle(now);
        return messages == null ? null : messages.perSecond();
    }

    /** Parts a second that may go now; null for no limit. */
    @Nullable Double partsPerSecond(long now) {
        settle(now);
        return parts == null ? null : parts.perSecond();
    }

    private void spend(int ofMessages, int ofParts) {
        if (messages != null) {
            messages.spend(ofMessages);
        }
        if (parts != null) {
            parts.spend(ofParts);
        }
    }

    private void settle(long now) {
        boolean slowed = slowdown.isOn(now);
        Double ofMessages = messageLimit == null ? null : Double.valueOf(messageLimit * slowdown.share(now));
        Double ofParts = partLimit == null ? null : Double.valueOf(partLimit * slowdown.share(now));
        boolean measuredOnly = slowed && messageLimit == null && partLimit == null;
        messages = settled(messages, measuredOnly ? Double.valueOf(slowdown.perSecond(now)) : ofMessages, now);
        parts = settled(parts, ofParts, now);
    }

    private static @Nullable Limit settled(@Nullable Limit limit, @Nullable Double perSecond, long now) {
        if (perSecond == null) {
            return null;
        }
        if (limit == null) {
            return new Limit(perSecond, now);
        }
        if (limit.perSecond() != perSecond) {
            limit.change(perSecond, now);
        }
        return limit;
    }

    private static boolean same(@Nullable Double one, @Nullable Double other) {
        return one == null ? other == null : one.equals(other);
    }
}
