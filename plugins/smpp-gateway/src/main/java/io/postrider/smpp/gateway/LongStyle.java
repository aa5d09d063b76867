package io.postrider.smpp.gateway;

import io.postrider.plugin.api.Encoding;

/** How the parts of a long message are marked as belonging together (3GPP TS 23.040, 9.2.3.24; SMPP 3.4 section 5.3.2). */
enum LongStyle {
    /** A user data header with an 8-bit reference in front of each part. */
    UDH8(153, 67),
    /** The same with a 16-bit reference. */
    UDH16(152, 66),
    /** The sar_ parameters, from which the operator makes a header of its own. */
    SAR(152, 66),
    /** All in one message_payload, which the operator cuts. */
    PAYLOAD(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final int septets;
    private final int units;

    LongStyle(int septets, int units) {
        this.septets = septets;
        this.units = units;
    }

    /** How many septets or UTF-16 units a part may have. */
    int limit(Encoding encoding) {
        return encoding == Encoding.UCS2 ? units : septets;
    }

    static LongStyle of(String setting) {
        return switch (setting) {
            case "udh16" -> UDH16;
            case "sar" -> SAR;
            case "payload" -> PAYLOAD;
            default -> UDH8;
        };
    }
}
