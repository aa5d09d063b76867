package io.postrider.simulator.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.bean.MessageRequest;

/** Puts a text into a PDU, or several: in the default alphabet if that can say it, in UCS-2 otherwise. */
public final class PhraseWriter {
    private static final byte UCS2 = 8;
    private static final int LONGEST = 254;
    private static final int MOST_PARTS = 255;
    private static final int HEADER = 6;

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

    /**
     * Splits a text as a phone does when it sends: nothing of one part gets a header, and the parts of one message have a
     * reference in common, by which two long messages of one phone are told apart.
     *
     * @param reference only its lowest 8 bits count
     * @throws IllegalArgumentException if it would be more than 255 parts
     */
    public static List<Phrase> parts(String text, int reference) {
        byte[] gsm = GsmAlphabet.encode(text);
        return gsm == null
                ? parts(UCS2, text.getBytes(StandardCharsets.UTF_16BE), reference, 140, 134)
                : parts((byte) 0, gsm, reference, 160, 153);
    }

    private static List<Phrase> parts(byte coding, byte[] octets, int reference, int alone, int each) {
        if (octets.length <= alone) {
            return List.of(new Phrase(coding, octets, false));
        }
        List<Integer> ends = ends(coding, octets, each);
        if (ends.size() > MOST_PARTS) {
            throw new IllegalArgumentException("The text is too long for 255 parts.");
        }
        var parts = new ArrayList<Phrase>(ends.size());
        int from = 0;
        for (int end : ends) {
            byte number = (byte) (parts.size() + 1);
            byte[] part = new byte[HEADER + end - from];
            System.arraycopy(new byte[] {5, 0, 3, (byte) reference, (byte) ends.size(), number}, 0, part, 0, HEADER);
            System.arraycopy(octets, from, part, HEADER, end - from);
            parts.add(new Phrase(coding, part, true));
            from = end;
        }
        return parts;
    }

    private static List<Integer> ends(byte coding, byte[] octets, int each) {
        var ends = new ArrayList<Integer>();
        int at = 0;
        while (octets.length - at > each) {
            at += each;
            if (isInside(coding, octets, at)) {
                at -= coding == UCS2 ? 2 : 1;
            }
            ends.add(at);
        }
        ends.add(octets.length);
        return ends;
    }

    /** Whether a cut here would part an escape from its code, or a surrogate from the other. */
    private static boolean isInside(byte coding, byte[] octets, int at) {
        return coding == UCS2
                ? Character.isHighSurrogate((char) ((octets[at - 2] & 0xFF) << 8))
                : octets[at - 1] == GsmAlphabet.ESCAPE;
    }
}
