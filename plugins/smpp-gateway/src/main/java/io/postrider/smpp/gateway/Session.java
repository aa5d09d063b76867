package io.postrider.smpp.gateway;

import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.Frame;
import io.postrider.smpp.wire.SmppConnection;
import io.postrider.smpp.wire.SmppHandler;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.BindResp;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.SubmitSmResp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One bind (SMPP 3.4 section 2.2): connects once it is told to, binds, keeps its window, answers what must be answered,
 * and tells its owner how it ended. It can be connected again afterwards. Confined to the event loop.
 */
final class Session implements SmppHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final int bindCommand;
    private final OwnVertx.Loop loop;
    private final SmppSettings settings;
    private final SessionOwner owner;
    private final Flights flights;
    private final Keepalive keepalive;
    private Phase phase = Phase.IDLE;
    private @Nullable SmppConnection connection;
    private long timer = -1;
    private boolean wasBound;
    private int refusal;
    private String reason = "";

    private enum Phase {
        IDLE,
        CONNECTING,
        BINDING,
        BOUND,
        LEAVING
    }

    Session(int bindCommand, OwnVertx.Loop loop, SmppSettings settings, SessionOwner owner) {
        this.bindCommand = bindCommand;
        this.loop = loop;
        this.settings = settings;
        this.owner = owner;
        this.flights = new Flights(
                this, loop.vertx(), settings.links().window(), settings.timing().response(), owner, this::drop);
        this.keepalive = new Keepalive(
                loop.vertx(), settings.timing(), this::enquire, () -> drop("The operator stopped answering"));
    }

    boolean isIdle() {
        return phase == Phase.IDLE;
    }

    boolean isBound() {
        return phase == Phase.BOUND;
    }

    boolean canTransmit() {
        return bindCommand != SMPPConstant.CID_BIND_RECEIVER;
    }

    boolean hasRoom() {
        return isBound() && canTransmit() && flights.hasRoom() && connection != null && !connection.writeQueueFull();
    }

    int inFlight() {
        return flights.count();
    }

    /** Connects and binds; {@link SessionOwner#bound} or {@link SessionOwner#ended} follows. */
    void connect(Endpoint endpoint) {
        phase = Phase.CONNECTING;
        wasBound = false;
        refusal = 0;
        reason = "The operator closed the connection";
        loop.client()
                .connect(endpoint.port(), endpoint.host())
                .onSuccess(this::connected)
                .onFailure(failure -> {
                    reason = "Cannot connect: " + failure.getMessage();
                    closed();
                });
    }

    private void connected(NetSocket socket) {
        var fresh = new SmppConnection(socket, loop.context());
        connection = fresh;
        fresh.handle(this);
        fresh.onDrained(owner::turnEnded);
        if (phase == Phase.LEAVING) {
            abandon(reason);
            return;
        }
        phase = Phase.BINDING;
        fresh.send(BindRequest.of(bindCommand, settings.login(), fresh.nextSequence()));
        timer = later(settings.timing().bind(), () -> drop("The operator did not answer the bind"));
    }

    /** Sends a submit; only when {@link #hasRoom}. */
    void submit(Outgoing message, SubmitSm pdu) {
        SmppConnection out = connection;
        if (out == null) {
            owner.unanswered(message, reason);
            return;
        }
        flights.submit(out, message, pdu);
    }

    /** Unbinds; the connection is closed when the operator agrees or after the grace. */
    void leave(Duration grace) {
        if (phase == Phase.BOUND && connection != null) {
            phase = Phase.LEAVING;
            connection.send(CommandIds.request(SMPPConstant.CID_UNBIND, connection.nextSequence()));
            reason = "Unbound";
            closeIn(grace);
        } else if (phase != Phase.IDLE) {
            phase = Phase.LEAVING;
            abandon("Stopped");
        }
    }

    /** Closes without hope that the other side takes what is still to be written. */
    private void drop(String why) {
        reason = why;
        if (connection != null) {
            phase = Phase.LEAVING;
            connection.abort();
        }
    }

    /** Closes in order, or after the grace without: what is to be written may never be taken. */
    private void abandon(String why) {
        reason = why;
        SmppConnection open = connection;
        if (open != null) {
            phase = Phase.LEAVING;
            open.close().onFailure(failure -> LOG.debug("The socket did not close", failure));
            closeIn(GRACE);
        }
    }

    @Override
    public void received(Command pdu) {
        SmppConnection from = connection;
        if (from == null) {
            return;
        }
        if (pdu instanceof SubmitSmResp response) {
            flights.answered(response, response.getMessageId());
        } else if (pdu instanceof DeliverSm || pdu instanceof DataSm) {
            owner.received(from, (AbstractSmCommand) pdu);
        } else if (pdu instanceof BindResp) {
            bindAnswered(pdu.getCommandStatus());
        } else {
            other(pdu, from);
        }
    }

    private void other(Command pdu, SmppConnection from) {
        switch (pdu.getCommandId()) {
            case SMPPConstant.CID_ENQUIRE_LINK -> from.send(CommandIds.answer(pdu, SMPPConstant.STAT_ESME_ROK));
            case SMPPConstant.CID_ENQUIRE_LINK_RESP -> LOG.trace("The operator is alive");
            case SMPPConstant.CID_GENERIC_NACK -> nacked(pdu);
            case SMPPConstant.CID_UNBIND -> unbound(pdu, from);
            case SMPPConstant.CID_UNBIND_RESP -> abandon("Unbound");
            case SMPPConstant.CID_OUTBIND, SMPPConstant.CID_ALERT_NOTIFICATION ->
                LOG.debug("Ignored command {}", pdu.getCommandIdAsHex());
            default -> unexpected(pdu, from);
        }
    }

    private static void unexpected(Command pdu, SmppConnection from) {
        LOG.debug("Unexpected command {}", pdu.getCommandIdAsHex());
        if (CommandIds.hasResponse(pdu.getCommandId())) {
            from.send(CommandIds.answer(pdu, SMPPConstant.STAT_ESME_RINVCMDID));
        }
    }

    private void bindAnswered(int status) {
        if (phase != Phase.BINDING) {
            return;
        }
        loop.vertx().cancelTimer(timer);
        if (status != SMPPConstant.STAT_ESME_ROK) {
            refusal = status;
            abandon(BindRefusal.sentence(status));
            return;
        }
        phase = Phase.BOUND;
        wasBound = true;
        keepalive.start();
        flights.start();
        owner.bound(this);
    }

    private void nacked(Command nack) {
        if (phase == Phase.BINDING) {
            boolean silent = nack.getCommandStatus() == SMPPConstant.STAT_ESME_ROK;
            bindAnswered(silent ? SMPPConstant.STAT_ESME_RINVCMDID : nack.getCommandStatus());
        } else if (flights.knows(nack.getSequenceNumber())) {
            flights.answered(nack, null);
        } else if (nack.getCommandStatus() == SMPPConstant.STAT_ESME_RINVCMDLEN) {
            abandon("The operator cannot read our commands");
        }
    }

    private void unbound(Command unbind, SmppConnection from) {
        from.send(CommandIds.answer(unbind, SMPPConstant.STAT_ESME_ROK));
        phase = Phase.LEAVING;
        reason = "The operator unbound";
        Duration response = settings.timing().response();
        closeIn(response.compareTo(GRACE) < 0 ? response : GRACE);
    }

    private void closeIn(Duration grace) {
        SmppConnection leaving = connection;
        later(grace, () -> {
            if (connection == leaving) {
                drop(reason);
            }
        });
    }

    private void enquire() {
        if (connection != null) {
            connection.send(CommandIds.request(SMPPConstant.CID_ENQUIRE_LINK, connection.nextSequence()));
        }
    }

    private long later(Duration delay, Runnable action) {
        Vertx vertx = loop.vertx();
        return vertx.setTimer(Math.max(1, delay.toMillis()), fired -> action.run());
    }

    @Override
    public void malformed(Frame.Malformed frame) {
        LOG.warn("A malformed frame from the operator, command {}, status {}", frame.commandId(), frame.status());
        Command answer = frame.answer();
        if (answer != null && connection != null) {
            connection.send(answer);
        }
        if (frame.fatal()) {
            abandon("The operator sent what is no SMPP");
        }
    }

    @Override
    public void readEnded() {
        keepalive.heard();
        owner.turnEnded();
    }

    @Override
    public void closed() {
        loop.vertx().cancelTimer(timer);
        keepalive.stop();
        phase = Phase.IDLE;
        connection = null;
        flights.end(reason);
        owner.ended(this, new Ending(refusal, reason, wasBound));
        owner.turnEnded();
    }
}
