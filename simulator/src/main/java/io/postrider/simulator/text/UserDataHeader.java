package io.postrider.simulator.text;

/**
 * What stands before the text of a message (3GPP TS 23.040, 9.2.3.24). Of an element that comes twice the last one
 * counts, and a header whose elements do not fill it is passed over as a whole: the standard wants both.
 */
final class UserDataHeader {
    private static final int EIGHT_BIT_REFERENCE = 0x00;
    private static final int EIGHT_BIT_PORTS = 0x04;
    private static final int SIXTEEN_BIT_PORTS = 0x05;
    private static final int SIXTEEN_BIT_REFERENCE = 0x08;
    private static final int SINGLE_SHIFT = 0x24;
    private static final int LOCKING_SHIFT = 0x25;

    private final byte[] octets;
    private final int end;
    private final Remarks remarks;
    private boolean concatenated;
    private int reference;
    private int total = 1;
    private int number = 1;
    private int port = -1;
    private int single;
    private int locking;

    private UserDataHeader(byte[] octets, int end, Remarks remarks) {
        this.octets = octets;
        this.end = end;
        this.remarks = remarks;
    }

    /** A message without a header. */
    static UserDataHeader none() {
        return new UserDataHeader(new byte[0], 0, new Remarks());
    }

    /** The header that the octets begin with. */
    static UserDataHeader read(byte[] octets, Remarks remarks) {
        if (octets.length == 0) {
            remarks.add("The message has no room for its user data header.");
            return none();
        }
        int length = 1 + (octets[0] & 0xFF);
        var header = new UserDataHeader(octets, Math.min(length, octets.length), remarks);
        if (length > octets.length) {
            remarks.add("The user data header is longer than the message.");
        } else if (header.isFilled()) {
            header.readElements();
        } else {
            remarks.add("The elements of the user data header do not fill it.");
        }
        return header;
    }

    private boolean isFilled() {
        int at = 1;
        while (at + 1 < end) {
            at += 2 + (octets[at + 1] & 0xFF);
        }
        return at == end;
    }

    private void readElements() {
        for (int at = 1; at < end; at += 2 + octet(at + 1)) {
            readElement(octet(at), at + 2, octet(at + 1));
        }
    }

    private void readElement(int element, int at, int length) {
        switch (element) {
            case EIGHT_BIT_REFERENCE -> {
                if (has(element, length, 3)) {
                    part(octet(at), at + 1);
                }
            }
            case SIXTEEN_BIT_REFERENCE -> {
                if (has(element, length, 4)) {
                    part(twoOctets(at), at + 2);
                }
            }
            case EIGHT_BIT_PORTS -> port = has(element, length, 2) ? octet(at) : port;
            case SIXTEEN_BIT_PORTS -> port = has(element, length, 4) ? twoOctets(at) : port;
            case SINGLE_SHIFT -> single = has(element, length, 1) ? language(octet(at)) : single;
            case LOCKING_SHIFT -> locking = has(element, length, 1) ? language(octet(at)) : locking;
            default -> {
                // pictures, sounds and others say nothing about the text
            }
        }
    }

    private boolean has(int element, int length, int right) {
        if (length != right) {
            remarks.add(String.format("The header element 0x%02X has the wrong length.", element));
        }
        return length == right;
    }

    private void part(int newReference, int at) {
        concatenated = true;
        reference = newReference;
        total = octet(at);
        number = octet(at + 1);
    }

    private int language(int language) {
        if (NationalTables.has(language)) {
            return language;
        }
        remarks.add("There is no national language " + language + ".");
        return 0;
    }

    private int octet(int at) {
        return octets[at] & 0xFF;
    }

    private int twoOctets(int at) {
        return (octet(at) << 8) | octet(at + 1);
    }

    /** Where the text begins: how many octets the header has with its length. */
    int end() {
        return end;
    }

    /** Whether it says which part of a message this is. */
    boolean isConcatenated() {
        return concatenated;
    }

    int reference() {
        return reference;
    }

    int total() {
        return total;
    }

    int number() {
        return number;
    }

    /** The destination port; -1 if none is named. */
    int port() {
        return port;
    }

    /** The alphabet that GSM texts behind this header are in. */
    GsmAlphabet alphabet() {
        return new GsmAlphabet(NationalTables.locking(locking), NationalTables.single(single));
    }
}
