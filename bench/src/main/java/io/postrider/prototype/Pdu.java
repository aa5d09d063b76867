package io.postrider.prototype;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** The few PDUs of SMPP 3.4 that sending takes, written and read octet by octet. */
final class Pdu {
    static final int BIND_TRANSCEIVER = 0x00000009;
    static final int BIND_TRANSCEIVER_RESP = 0x80000009;
    static final int SUBMIT_SM = 0x00000004;
    static final int SUBMIT_SM_RESP = 0x80000004;
    static final int DELIVER_SM = 0x00000005;
    static final int DELIVER_SM_RESP = 0x80000005;
    static final int ENQUIRE_LINK = 0x00000015;
    static final int ENQUIRE_LINK_RESP = 0x80000015;

    /** Octets before the body. */
    static final int HEADER = 16;

    private static final int RECEIPTED_MESSAGE_ID = 0x001E;
    private static final int MESSAGE_STATE = 0x0427;
    private static final byte STATE_DELIVERED = 2;
    private static final byte VERSION = 0x34;
    private static final byte ALPHANUMERIC = 5;
    private static final byte INTERNATIONAL = 1;
    private static final byte ISDN = 1;
    private static final int ADDRESS_TYPES = 2;

    /** esm_class, protocol_id and priority_flag; then registered_delivery, replace_if_present, data_coding, default id. */
    private static final int BEFORE_TIMES = 3;

    private static final int AFTER_TIMES = 4;

    private Pdu() {}

    /** What a receipt says. */
    record Receipt(String operatorId, boolean delivered) {}

    static Buffer bind(String systemId, String password) {
        Buffer pdu = header(BIND_TRANSCEIVER, 0, 1);
        text(pdu, systemId);
        text(pdu, password);
        text(pdu, "");
        pdu.appendByte(VERSION).appendByte((byte) 0).appendByte((byte) 0);
        text(pdu, "");
        return pdu.setInt(0, pdu.length());
    }

    /** Writes a submit_sm to the end of the buffer. */
    static void submit(Buffer out, int sequence, String from, String to, String body) {
        int start = out.length();
        out.appendInt(0).appendInt(SUBMIT_SM).appendInt(0).appendInt(sequence);
        out.appendByte((byte) 0).appendByte(ALPHANUMERIC).appendByte((byte) 0);
        text(out, from);
        out.appendByte(INTERNATIONAL).appendByte(ISDN);
        text(out, to);
        byte[] octets = body.getBytes(StandardCharsets.ISO_8859_1);
        out.appendByte((byte) 0).appendByte((byte) 0).appendByte((byte) 0);
        out.appendByte((byte) 0).appendByte((byte) 0);
        out.appendByte((byte) 1).appendByte((byte) 0).appendByte((byte) 0).appendByte((byte) 0);
        out.appendByte((byte) octets.length).appendBytes(octets);
        out.setInt(start, out.length() - start);
    }

    /** Writes a deliver_sm_resp to the end of the buffer. */
    static void deliverResponse(Buffer out, int sequence) {
        out.appendInt(HEADER + 1).appendInt(DELIVER_SM_RESP).appendInt(0).appendInt(sequence);
        out.appendByte((byte) 0);
    }

    static Buffer header(int command, int status, int sequence) {
        return Buffer.buffer()
                .appendInt(HEADER)
                .appendInt(command)
                .appendInt(status)
                .appendInt(sequence);
    }

    private static void text(Buffer out, String value) {
        out.appendBytes(value.getBytes(StandardCharsets.US_ASCII)).appendByte((byte) 0);
    }

    /** The text that begins here. */
    static String text(Buffer in, int from) {
        return in.getString(from, end(in, from), "US-ASCII");
    }

    private static int end(Buffer in, int from) {
        int at = from;
        while (in.getByte(at) != 0) {
            at++;
        }
        return at;
    }

    /** Reads the receipt that a deliver_sm between these two places is. */
    static Receipt receipt(Buffer in, int start, int end) {
        int at = end(in, start + HEADER) + 1;
        at = end(in, at + ADDRESS_TYPES) + 1;
        at = end(in, at + ADDRESS_TYPES) + 1 + BEFORE_TIMES;
        at = end(in, at) + 1;
        at = end(in, at) + 1 + AFTER_TIMES;
        at += 1 + in.getUnsignedByte(at);
        String id = "";
        boolean delivered = false;
        while (at < end) {
            int tag = in.getUnsignedShort(at);
            int length = in.getUnsignedShort(at + 2);
            int value = at + Integer.BYTES;
            if (tag == RECEIPTED_MESSAGE_ID) {
                id = text(in, value);
            } else if (tag == MESSAGE_STATE) {
                delivered = in.getByte(value) == STATE_DELIVERED;
            }
            at = value + length;
        }
        return new Receipt(id, delivered);
    }
}
