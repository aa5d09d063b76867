package io.postrider.simulator.view;

import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.Map;

/**
 * PDUs as a capture file that Wireshark reads: each in one made-up TCP segment between 127.0.0.1 and 127.0.0.2, with sequence
 * numbers that go on, so that its SMPP dissector finds them (the classic format of tcpdump, link type raw IP).
 */
public final class Pcap {
    private static final int MAGIC = 0xA1B2C3D4;
    private static final int RAW_IP = 101;
    private static final int SNAP = 262_144;
    private static final int IP_HEAD = 20;
    private static final int TCP_HEAD = 20;
    private static final int MOST = 65_535 - IP_HEAD - TCP_HEAD;
    private static final int SIMULATOR = 0x7F00_0001;
    private static final int CLIENT = 0x7F00_0002;
    private static final int FIRST_CLIENT_PORT = 40_000;
    private static final int CLIENT_PORTS = 20_000;
    private static final int TCP = 6;

    private final int smppPort;
    private final Map<Integer, int[]> sequences = new HashMap<>();

    /** @param smppPort what is shown as the simulator's port */
    public Pcap(int smppPort) {
        this.smppPort = smppPort;
    }

    /** What a file begins with. */
    public static Buffer head() {
        return Buffer.buffer()
                .appendInt(MAGIC)
                .appendShort((short) 2)
                .appendShort((short) 4)
                .appendInt(0)
                .appendInt(0)
                .appendInt(SNAP)
                .appendInt(RAW_IP);
    }

    /** One PDU, in as many segments as it needs. */
    public Buffer packets(PduLog.Entry pdu) {
        var packets = Buffer.buffer();
        for (int from = 0; from < pdu.octets().length; from += MOST) {
            packet(packets, pdu, from, Math.min(MOST, pdu.octets().length - from));
        }
        return packets;
    }

    private void packet(Buffer out, PduLog.Entry pdu, int from, int length) {
        int total = IP_HEAD + TCP_HEAD + length;
        out.appendInt((int) (pdu.at() / 1_000))
                .appendInt((int) (pdu.at() % 1_000 * 1_000))
                .appendInt(total)
                .appendInt(total);
        int clientPort = FIRST_CLIENT_PORT + pdu.session() % CLIENT_PORTS;
        int[] sequence = sequences.computeIfAbsent(pdu.session(), unknown -> new int[] {1, 1});
        int mine = pdu.in() ? 0 : 1;
        ip(out, total, pdu.in());
        out.appendUnsignedShort(pdu.in() ? clientPort : smppPort)
                .appendUnsignedShort(pdu.in() ? smppPort : clientPort)
                .appendInt(sequence[mine])
                .appendInt(sequence[1 - mine])
                .appendByte((byte) 0x50)
                .appendByte((byte) 0x18)
                .appendUnsignedShort(65_535)
                .appendInt(0)
                .appendBytes(pdu.octets(), from, length);
        sequence[mine] += length;
    }

    private static void ip(Buffer out, int total, boolean in) {
        var head = Buffer.buffer()
                .appendByte((byte) 0x45)
                .appendByte((byte) 0)
                .appendUnsignedShort(total)
                .appendInt(0x0000_4000)
                .appendByte((byte) 64)
                .appendByte((byte) TCP)
                .appendUnsignedShort(0)
                .appendInt(in ? CLIENT : SIMULATOR)
                .appendInt(in ? SIMULATOR : CLIENT);
        int sum = 0;
        for (int i = 0; i < IP_HEAD; i += 2) {
            sum += head.getUnsignedShort(i);
        }
        sum = (sum & 0xFFFF) + (sum >>> 16);
        head.setUnsignedShort(10, ~sum & 0xFFFF);
        out.appendBuffer(head);
    }
}
