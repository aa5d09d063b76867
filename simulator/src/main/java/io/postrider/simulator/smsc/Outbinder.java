package io.postrider.simulator.smsc;

import io.postrider.smpp.wire.SmppConnection;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Outbind;

/** Dials a client that listens, and asks it by outbind to bind on this connection (SMPP 3.4 section 4.1.7). */
public final class Outbinder {
    private static final int CONNECT_MILLIS = 5_000;

    private final NetClient net;
    private final Context home;
    private final Exchange exchange;

    /** @param home the event loop of the exchange, where this is created and called */
    public Outbinder(Vertx vertx, Context home, Exchange exchange) {
        this.net =
                vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true).setConnectTimeout(CONNECT_MILLIS));
        this.home = home;
        this.exchange = exchange;
    }

    /**
     * Dials and sends outbind with the account's system_id and password; says the number of the session.
     *
     * @throws IllegalArgumentException if there is no such account
     */
    public Future<Integer> dial(String host, int port, String account) {
        Client client = exchange.clients().of(account);
        return net.connect(port, host).map(socket -> outbind(socket, client));
    }

    private int outbind(NetSocket socket, Client client) {
        var session = new Session(new SmppConnection(socket, home), exchange, false);
        var outbind = new Outbind();
        outbind.setCommandId(SMPPConstant.CID_OUTBIND);
        outbind.setSequenceNumber(session.connection().nextSequence());
        outbind.setSystemId(client.account().systemId());
        outbind.setPassword(client.account().password());
        session.send(outbind);
        return session.number();
    }
}
