package io.postrider.smpp.gateway;

import io.postrider.plugin.api.ErrorClass;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.Submission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
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
    private final Concatenation concatenation;
    private final Duration throttlePause;
    private final Clock clock;
    private final Outcomes outcomes;
    private final Deque<Outgoing> waiting = new ArrayDeque<>();
    private long pausedUntil;
    private boolean paused;

    Courier(SmppSettings settings, Concatenation concatenation, Clock clock, Outcomes outcomes) {
        this.encoder = new SubmitEncoder(settings, clock);
        this.ids = settings.texts().ids();
        this.throttlePause = settings.timing().throttle();
        this.concatenation = concatenation;
        this.clock = clock;
        this.outcomes = outcomes;
    }

    void take(Submission submission) {
        byte reference = submission.parts().size() > 1 ? concatenation.nextReference(submission.to()) : 0;
        waiting.add(new Outgoing(submission, reference));
    }

    /** Sends as much as the binds have room for, turn by turn. */
    void pump(List<Session> sessions) {
        int next = 0;
        while (!waiting.isEmpty() && !isPaused()) {
            Session free = null;
            for (int i = 0; i < sessions.size() && free == null; i++) {
                Session candidate = sessions.get(next++ % sessions.size());
                free = candidate.hasRoom() ? candidate : null;
            }
            if (free == null) {
                return;
            }
            send(free, waiting.remove());
        }
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
            refused(message, status);
            return;
        }
        message.partTaken(ids.ofResponse(operatorId));
        if (message.complete()) {
            outcomes.add(new Outcome.Accepted(message.token(), message.operatorIds()));
        } else if (session.hasRoom() && !isPaused()) {
            send(session, message);
        } else {
            waiting.addFirst(message);
        }
    }

    private void refused(Outgoing message, int status) {
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
            waiting.addFirst(message);
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
        return isPaused() && !waiting.isEmpty() ? Duration.ofNanos(pausedUntil - System.nanoTime()) : null;
    }

    /** Whether messages wait of which the operator has taken a part already. */
    boolean hasHalfSent() {
        return waiting.stream().anyMatch(message -> !message.nothingTaken());
    }

    /** Gives back what was never on the wire: it may be offered again. */
    void giveBackUnsent() {
        Iterator<Outgoing> all = waiting.iterator();
        while (all.hasNext()) {
            Outgoing message = all.next();
            if (message.nothingTaken()) {
                all.remove();
                outcomes.add(new Outcome.Throttled(
                        message.token(), throttlePause, ErrorClass.TEMPORARY, "", "not sent: no bind to the operator"));
            }
        }
    }

    /** Gives up what is still waiting. */
    void giveUp() {
        giveBackUnsent();
        for (Outgoing message : waiting) {
            unanswered(message, "Stopped after " + message.part() + " of its parts were taken");
        }
        waiting.clear();
    }
}
