package io.postrider.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.PDUComposer;
import org.jsmpp.util.PDUDecomposer;
import org.jspecify.annotations.Nullable;

/** One bind of an {@link AsyncClient}. Confined to its thread once it is bound. */
final class AsyncSession {
    private static final int INCOMING = 1 << 18;
    private static final int OUTGOING = 1 << 21;
    private static final byte VERSION_3_4 = 0x34;
    private static final byte INTERNATIONAL = 1;
    private static final byte ISDN = 1;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final int window;
    private final Tally tally;
    private final PDUComposer composer = new DefaultComposer();
    private final PDUDecomposer decomposer = new DefaultDecomposer();
    private final ByteBuffer in = ByteBuffer.allocateDirect(INCOMING);
    private final ByteBuffer out = ByteBuffer.allocateDirect(OUTGOING);
    private @Nullable Feed feed;
    private Runnable done = () -> {};
    private int unanswered;
    private int sequence = 1;

    private AsyncSession(SocketChannel channel, SelectionKey key, int window, Tally tally) {
        this.channel = channel;
        this.key = key;
        this.window = window;
        this.tally = tally;
    }

    /** A connection that is bound and blocks. */
    static SocketChannel bind(Account account) throws IOException {
        SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), account.port()));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        bind(channel, account);
        return channel;
    }

    /** From now on this connection does not block. */
    static AsyncSession join(SocketChannel channel, Selector selector, int window, Tally tally) throws IOException {
        channel.configureBlocking(false);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        AsyncSession session = new AsyncSession(channel, key, window, tally);
        key.attach(session);
        return session;
    }

    private static void bind(SocketChannel channel, Account account) throws IOException {
        try {
            byte[] bind = new DefaultComposer()
                    .bind(
                            SMPPConstant.CID_BIND_TRANSCEIVER,
                            1,
                            account.systemId(),
                            account.password(),
                            "",
                            VERSION_3_4,
                            (byte) 0,
                            (byte) 0,
                            "");
            channel.write(ByteBuffer.wrap(bind));
        } catch (PDUStringException impossible) {
            throw new LoadException("The account cannot be written", impossible);
        }
        Command answer = new DefaultDecomposer().header(pdu(channel));
        if (answer.getCommandId() != SMPPConstant.CID_BIND_TRANSCEIVER_RESP || answer.getCommandStatus() != 0) {
            throw new LoadException("The bind was answered with the status " + answer.getCommandStatus());
        }
    }

    private static byte[] pdu(SocketChannel channel) throws IOException {
        ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
        fill(channel, length);
        ByteBuffer whole = ByteBuffer.allocate(length.getInt(0));
        whole.putInt(length.getInt(0));
        fill(channel, whole);
        return whole.array();
    }

    private static void fill(SocketChannel channel, ByteBuffer octets) throws IOException {
        while (octets.hasRemaining()) {
            if (channel.read(octets) < 0) {
                throw new IOException("the server closed the connection");
            }
        }
    }

    /** Fills the window from this feed until it ends. */
    void begin(Feed next, Runnable whenDone) {
        feed = next;
        done = whenDone;
        turn();
    }

    /** The channel can be read or written. */
    void ready(SelectionKey selected) throws IOException {
        if (selected.isReadable()) {
            if (channel.read(in) < 0) {
                throw new IOException("the server closed the connection");
            }
            in.flip();
            frames();
            in.compact();
        }
        turn();
    }

    private void turn() {
        try {
            fill();
            flush();
        } catch (IOException lost) {
            throw new LoadException("A connection was lost", lost);
        }
        if (feed == null && unanswered == 0) {
            Runnable finished = done;
            done = () -> {};
            finished.run();
        }
    }

    private void frames() {
        while (in.remaining() >= 4) {
            int length = in.getInt(in.position());
            if (in.remaining() < length) {
                return;
            }
            byte[] pdu = new byte[length];
            in.get(pdu);
            received(pdu);
        }
    }

    private void received(byte[] pdu) {
        Command header = decomposer.header(pdu);
        try {
            switch (header.getCommandId()) {
                case SMPPConstant.CID_SUBMIT_SM_RESP -> {
                    unanswered--;
                    boolean ok = header.getCommandStatus() == SMPPConstant.STAT_ESME_ROK;
                    tally.answered(
                            ok && !decomposer.submitSmResp(pdu).getMessageId().isEmpty());
                }
                case SMPPConstant.CID_DELIVER_SM -> {
                    tally.delivered(decomposer.deliverSm(pdu).getEsmClass());
                    out.put(composer.deliverSmResp(SMPPConstant.STAT_ESME_ROK, header.getSequenceNumber(), ""));
                }
                case SMPPConstant.CID_ENQUIRE_LINK -> out.put(composer.enquireLinkResp(header.getSequenceNumber()));
                default -> throw new LoadException("The server sent the command " + header.getCommandId());
            }
        } catch (PDUStringException unreadable) {
            throw new LoadException("The server sent what cannot be read", unreadable);
        }
    }

    private void fill() {
        Feed source = feed;
        while (source != null && unanswered < window) {
            long phone = source.next();
            if (phone == Feed.END) {
                feed = null;
                return;
            }
            out.put(submit(phone, source.receipts()));
            unanswered++;
        }
    }

    private byte[] submit(long phone, boolean receipt) {
        try {
            return composer.submitSm(
                    ++sequence,
                    "",
                    INTERNATIONAL,
                    ISDN,
                    Feed.FROM,
                    INTERNATIONAL,
                    ISDN,
                    Long.toString(phone),
                    (byte) 0,
                    (byte) 0,
                    (byte) 0,
                    "",
                    "",
                    receipt ? (byte) 1 : (byte) 0,
                    (byte) 0,
                    (byte) 0,
                    (byte) 0,
                    Feed.text());
        } catch (PDUStringException impossible) {
            throw new LoadException("The message cannot be written", impossible);
        }
    }

    private void flush() throws IOException {
        if (out.position() > 0) {
            out.flip();
            channel.write(out);
            out.compact();
        }
        key.interestOps(out.position() > 0 ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    void close() {
        try {
            channel.write(ByteBuffer.wrap(composer.unbind(++sequence)));
            channel.close();
        } catch (IOException gone) {
            // the server went first, which is as good
        }
    }
}
