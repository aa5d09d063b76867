package io.postrider.stage.dispatch;

import io.postrider.message.DispatchBatch;
import io.postrider.message.LaneWrites.Retry;
import io.postrider.message.MessageTrack;
import io.postrider.plugin.api.ErrorClass;
import io.postrider.plugin.api.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows which messages are released without an outcome, and turns outcomes into events and further tries. */
final class Recorder {
    private final Map<Long, Flight> flights = new HashMap<>();
    private final Backlog backlog;
    private final RecentMessages recent;
    private final RetryPolicy retries;

    Recorder(Backlog backlog, RecentMessages recent, RetryPolicy retries) {
        this.backlog = backlog;
        this.recent = recent;
        this.retries = retries;
    }

    /** Messages are released. */
    void released(List<Flight> released) {
        released.forEach(flight -> flights.put(flight.message().id(), flight));
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
            backlog.landed(flight.batch().id());
            first(flight, outcome, now, draft);
        } else {
            recent.message(outcome.token()).ifPresent(message -> late(message, outcome, now, draft));
        }
    }

    /** Gives messages that were never handed to the gateway back to the backlog. */
    void takeBack(List<Flight> unsent, Instant now, Draft draft) {
        for (Flight flight : unsent) {
            if (flights.remove(flight.message().id()) != null) {
                backlog.landed(flight.batch().id());
                draft.events.add(
                        flight.message().retried(now, "", "not handed over: the sender was stopped or paused"));
                draft.retries.add(retry(flight, now));
            }
        }
    }

    private static List<String> ids(Outcome.Accepted accepted) {
        return accepted.operatorIds().stream().map(Texts::storable).toList();
    }

    private void first(Flight flight, Outcome outcome, Instant now, Draft draft) {
        MessageTrack message = flight.message();
        if (outcome instanceof Outcome.Accepted accepted) {
            draft.events.addAll(message.accepted(now, ids(accepted)));
            recent.remember(message, ids(accepted), now);
        } else if (outcome instanceof Outcome.Rejected rejected) {
            rejected(flight, rejected, now, draft);
        } else if (outcome instanceof Outcome.Uncertain uncertain) {
            draft.events.add(message.inDoubt(now, Texts.storable(uncertain.reason())));
            recent.remember(message, List.of(), now);
        }
    }

    private void rejected(Flight flight, Outcome.Rejected rejected, Instant now, Draft draft) {
        Optional<Instant> again = isFinal(rejected.errorClass()) ? Optional.empty() : nextTry(flight.batch(), now);
        if (again.isPresent()) {
            draft.events.add(
                    flight.message().retried(now, Texts.storable(rejected.code()), Texts.storable(rejected.text())));
            draft.retries.add(retry(flight, again.get()));
        } else {
            draft.events.add(
                    flight.message().refused(now, Texts.storable(rejected.code()), Texts.storable(rejected.text())));
        }
    }

    private static boolean isFinal(ErrorClass errorClass) {
        return switch (errorClass) {
            case PERMANENT, UNKNOWN -> true;
            case THROTTLED, QUEUE_FULL, TEMPORARY -> false;
        };
    }

    private Optional<Instant> nextTry(DispatchBatch batch, Instant now) {
        Optional<Duration> pause = retries.pauseAfter(batch.attempt());
        Instant end = batch.expiresAt();
        return pause.map(now::plus).filter(again -> end == null || again.isBefore(end));
    }

    private static Retry retry(Flight flight, Instant notBefore) {
        DispatchBatch batch = flight.batch();
        return new Retry(
                batch.runId(),
                flight.message().id(),
                batch.callerId(),
                batch.priority(),
                notBefore,
                batch.expiresAt(),
                batch.attempt() + 1);
    }

    /** An answer after all, for a message that is in doubt: it is not tried again, since somebody may have seen the doubt. */
    private void late(MessageTrack message, Outcome outcome, Instant now, Draft draft) {
        if (outcome instanceof Outcome.Accepted accepted) {
            draft.events.addAll(message.accepted(now, ids(accepted)));
            recent.remember(message, ids(accepted), now);
        } else if (outcome instanceof Outcome.Rejected rejected) {
            draft.events.add(message.refused(now, Texts.storable(rejected.code()), Texts.storable(rejected.text())));
        } else if (outcome instanceof Outcome.Throttled throttled) {
            draft.events.add(message.refused(
                    now, Texts.storable(throttled.code()), "the operator was full and did not take it"));
        }
    }
}
