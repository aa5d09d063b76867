package io.postrider.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.Frame;
import io.postrider.smpp.wire.PduDecoder;
import io.postrider.smpp.wire.PduEncoder;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Bind;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DeliverSm;

/** A client that writes any octets and reads PDU by PDU, blocking. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 15_000;

    private final Socket socket;
    private final DataInputStream in;
    private int sequence;

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        this.in = new DataInputStream(socket.getInputStream());
    }

    static Wire to(int port) throws IOException {
        return new Wire(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** Octets as they are. */
    void write(byte... octets) throws IOException {
        socket.getOutputStream().write(octets);
        socket.getOutputStream().flush();
    }

    /** Sends it under the next sequence number, which it says. */
    int send(Command pdu) throws IOException {
        pdu.setSequenceNumber(++sequence);
        write(PduEncoder.encode(pdu).getBytes());
        return sequence;
    }

    /** The next PDU. */
    Command read() throws IOException {
        int length = in.readInt();
        byte[] octets = new byte[length];
        ByteBuffer.wrap(octets).putInt(length);
        in.readFully(octets, 4, length - 4);
        assertThat(PduDecoder.decode(octets, 0, length)).isInstanceOf(Frame.Pdu.class);
        return ((Frame.Pdu) PduDecoder.decode(octets, 0, length)).command();
    }

    /** The next PDU of this kind, passing over the others. */
    Command read(int commandId) throws IOException {
        Command next = read();
        while (next.getCommandId() != commandId) {
            next = read();
        }
        return next;
    }

    DeliverSm readDelivery() throws IOException {
        return (DeliverSm) read(SMPPConstant.CID_DELIVER_SM);
    }

    /** Sends a request and reads its answer, passing over what is between. */
    Command ask(Command request) throws IOException {
        return answerTo(send(request));
    }

    /** Writes a request as octets and reads the answer with this sequence number. */
    Command ask(byte[] request) throws IOException {
        write(request);
        return answerTo(ByteBuffer.wrap(request).getInt(12));
    }

    private Command answerTo(int number) throws IOException {
        Command next = read();
        while (!CommandIds.isResponse(next.getCommandId()) || next.getSequenceNumber() != number) {
            next = read();
        }
        return next;
    }

    int status(Command request) throws IOException {
        return ask(request).getCommandStatus();
    }

    Command bind(int command, String account, String password) throws IOException {
        return ask(bindRequest(command, account, password));
    }

    static Bind bindRequest(int command, String account, String password) {
        var bind = new Bind();
        bind.setCommandId(command);
        bind.setSystemId(account);
        bind.setPassword(password);
        bind.setInterfaceVersion((byte) 0x34);
        return bind;
    }

    Wire bound(int command) throws IOException {
        assertThat(bind(command, "postrider", "simulate").getCommandStatus()).isZero();
        return this;
    }

    Command enquire() throws IOException {
        return ask(CommandIds.request(SMPPConstant.CID_ENQUIRE_LINK, 0));
    }

    /** Whether the session lives. */
    void assertLives() throws IOException {
        assertThat(enquire().getCommandId()).isEqualTo(SMPPConstant.CID_ENQUIRE_LINK_RESP);
    }

    void acknowledge(Command deliver, int status) throws IOException {
        Command answer = CommandIds.answer(deliver, status);
        write(PduEncoder.encode(answer).getBytes());
    }

    /** Waits for the end of the connection; nothing may come before it. */
    void assertEnds() throws IOException {
        try {
            assertThat(in.read()).as("the next octet").isEqualTo(-1);
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }

    /** No more is written, though still read. */
    void finish() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
