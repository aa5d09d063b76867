package io.postrider.simulator.faults;

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
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.Bind;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DeliverSmResp;
import org.jsmpp.bean.SubmitSm;

/** A client that blocks, on a plain socket: what it reads comes in the very order and form in which it was sent. */
public final class WireClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 15_000;
    private static final int LONGEST = 70 * 1024;

    private final Socket socket;
    private final DataInputStream in;
    private int sequence;

    public WireClient(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        this.in = new DataInputStream(socket.getInputStream());
    }

    public static WireClient bound(int port) throws IOException {
        var client = new WireClient(port);
        assertThat(client.bind()).isZero();
        return client;
    }

    /** Binds as transceiver and says the status of the answer. */
    public int bind() throws IOException {
        var bind = new Bind();
        bind.setCommandId(SMPPConstant.CID_BIND_TRANSCEIVER);
        bind.setSystemId("postrider");
        bind.setPassword("simulate");
        bind.setInterfaceVersion((byte) 0x34);
        send(bind);
        return read().getCommandStatus();
    }

    /** Sends a request with the next sequence number, and says it. */
    public int send(Command pdu) throws IOException {
        pdu.setSequenceNumber(++sequence);
        socket.getOutputStream().write(PduEncoder.encode(pdu).getBytes());
        return sequence;
    }

    public int submit(String phone, String text) throws IOException {
        return send(message(phone, text));
    }

    /** Submits a message that nobody wants a receipt of. */
    public int submitQuietly(String phone, String text) throws IOException {
        SubmitSm pdu = message(phone, text);
        pdu.setRegisteredDelivery((byte) 0);
        return send(pdu);
    }

    public static SubmitSm message(String phone, String text) {
        var pdu = new SubmitSm();
        pdu.setCommandId(SMPPConstant.CID_SUBMIT_SM);
        pdu.setSourceAddrTon((byte) 5);
        pdu.setSourceAddr("Shop");
        pdu.setDestAddrTon((byte) 1);
        pdu.setDestAddrNpi((byte) 1);
        pdu.setDestAddress(phone);
        pdu.setRegisteredDelivery((byte) 1);
        pdu.setShortMessage(text.getBytes(StandardCharsets.US_ASCII));
        return pdu;
    }

    /** Asks whether the other side lives: whatever was to come before its answer has come then. */
    public void ask() throws IOException {
        send(CommandIds.request(SMPPConstant.CID_ENQUIRE_LINK, 0));
    }

    /** The octets of the next frame as far as its command_length can be believed. */
    public byte[] frame() throws IOException {
        int length = in.readInt();
        if (length < 16 || length > LONGEST) {
            return new byte[] {(byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length};
        }
        byte[] frame = new byte[length];
        frame[2] = (byte) (length >>> 8);
        frame[3] = (byte) length;
        in.readFully(frame, 4, length - 4);
        return frame;
    }

    /** The next PDU; a deliver_sm or data_sm is acknowledged. */
    public Command read() throws IOException {
        byte[] frame = frame();
        Command command = ((Frame.Pdu) PduDecoder.decode(frame, 0, frame.length)).command();
        if (command instanceof AbstractSmCommand) {
            var response = new DeliverSmResp();
            response.setCommandId(CommandIds.responseOf(command.getCommandId()));
            response.setSequenceNumber(command.getSequenceNumber());
            response.setMessageId("");
            socket.getOutputStream().write(PduEncoder.encode(response).getBytes());
        }
        return command;
    }

    public List<Command> read(int number) throws IOException {
        List<Command> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            all.add(read());
        }
        return all;
    }

    /** Whether nothing comes within this time. */
    public boolean isSilentFor(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return in.read() == Integer.MIN_VALUE;
        } catch (SocketTimeoutException silent) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    /** Reads up to the end of the connection and says how many octets came; a reset is an end, too. */
    public int readToEnd() throws IOException {
        int octets = 0;
        try {
            while (in.read() >= 0) {
                octets++;
            }
        } catch (SocketException gone) {
            assertThat(gone).hasMessageMatching("(?i).*(reset|closed|pipe).*");
        }
        return octets;
    }

    public Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
