package io.postrider.simulator.smsc;

import io.postrider.smpp.wire.PduEncoder;
import io.vertx.core.buffer.Buffer;
import org.jsmpp.bean.Command;

/** Malformed responses, as broken operators send them. */
final class Garbler {
    private static final int KINDS = 5;
    private static final int COMMAND_ID = 4;
    private static final int HEADER = 16;
    private static final int UNKNOWN_COMMAND = 0x8000_0F99;
    private static final int HUGE = 0x7FFF_FFFF;

    private Garbler() {}

    /** The octets of the response with something wrong; {@code bits} choose what. */
    static Buffer garble(Command response, long bits) {
        Buffer octets = PduEncoder.encode(response);
        return switch ((int) Math.floorMod(bits, (long) KINDS)) {
            case 0 -> octets.setInt(COMMAND_ID, UNKNOWN_COMMAND);
            case 1 -> octets.setInt(0, 3);
            case 2 -> octets.setInt(0, HUGE);
            case 3 -> withoutEnd(octets);
            default -> withBrokenParameter(octets);
        };
    }

    /** The message_id lacks its NUL. */
    private static Buffer withoutEnd(Buffer octets) {
        Buffer shorter = octets.getBuffer(0, Math.max(HEADER, octets.length() - 1));
        return shorter.setInt(0, shorter.length());
    }

    /** An optional parameter that says to be longer than the PDU. */
    private static Buffer withBrokenParameter(Buffer octets) {
        Buffer longer = octets.copy().appendInt(0x0427_00FF).appendByte((byte) 1);
        return longer.setInt(0, longer.length());
    }

    /** The first half of the response. */
    static Buffer half(Command response) {
        Buffer octets = PduEncoder.encode(response);
        return octets.getBuffer(0, octets.length() / 2);
    }
}
