package io.postrider.smpp.gateway;

import io.postrider.plugin.api.ErrorClass;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.Submission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.SubmitSm;
import org.jspecify.annotations.Nullable;

/**
 * Carries messages to the operator, part by part, through whichever bind has room, and decides what each answer means
 * for its message. Confined to the event loop.
 */
final class Courier {
    private final SubmitEncoder encoder;
    private final OperatorIds ids;
    private final LongStyle style;
    private final Concatenation concatenation;
    private final Duration throttlePause;
    private final Clock clock;
    private final Outcomes outcomes;
    private final Deque<Outgoing> waiting = new ArrayDeque<>();
    /** Messages of which the operator has a part, with the bind that took it: the rest follows there while it stands. */
    private final Map<Outgoing, Session> halfSent = new LinkedHashMap<>();

    private long pausedUntil;
    private boolean paused;

    Courier(SmppSettings settings, Concatenation concatenation, Clock clock, Outcomes outcomes) {
        this.encoder = new SubmitEncoder(settings, clock);
        this.ids = settings.receipts().ids();
        this.style = settings.texts().longMessages();
        this.throttlePause = settings.timing().throttle();
        this.concatenation = concatenation;
        this.clock = clock;
        this.outcomes = outcomes;
    }

    void take(Submission submission) {
        Pieces pieces = Pieces.of(submission.parts(), submission.encoding(), style);
        int reference = pieces.texts().size() > 1 ? concatenation.nextReference(submission.to()) : 0;
        waiting.add(new Outgoing(submission, pieces, reference));
    }

    /** Sends as much as the binds have room for, what was begun first, and each message by the bind with the fewest. */
    void pump(List<Session> sessions) {
        if (!halfSent.isEmpty() && !isPaused()) {
            goOn(sessions);
        }
        while (!waiting.isEmpty() && !isPaused()) {
            Session free = leastLoaded(sessions);
            if (free == null) {
                return;
            }
            send(free, waiting.remove());
        }
    }

    private void goOn(List<Session> sessions) {
        for (Map.Entry<Outgoing, Session> entry : List.copyOf(halfSent.entrySet())) {
            Session begunOn = entry.getValue();
            Session next = begunOn.isBound() ? begunOn : leastLoaded(sessions);
            if (next != null && next.hasRoom()) {
                halfSent.remove(entry.getKey());
                send(next, entry.getKey());
            }
        }
    }

    private static @Nullable Session leastLoaded(List<Session> sessions) {
        Session least = null;
        for (Session session : sessions) {
            if (session.hasRoom() && (least == null || session.inFlight() < least.inFlight())) {
                least = session;
            }
        }
        return least;
    }

    private void send(Session session, Outgoing message) {
        Instant expires = message.submission().expires();
        if (expires != null && !clock.instant().isBefore(expires)) {
            refuse(message, "The message expired after " + message.part() + " of its parts were sent");
            return;
        }
        SubmitSm pdu = encoder.encode(message);
        if (pdu == null) {
            refuse(message, "The text does not fit the operator's alphabet or a part of it is too long");
        } else {
            session.submit(message, pdu);
        }
    }

    private void refuse(Outgoing message, String why) {
        outcomes.add(new Outcome.Rejected(message.token(), ErrorClass.PERMANENT, "", why));
    }

    void answered(Session session, Outgoing message, int status, String operatorId) {
        if (status != SMPPConstant.STAT_ESME_ROK) {
            refused(session, message, status);
            return;
        }
        message.partTaken(ids.ofResponse(operatorId));
        if (message.complete()) {
            outcomes.add(new Outcome.Accepted(message.token(), message.operatorIds()));
        } else if (session.hasRoom() && !isPaused()) {
            send(session, message);
        } else {
            halfSent.put(message, session);
        }
    }

    private void refused(Session session, Outgoing message, int status) {
        OperatorError error = OperatorError.of(status);
        if (!error.isThrottling()) {
            outcomes.add(new Outcome.Rejected(message.token(), error.errorClass(), error.code(), error.name()));
            return;
        }
        pause();
        if (message.nothingTaken()) {
            outcomes.add(new Outcome.Throttled(
                    message.token(), throttlePause, error.errorClass(), error.code(), error.name()));
        } else {
            halfSent.put(message, session);
        }
    }

    void unanswered(Outgoing message, String reason) {
        outcomes.add(new Outcome.Uncertain(message.token(), reason));
    }

    /** The answer to the last part settles the message, a refusal of any part does too; anything else settles nothing. */
    void answeredLate(Outgoing message, int status, String operatorId) {
        if (status != SMPPConstant.STAT_ESME_ROK) {
            OperatorError error = OperatorError.of(status);
            outcomes.addLate(new Outcome.Rejected(message.token(), error.errorClass(), error.code(), error.name()));
        } else if (message.onLastPart()) {
            message.partTaken(ids.ofResponse(operatorId));
            outcomes.addLate(new Outcome.Accepted(message.token(), message.operatorIds()));
        }
    }

    private void pause() {
        paused = true;
        pausedUntil = System.nanoTime() + throttlePause.toNanos();
    }

    private boolean isPaused() {
        if (paused && System.nanoTime() - pausedUntil >= 0) {
            paused = false;
        }
        return paused;
    }

    /** How long to wait before {@link #pump} can go on; null if nothing holds it. */
    @Nullable Duration pauseLeft() {
        return isPaused() && !(waiting.isEmpty() && halfSent.isEmpty())
                ? Duration.ofNanos(pausedUntil - System.nanoTime())
                : null;
    }

    /** Whether messages wait of which the operator has taken a part already. */
    boolean hasHalfSent() {
        return !halfSent.isEmpty();
    }

    /** Gives back what was never on the wire: it may be offered again. */
    void giveBackUnsent() {
        for (Outgoing message : waiting) {
            outcomes.add(new Outcome.Throttled(
                    message.token(), throttlePause, ErrorClass.TEMPORARY, "", "not sent: no bind to the operator"));
        }
        waiting.clear();
    }

    /** Gives up what is still waiting. */
    void giveUp() {
        giveBackUnsent();
        for (Outgoing message : halfSent.keySet()) {
            unanswered(message, "Stopped after " + message.part() + " of its parts were taken");
        }
        halfSent.clear();
    }
}
