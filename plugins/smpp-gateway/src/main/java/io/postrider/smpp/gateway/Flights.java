package io.postrider.smpp.gateway;

import io.postrider.smpp.wire.SmppConnection;
import io.postrider.smpp.wire.Tlvs;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.SubmitSm;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The submits of one bind that wait for their answer. Gives up those that were not answered in time, and the whole bind
 * if for long none was although octets come: a peer may answer enquire_link and nothing else. One timer a bind, whatever
 * the window (SMPP 3.4 section 7.2).
 */
final class Flights {
    private static final Logger LOG = LoggerFactory.getLogger(Flights.class);
    private static final long LOOKS = 4;
    private static final long SHORTEST_LOOK = 10;
    private static final long LONGEST_LOOK = 1_000;

    private final Session session;
    private final Vertx vertx;
    private final long response;
    private final Window window;
    private final Congestion congestion;
    private final SessionOwner owner;
    private final Consumer<String> drop;
    private long timer = -1;
    private long lastAnswer;
    /** Whether an answer came since the last look: to ask the clock for each would cost as much as to read it. */
    private boolean heard;

    /**
     * @param response how long an answer may take
     * @param drop ends the bind for that reason
     */
    Flights(Session session, Vertx vertx, int size, Duration response, SessionOwner owner, Consumer<String> drop) {
        this.session = session;
        this.vertx = vertx;
        this.response = response.toNanos();
        this.window = new Window(size);
        this.congestion = new Congestion(size);
        this.owner = owner;
        this.drop = drop;
    }

    /** The bind stands. */
    void start() {
        lastAnswer = System.nanoTime();
        long look = response / 1_000_000 / LOOKS;
        timer = vertx.setPeriodic(Math.max(SHORTEST_LOOK, Math.min(LONGEST_LOOK, look)), tick -> look());
    }

    /** The bind is gone: nobody will ever know of what was not answered. */
    void end(String reason) {
        vertx.cancelTimer(timer);
        for (Outgoing message : window.clear()) {
            owner.unanswered(message, reason);
        }
    }

    boolean hasRoom() {
        return window.hasRoom();
    }

    int count() {
        return window.inFlight();
    }

    void submit(SmppConnection out, Outgoing message, SubmitSm pdu) {
        int sequence = out.nextSequence();
        while (window.knows(sequence)) {
            sequence = out.nextSequence();
        }
        pdu.setSequenceNumber(sequence);
        window.add(sequence, message, System.nanoTime());
        out.send(pdu);
    }

    /** Whether one of our submits has this number and may still be answered. */
    boolean knows(int sequence) {
        return window.knows(sequence);
    }

    void answered(Command answer, @Nullable String operatorId) {
        int sequence = answer.getSequenceNumber();
        int status = answer.getCommandStatus();
        String id = operatorId == null ? "" : operatorId;
        heard = true;
        congestion(answer);
        Outgoing message = window.answered(sequence);
        if (message != null) {
            owner.answered(session, message, status, id);
            if (status == SMPPConstant.STAT_ESME_RINVBNDSTS || status == SMPPConstant.STAT_ESME_RINVCMDLEN) {
                drop.accept("The operator lost the bind");
            }
            return;
        }
        Outgoing late = window.answeredLate(sequence);
        if (late != null) {
            owner.answeredLate(late, status, id);
        } else {
            LOG.debug("An answer to nothing, sequence {}", sequence);
        }
    }

    private void congestion(Command answer) {
        OptionalInt state = Tlvs.number(answer, Tlvs.CONGESTION_STATE);
        if (state.isPresent()) {
            window.limit(congestion.limit(state.getAsInt()));
        } else if (congestion.isLimiting()) {
            // whoever says no more that it is congested is taken as being idle again
            window.limit(congestion.limit(0));
        }
    }

    private void look() {
        long now = System.nanoTime();
        if (heard) {
            lastAnswer = now;
            heard = false;
        }
        List<Outgoing> expired = window.expire(now - response);
        if (expired.isEmpty()) {
            return;
        }
        for (Outgoing message : expired) {
            owner.unanswered(message, "The operator did not answer in time");
        }
        if (now - lastAnswer > 2 * response) {
            drop.accept("The operator answers no message any more");
        }
        owner.turnEnded();
    }
}
