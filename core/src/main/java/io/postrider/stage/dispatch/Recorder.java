package io.postrider.stage.dispatch;

import io.postrider.message.DispatchBatch;
import io.postrider.message.LaneWrites.Retry;
import io.postrider.message.MessageTrack;
import io.postrider.message.TryToken;
import io.postrider.plugin.api.ErrorClass;
import io.postrider.plugin.api.Outcome;
import io.postrider.sender.ErrorRule;
import io.postrider.sender.ErrorRules;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows which messages are released without an outcome, and turns outcomes into events and further tries. */
final class Recorder {
    private final Map<Long, Flight> flights = new HashMap<>();
    private final Map<Long, MessageTrack> again = new HashMap<>();
    private final Backlog backlog;
    private final RecentMessages recent;
    private final long sender;
    private ErrorRules rules;

    Recorder(Backlog backlog, RecentMessages recent, long sender, ErrorRules rules) {
        this.backlog = backlog;
        this.recent = recent;
        this.sender = sender;
        this.rules = rules;
    }

    /** The sender behaves like this from now on. */
    void obey(ErrorRules changed) {
        rules = changed;
    }

    /** Messages are released. */
    void released(List<Flight> released) {
        for (Flight flight : released) {
            flights.put(flight.submission().token(), flight);
            if (flight.message().isAgain()) {
                again.put(flight.message().id(), flight.message());
            }
        }
    }

    /** A message that is in memory, because it is tried again out of doubt or had its outcome a short while ago. */
    Optional<MessageTrack> known(long id) {
        return Optional.ofNullable(again.get(id)).or(() -> recent.message(id));
    }

    /** Released messages without an outcome. */
    Collection<Flight> flights() {
        return flights.values();
    }

    /** The released message of this token, if it has no outcome yet. */
    Optional<Flight> flight(long token) {
        return Optional.ofNullable(flights.get(token));
    }

    /** How many of these outcomes give credit back. */
    int closing(List<Outcome> outcomes) {
        return (int) outcomes.stream()
                .mapToLong(Outcome::token)
                .distinct()
                .filter(flights::containsKey)
                .count();
    }

    /** Writes down what became of a message. */
    void record(Outcome outcome, Instant now, Draft draft) {
        Flight flight = flights.remove(outcome.token());
        if (flight != null) {
            landed(flight);
            first(flight, outcome, now, draft);
        } else {
            known(TryToken.message(outcome.token()))
                    .ifPresent(message -> late(message.ofToken(outcome.token()), outcome, now, draft));
        }
    }

    /** Gives messages that were never handed to the gateway back to the backlog. */
    void takeBack(List<Flight> unsent, Instant now, Draft draft) {
        for (Flight flight : unsent) {
            if (flights.remove(flight.submission().token()) != null) {
                landed(flight);
                draft.events.add(flight.message()
                        .retried(now, "", "not handed over: the sender or the mailing was stopped or paused"));
                draft.retries.add(again(
                        flight, now, flight.batch().tries(), flight.batch().begunAt()));
            }
        }
    }

    private void landed(Flight flight) {
        backlog.landed(flight.batch().id());
        again.remove(flight.message().id());
    }

    private static List<String> ids(Outcome.Accepted accepted) {
        return accepted.operatorIds().stream().map(Texts::storable).toList();
    }

    private void first(Flight flight, Outcome outcome, Instant now, Draft draft) {
        MessageTrack message = flight.message();
        if (outcome instanceof Outcome.Accepted accepted) {
            draft.events.addAll(message.accepted(now, ids(accepted), draft.prices));
            recent.remember(message, ids(accepted), now);
        } else if (outcome instanceof Outcome.Rejected rejected) {
            rejected(flight, rejected, now, draft);
        } else if (outcome instanceof Outcome.Uncertain uncertain) {
            draft.events.add(message.inDoubt(now, Texts.storable(uncertain.reason())));
            recent.remember(message, List.of(), now);
        }
    }

