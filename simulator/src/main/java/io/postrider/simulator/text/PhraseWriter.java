package io.postrider.simulator.text;

import java.nio.charset.StandardCharsets;
import org.jsmpp.bean.MessageRequest;

/** Puts a text into a PDU: in the default alphabet if that can say it, in UCS-2 otherwise. */
public final class PhraseWriter {
    private static final byte UCS2 = 8;
    private static final int LONGEST = 254;

    private PhraseWriter() {}

    /**
     * Sets data_coding and short_message.
     *
     * @throws IllegalArgumentException if the text is longer than one short message
     */
    public static void write(String text, MessageRequest pdu) {
        byte[] gsm = GsmAlphabet.encode(text);
        byte[] octets = gsm == null ? text.getBytes(StandardCharsets.UTF_16BE) : gsm;
        if (octets.length > LONGEST) {
            throw new IllegalArgumentException("The text is too long for one message.");
        }
        pdu.setDataCoding(gsm == null ? UCS2 : 0);
        pdu.setShortMessage(octets);
    }
}
