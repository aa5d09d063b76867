package io.postrider.smpp.wire;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jsmpp.SMPPConstant;

/**
 * Cuts a stream of octets into frames, however TCP glued or tore them. A command_length is judged before anything is
 * allocated for it, so a peer can never make this hold more than one frame.
 */
public final class FrameReader {
    /** Longest frame: a message_payload of 64 KB and everything around it. */
    public static final int LONGEST = 70 * 1024;

    private byte[] held = {};
    private int length;
    private boolean desynchronised;

    /** Whether a frame has begun that is not complete. */
    public boolean isMidFrame() {
        return length > 0;
    }

    /** Gives every frame that is complete now to the consumer, in order. Nothing comes after a fatal one. */
    public void read(Buffer chunk, Consumer<Frame> frames) {
        read(chunk, PduTap.NONE, frames);
    }

    /** The same, and lets the tap hear each frame before it is judged. */
    void read(Buffer chunk, PduTap tap, Consumer<Frame> frames) {
        if (desynchronised) {
            return;
        }
        byte[] octets = append(chunk);
        int at = 0;
        while (!desynchronised && length - at >= 4) {
            int frame = int32(octets, at);
            if (frame < PduDecoder.HEADER || frame > LONGEST) {
                desynchronised = true;
                tap.received(octets, at, Math.min(PduDecoder.HEADER, length - at));
                frames.accept(new Frame.Malformed(0, 0, SMPPConstant.STAT_ESME_RINVCMDLEN, true));
            } else if (length - at >= frame) {
                tap.received(octets, at, frame);
                at += frame;
                frames.accept(PduDecoder.decode(octets, at - frame, frame));
            } else {
                break;
            }
        }
        keep(octets, at);
    }

    private byte[] append(Buffer chunk) {
        if (length == 0) {
            length = chunk.length();
            return chunk.getBytes();
        }
        int more = chunk.length();
        byte[] octets = held;
        if (octets.length < length + more) {
            octets = Arrays.copyOf(octets, Math.max(octets.length * 2, length + more));
        }
        chunk.getBytes(octets, length);
        length += more;
        return octets;
    }

    private void keep(byte[] octets, int from) {
        length = desynchronised ? 0 : length - from;
        if (length == 0) {
            held = new byte[0];
        } else if (from == 0) {
            held = octets;
        } else {
            held = Arrays.copyOfRange(octets, from, from + length);
        }
    }

    private static int int32(byte[] octets, int at) {
        return (octets[at] & 0xFF) << 24
                | (octets[at + 1] & 0xFF) << 16
                | (octets[at + 2] & 0xFF) << 8
                | (octets[at + 3] & 0xFF);
    }
}