    private void rejected(Flight flight, Outcome.Rejected rejected, Instant now, Draft draft) {
        ErrorRule rule = rules.of(rejected.errorClass());
        MessageTrack message = flight.message();
        String code = Texts.storable(rejected.code());
        String text = Texts.storable(rejected.text());
        int tries = flight.batch().tries() + 1;
        Optional<Instant> next = rule.pauseAfter(tries).map(now::plus).filter(at -> isInTime(flight, rule, at));
        if (next.isPresent()) {
            draft.events.add(message.retried(now, code, text));
            draft.retries.add(again(flight, next.get(), tries, flight.begun()));
        } else if (rule.ending() == ErrorRule.Ending.HALT && isInTime(flight, now.plus(rule.pause()))) {
            // It begins anew when a person lets the mailing go on; until that is held, it must not come round at once.
            draft.events.add(message.retried(now, code, text));
            draft.retries.add(again(flight, now.plus(rule.pause()), 0, null));
            draft.halts.put(flight.batch().runId(), text.isEmpty() ? code : text);
        } else if (rule.ending() == ErrorRule.Ending.FAIL_OVER && isInTime(flight, now)) {
            handOver(flight, code, text, now, draft);
        } else {
            draft.events.add(message.refused(now, code, text));
        }
    }

    /**
     * Lets another sender go on. A message that an earlier try may have brought to the phone stays, and so does one that the other
     * sender has given away already.
     */
    private void handOver(Flight flight, String code, String text, Instant now, Draft draft) {
        ErrorRules.FailOver other = rules.failOver();
        List<Long> before = flight.batch().refusedBy();
        if (other == null || flight.message().isAgain() || before.contains(other.senderId())) {
            draft.events.add(flight.message().refused(now, code, text));
        } else {
            String why = (text.isEmpty() ? code : text) + "; goes on by the sender " + other.name();
            draft.events.add(flight.message().retried(now, code, why));
            List<Long> refusedBy =
                    Stream.concat(before.stream(), Stream.of(sender)).distinct().toList();
            draft.retries.add(again(other.senderId(), flight, now, 0, null, refusedBy));
        }
    }

    /** Whether a message that the operator was too full for is not to be offered any more. */
    boolean isTooLate(Flight flight, ErrorClass errorClass, Instant now) {
        return !isInTime(flight, rules.of(errorClass), now);
    }

    private static boolean isInTime(Flight flight, ErrorRule rule, Instant at) {
        return isInTime(flight, at) && !at.isAfter(flight.begun().plus(rule.within()));
    }

    private static boolean isInTime(Flight flight, Instant at) {
        return at.isBefore(flight.expires()) && !Backlog.isExpired(flight.batch(), at);
    }

    private Retry again(Flight flight, Instant notBefore, int tries, @Nullable Instant begunAt) {
        return again(sender, flight, notBefore, tries, begunAt, flight.batch().refusedBy());
    }

    private static Retry again(
            long by, Flight flight, Instant notBefore, int tries, @Nullable Instant begunAt, List<Long> refusedBy) {
        DispatchBatch batch = flight.batch();
        return new Retry(
                by,
                batch.runId(),
                flight.message().id(),
                batch.callerId(),
                batch.priority(),
                notBefore,
                batch.expiresAt(),
                batch.attempt() + 1,
                tries,
                begunAt,
                refusedBy);
    }

    /** An answer after all, for a message that is in doubt: it is not tried again, since somebody may have seen the doubt. */
    private void late(MessageTrack message, Outcome outcome, Instant now, Draft draft) {
        if (outcome instanceof Outcome.Accepted accepted) {
            draft.events.addAll(message.accepted(now, ids(accepted), draft.prices));
            recent.remember(message, ids(accepted), now);
        } else if (outcome instanceof Outcome.Rejected rejected) {
            draft.events.add(message.refused(now, Texts.storable(rejected.code()), Texts.storable(rejected.text())));
        } else if (outcome instanceof Outcome.Throttled throttled) {
            draft.events.add(message.refused(
                    now, Texts.storable(throttled.code()), "the operator was full and did not take it"));
        }
    }
}
