package io.postrider.smpp.gateway;

import io.postrider.plugin.api.GatewayContext;
import io.postrider.smpp.wire.SmppConnection;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jsmpp.bean.AbstractSmCommand;

/** All that a sender has to do with its operator: binds, messages, receipts. Lives on the event loop. */
final class Operator implements SessionOwner {
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);
    private static final Duration UNBIND_GRACE = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final GatewayContext host;
    private final Intake intake;
    private final Outcomes outcomes;
    private final Courier courier;
    private final InboundDesk inbound;
    private final List<Session> sessions = new ArrayList<>();
    private final Connector connector;
    private final Duration replyTimeout;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private boolean stopping;
    private boolean leaving;
    private boolean pauseTimer;

    Operator(
            OwnVertx.Loop loop,
            GatewayContext host,
            SmppSettings settings,
            Intake intake,
            Consumer<Runnable> hop,
            Clock clock,
            RandomGenerator random) {
        this.vertx = loop.vertx();
        this.host = host;
        this.intake = intake;
        this.outcomes = new Outcomes(host, intake);
        this.courier = new Courier(settings, new Concatenation(random), clock, outcomes);
        this.inbound = new InboundDesk(host, new InboundReader(settings, clock), hop);
        for (int bindCommand : settings.links().mode().bindCommands()) {
            for (int i = 0; i < settings.links().binds(); i++) {
                sessions.add(new Session(bindCommand, loop, settings, this));
            }
        }
        this.replyTimeout = settings.receipts().replyTimeout();
        this.connector = new Connector(vertx, host, settings, random, sessions);
    }

    /** Completes when the first attempt to connect has ended. */
    CompletionStage<Void> begin() {
        long look = Math.min(LONGEST_LOOK.toMillis(), replyTimeout.toMillis() / 2 + 1);
        vertx.setPeriodic(look, tick -> {
            inbound.collectIncomplete();
            turnEnded();
        });
        return connector.begin();
    }

    @Override
    public void bound(Session session) {
        // first, so that whoever waits for the first attempt may hand over at once
        intake.open(connector.isUp());
        connector.bound(session);
    }

    @Override
    public void answered(Session session, Outgoing message, int status, String operatorId) {
        courier.answered(session, message, status, operatorId);
    }

    @Override
    public void answeredLate(Outgoing message, int status, String operatorId) {
        courier.answeredLate(message, status, operatorId);
    }

    @Override
    public void unanswered(Outgoing message, String reason) {
        courier.unanswered(message, reason);
    }

    @Override
    public void received(SmppConnection connection, AbstractSmCommand pdu) {
        inbound.received(connection, pdu);
    }

    @Override
    public void ended(Session session, Ending ending) {
        connector.ended(session, ending);
    }

    @Override
    public void turnEnded() {
        boolean up = connector.isUp();
        intake.open(up);
        // first, so that the host works on them while the next messages are encoded
        outcomes.handOver();
        intake.drain(courier::take);
        if (stopping || !up) {
            courier.giveBackUnsent();
        }
        courier.pump(sessions);
        waitOutPause();
        inbound.handOver();
        outcomes.handOver();
        if (stopping) {
            leaveWhenDrained();
        } else if (intake.readyToTell()) {
            host.ready();
        }
    }

    private void waitOutPause() {
        Duration pause = courier.pauseLeft();
        if (pause != null && !pauseTimer) {
            pauseTimer = true;
            vertx.setTimer(Math.max(1, pause.toMillis() + 1), fired -> {
                pauseTimer = false;
                turnEnded();
            });
        }
    }

    /** Drains, unbinds and closes; completes when every message has its outcome. */
    CompletionStage<Void> stop(Duration drain) {
        stopping = true;
        connector.stop();
        vertx.setTimer(Math.max(1, drain.toMillis()), fired -> leave());
        turnEnded();
        return stopped;
    }

    private void leaveWhenDrained() {
        boolean drained = sessions.stream().allMatch(session -> session.inFlight() == 0)
                && !courier.hasHalfSent()
                && !inbound.isBusy();
        if (drained) {
            leave();
        }
        finishWhenGone();
    }

    private void leave() {
        if (!leaving) {
            leaving = true;
            sessions.forEach(session -> session.leave(UNBIND_GRACE));
            finishWhenGone();
        }
    }

    private void finishWhenGone() {
        if (leaving && sessions.stream().allMatch(Session::isIdle) && !stopped.isDone()) {
            courier.giveUp();
            outcomes.handOver();
            connector.stopped();
            stopped.complete(null);
        }
    }
}
