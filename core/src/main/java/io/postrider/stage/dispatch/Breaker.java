package io.postrider.stage.dispatch;

import io.postrider.plugin.api.ErrorClass;
import io.postrider.plugin.api.Outcome;
import io.postrider.sender.ErrorRules;
import io.postrider.sender.SenderActivity;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps messages back when the operator fails one after the other: after a pause a single one is tried, and what becomes of it
 * decides whether all may go again. Errors that are a message's own do not count. Reads a monotonic clock in nanoseconds.
 */
final class Breaker {
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(5);
    private ErrorRules rules = ErrorRules.USUAL;
    private int failures;
    private boolean open;
    private long pause;
    private long until;
    private long trial;
    private boolean trying;
    private String reason = "";

    /** By these rules from now on. */
    void obey(ErrorRules changed) {
        rules = changed;
        if (changed.breakAfter() == 0) {
            close();
        }
    }

    /** Takes in what became of messages. */
    void note(List<Outcome> outcomes, long now) {
        for (Outcome outcome : outcomes) {
            String failure = failure(outcome);
            if (open) {
                if (trying && outcome.token() == trial) {
                    judge(failure, now);
                }
            } else if (failure == null) {
                failures = 0;
            } else if (++failures >= rules.breakAfter() && rules.breakAfter() > 0) {
                pause = rules.breakFor().toNanos();
                open(failure, now);
            }
        }
    }

    /** There is a new connection, which may well be better: the next message is tried at once. */
    void connected(long now) {
        if (open && !trying) {
            until = now;
        }
    }

    /** Whether nothing may be handed over, and what was not handed over is to go back. */
    boolean isShut(long now) {
        return open && (trying || until - now > 0);
    }

    /** Whether only a single message may be handed over. */
    boolean isCautious() {
        return open;
    }

    /** The single message was handed over. */
    void tried(long token) {
        trying = true;
        trial = token;
    }

    /** What a person sees of it; null while all may go. */
    SenderActivity.@Nullable Break shown(long now) {
        return open ? new SenderActivity.Break(reason, Duration.ofNanos(Math.max(0, until - now))) : null;
    }

    private void judge(@Nullable String failure, long now) {
        if (failure == null) {
            close();
        } else {
            pause = Math.min(pause * 2, Math.max(LONGEST, rules.breakFor().toNanos()));
            open(failure, now);
        }
    }

    private void open(String failure, long now) {
        open = true;
        trying = false;
        until = now + pause;
        reason = failure;
    }

    private void close() {
        open = false;
        trying = false;
        failures = 0;
    }

    /** How the operator failed; null if it did not. */
    private static @Nullable String failure(Outcome outcome) {
        if (outcome instanceof Outcome.Uncertain uncertain) {
            return uncertain.reason();
        }
        boolean operators = outcome instanceof Outcome.Rejected rejected
                && (rejected.errorClass() == ErrorClass.TEMPORARY || rejected.errorClass() == ErrorClass.UNKNOWN);
        return operators ? ((Outcome.Rejected) outcome).text() : null;
    }
}
