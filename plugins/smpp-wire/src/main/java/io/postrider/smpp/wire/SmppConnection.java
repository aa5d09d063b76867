package io.postrider.smpp.wire;

import io.netty.channel.Channel;
import io.netty.channel.socket.SocketChannelConfig;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import org.jsmpp.bean.Command;
import org.jspecify.annotations.Nullable;

/**
 * SMPP over one socket, for either side. Confined to the socket's event loop: every method is called there. Whatever is
 * sent within one read event, or within one turn of the loop, leaves in one write, or in several where it is so much that the
 * other side should not wait for the end of it. It has no thread, timer or rule of its own: it does not answer enquire_link,
 * and it does not close after a fatal frame.
 */
public final class SmppConnection {
    /** Octets that are worth a write of their own: some 80 submits or 250 answers, which the peer can begin with. */
    private static final int MUCH = 8 * 1024;

    private final NetSocket socket;
    private final Context context;
    private final FrameReader reader = new FrameReader();
    private final OctetWriter out = new OctetWriter();
    private PduTap tap = PduTap.NONE;
    private @Nullable SmppHandler handler;
    private int sequence;
    private boolean reading;
    private boolean flushScheduled;
    private boolean closed;
    private long octetsReceived;

    /**
     * Takes over a connected socket. Call it on the socket's event loop, and give the handler in the same turn.
     *
     * @param context the context of that event loop
     */
    public SmppConnection(NetSocket socket, Context context) {
        this.socket = socket;
        this.context = context;
    }

    /** From now on lets this hear every frame. */
    public void tap(PduTap newTap) {
        tap = newTap;
    }

    /** Begins to deliver what comes. */
    public void handle(SmppHandler newHandler) {
        handler = newHandler;
        socket.handler(this::read);
        socket.exceptionHandler(lost -> close());
        socket.closeHandler(end -> ended());
    }

    /**
     * Queues a PDU; it leaves at the end of this read event or turn of the loop at the latest. Ignored once closed.
     *
     * @throws IllegalArgumentException if its short message has more than 255 octets
     */
    public void send(Command pdu) {
        if (!closed) {
            int start = out.length();
            PduEncoder.encode(pdu, out);
            tap.sent(out.octets(), start, out.length() - start);
            if (out.length() >= MUCH) {
                flush();
            } else {
                scheduleFlush();
            }
        }
    }

    /** Queues octets as they are, in order with what {@link #send} queued: for altered or broken frames. */
    public void sendRaw(Buffer octets) {
        if (!closed) {
            int start = out.length();
            out.bytes(octets.getBytes());
            tap.sent(out.octets(), start, out.length() - start);
            scheduleFlush();
        }
    }

    /** Writes now what is queued. */
    public void flush() {
        if (!closed && out.length() > 0) {
            socket.write(out.drain()).onFailure(lost -> close());
        }
    }

    /** The next sequence number of our own requests: 1 to 0x7FFFFFFF and again from 1 (SMPP 3.4 section 5.1.4). */
    public int nextSequence() {
        sequence = sequence == Integer.MAX_VALUE ? 1 : sequence + 1;
        return sequence;
    }

    /** Lets {@link #nextSequence} go on after this number. */
    public void continueSequenceAfter(int last) {
        sequence = last;
    }

    /** Whether the peer reads slower than we write; ask again in {@link #onDrained}. */
    public boolean writeQueueFull() {
        return socket.writeQueueFull();
    }

    /** Called when a full write queue has emptied. */
    public void onDrained(Runnable action) {
        socket.drainHandler(drained -> action.run());
    }

    /** Stops reading, so that the peer's writes fill up; PDUs of the running read event still come. */
    public void pause() {
        socket.pause();
    }

    /** Reads again. */
    public void resume() {
        socket.resume();
    }

    /** How many octets ever came, so that a timer can tell silence from life. */
    public long octetsReceived() {
        return octetsReceived;
    }

    /** Whether the peer has begun a frame and not finished it. */
    public boolean isMidFrame() {
        return reader.isMidFrame();
    }

    /** Who is at the other end. */
    public SocketAddress remoteAddress() {
        return socket.remoteAddress();
    }

    /** Whether it is gone. */
    public boolean isClosed() {
        return closed;
    }

    /** Writes what is queued and closes. {@link SmppHandler#closed} follows. */
    public Future<Void> close() {
        flush();
        closed = true;
        return socket.close();
    }

    /**
     * Drops the connection as a crash would: what is queued is lost, and the peer gets a reset instead of an end. Unlike
     * {@link #close} it does not wait for a peer that takes nothing any more.
     */
    public void abort() {
        closed = true;
        if (!(socket instanceof NetSocketInternal internal)) {
            socket.close().onFailure(lost -> ended());
            return;
        }
        Channel channel = internal.channelHandlerContext().channel();
        if (channel.config() instanceof SocketChannelConfig config) {
            config.setSoLinger(0);
        }
        channel.close().addListener(gone -> ended());
    }

    private void read(Buffer chunk) {
        SmppHandler receiver = handler;
        if (closed || receiver == null) {
            return;
        }
        octetsReceived += chunk.length();
        reading = true;
        try {
            reader.read(chunk, tap, frame -> deliver(frame, receiver));
            receiver.readEnded();
        } finally {
            reading = false;
            flush();
        }
    }

    private void deliver(Frame frame, SmppHandler receiver) {
        if (closed) {
            return;
        }
        if (frame instanceof Frame.Pdu pdu) {
            receiver.received(pdu.command());
        } else if (frame instanceof Frame.Malformed malformed) {
            receiver.malformed(malformed);
        }
    }

    private void scheduleFlush() {
        if (!reading && !flushScheduled) {
            flushScheduled = true;
            context.runOnContext(turn -> {
                flushScheduled = false;
                flush();
            });
        }
    }

    private void ended() {
        closed = true;
        SmppHandler receiver = handler;
        handler = null;
        if (receiver != null) {
            receiver.closed();
        }
    }
}
