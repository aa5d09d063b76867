package io.postrider.simulator.text;

import org.jsmpp.bean.MessageRequest;

/** What one PDU says of a text: its data_coding and its octets, which may begin with a user data header. */
public final class Phrase {
    private static final int HEADER_INDICATOR = 0x40;

    private final int coding;
    private final byte[] octets;
    private final boolean header;

    /** A phrase of these octets, which it keeps as they are. */
    Phrase(int coding, byte[] octets, boolean header) {
        this.coding = coding;
        this.octets = octets;
        this.header = header;
    }

    /** The data_coding: 0 for the GSM alphabet, 8 for UCS-2. */
    public int coding() {
        return coding;
    }

    /** The short_message. */
    public byte[] octets() {
        return octets.clone();
    }

    /** Whether the octets begin with a user data header, which esm_class has to say. */
    public boolean header() {
        return header;
    }

    /** Sets data_coding and short_message, and in esm_class whether there is a header. */
    public void write(MessageRequest pdu) {
        pdu.setDataCoding((byte) coding);
        pdu.setShortMessage(octets.clone());
        int other = pdu.getEsmClass() & ~HEADER_INDICATOR;
        pdu.setEsmClass((byte) (header ? other | HEADER_INDICATOR : other));
    }
}
