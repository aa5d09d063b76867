package io.postrider.simulator.text;

import io.postrider.smpp.wire.Tlvs;
import java.util.OptionalInt;
import org.jsmpp.bean.MessageRequest;

/** Reads what a submit_sm says: data_coding, user data header, SAR parameters and message_payload. */
public final class SegmentReader {
    private static final byte[] NOTHING = {};
    private static final int HEADER_INDICATOR = 0x40;
    private static final int DISPLAY = 1;
    private static final int MOST_PARTS = 255;

    private SegmentReader() {}

    /** The text and which part of a message it is, where data_coding 0 means the GSM alphabet. */
    public static Segment read(MessageRequest pdu) {
        return read(pdu, DefaultAlphabet.GSM);
    }

    /** The text and which part of a message it is. */
    public static Segment read(MessageRequest pdu, DefaultAlphabet alphabet) {
        var remarks = new Remarks();
        byte[] octets = octets(pdu);
        boolean indicated = (pdu.getEsmClass() & HEADER_INDICATOR) != 0;
        UserDataHeader header = indicated ? UserDataHeader.read(octets, remarks) : UserDataHeader.none();
        Place place = place(pdu, header, remarks);
        int coding = pdu.getDataCoding() & 0xFF;
        Wording wording = Wording.read(Encoding.of(coding, alphabet), octets, header, remarks);
        return new Segment(
                wording.text(),
                wording.encoding().shownName(),
                place.reference(),
                place.total(),
                place.number(),
                Encoding.isFlash(coding) || isForDisplay(pdu),
                wording.units(),
                remarks.first(),
                header.port());
    }

    private static byte[] octets(MessageRequest pdu) {
        byte[] payload = Tlvs.value(pdu, Tlvs.MESSAGE_PAYLOAD);
        if (payload != null) {
            return payload;
        }
        byte[] text = pdu.getShortMessage();
        return text == null ? NOTHING : text;
    }

    private static boolean isForDisplay(MessageRequest pdu) {
        return Tlvs.number(pdu, Tlvs.DEST_ADDR_SUBUNIT).orElse(0) == DISPLAY;
    }

    /** SAR parameters go before a header, which the operator would have to build from them. */
    private static Place place(MessageRequest pdu, UserDataHeader header, Remarks remarks) {
        OptionalInt total = Tlvs.number(pdu, Tlvs.SAR_TOTAL_SEGMENTS);
        OptionalInt number = Tlvs.number(pdu, Tlvs.SAR_SEGMENT_SEQNUM);
        OptionalInt reference = Tlvs.number(pdu, Tlvs.SAR_MSG_REF_NUM);
        boolean any = total.isPresent() || number.isPresent() || reference.isPresent();
        boolean all = total.isPresent() && number.isPresent() && reference.isPresent();
        if (any && !all) {
            remarks.add("Of the three SAR parameters not all are there.");
        }
        if (all && header.isConcatenated()) {
            remarks.add("Both the user data header and SAR parameters say which part this is.");
        }
        if (all) {
            return Place.of(reference.getAsInt(), total.getAsInt(), number.getAsInt(), remarks);
        }
        return header.isConcatenated()
                ? Place.of(header.reference(), header.total(), header.number(), remarks)
                : Place.ALONE;
    }

    /** Which part of a message. */
    private record Place(int reference, int total, int number) {
        static final Place ALONE = new Place(0, 1, 1);

        /** A part with numbers that cannot be is shown as a message of its own, as phones do. */
        static Place of(int reference, int total, int number, Remarks remarks) {
            if (number < 1 || number > total || total > MOST_PARTS) {
                remarks.add("There cannot be a part " + number + " of " + total + ".");
                return ALONE;
            }
            return total == 1 ? ALONE : new Place(reference, total, number);
        }
    }
}
