package io.postrider.prototype;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.io.IOException;
import java.util.List;

/** The one bind. Whatever one turn of the lane causes leaves in one write. Confined to the lane's event loop. */
final class Link {
    private static final String HOST = "127.0.0.1";
    private static final String FROM = "Postrider";

    /** Held because Vert.x closes the sockets of a client that the collector finds. */
    @SuppressWarnings("unused")
    private final NetClient client;

    private final NetSocket socket;
    private final Heard heard;
    private final Promise<Void> bound = Promise.promise();
    private Buffer unread = Buffer.buffer();

    /** Who hears what the operator says; after each read event {@code turn}. */
    interface Heard {
        void answered(int sequence, boolean taken, String operatorId);

        void receipt(int sequence, Pdu.Receipt receipt);

        void turn();
    }

    /** A message to be submitted; its number is its sequence number too. */
    record Outgoing(long id, String to, String body) {}

    private Link(NetClient client, NetSocket socket, Heard heard) {
        this.client = client;
        this.socket = socket;
        this.heard = heard;
    }

    static Future<Link> bind(Vertx vertx, int port, String systemId, String password, Heard heard) {
        NetClient client = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
        return client.connect(port, HOST).compose(socket -> {
            Link link = new Link(client, socket, heard);
            socket.handler(link::read);
            socket.closeHandler(gone -> link.bound.tryFail(new IOException("the operator hung up")));
            return socket.write(Pdu.bind(systemId, password))
                    .compose(written -> link.bound.future())
                    .map(link);
        });
    }

    Future<Void> submit(List<Outgoing> messages) {
        Buffer out = Buffer.buffer(messages.size() << 8);
        for (Outgoing message : messages) {
            Pdu.submit(out, (int) message.id(), FROM, message.to(), message.body());
        }
        return socket.write(out);
    }

    /** Tells the operator that these receipts need not come again. */
    Future<Void> acknowledge(List<Integer> sequences) {
        Buffer out = Buffer.buffer(sequences.size() * (Pdu.HEADER + 1));
        sequences.forEach(sequence -> Pdu.deliverResponse(out, sequence));
        return socket.write(out);
    }

    private void read(Buffer arrived) {
        Buffer all = unread.length() == 0 ? arrived : unread.appendBuffer(arrived);
        int at = 0;
        while (all.length() - at >= Pdu.HEADER && all.length() - at >= all.getInt(at)) {
            int end = at + all.getInt(at);
            pdu(all, at, end);
            at = end;
        }
        unread = at == all.length() ? Buffer.buffer() : all.getBuffer(at, all.length());
        heard.turn();
    }

    private void pdu(Buffer all, int at, int end) {
        int command = all.getInt(at + 4);
        int status = all.getInt(at + 8);
        int sequence = all.getInt(at + 12);
        switch (command) {
            case Pdu.SUBMIT_SM_RESP ->
                heard.answered(sequence, status == 0, status == 0 ? Pdu.text(all, at + Pdu.HEADER) : "");
            case Pdu.DELIVER_SM -> heard.receipt(sequence, Pdu.receipt(all, at, end));
            case Pdu.BIND_TRANSCEIVER_RESP -> {
                if (status == 0) {
                    bound.complete();
                } else {
                    bound.fail(new IOException("the operator refused the bind with " + status));
                }
            }
            case Pdu.ENQUIRE_LINK ->
                socket.write(Pdu.header(Pdu.ENQUIRE_LINK_RESP, 0, sequence)).onFailure(bound::tryFail);
            default -> {
                // nothing else is expected, and nothing else matters here
            }
        }
    }
}
