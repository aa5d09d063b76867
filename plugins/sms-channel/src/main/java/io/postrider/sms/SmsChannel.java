package io.postrider.sms;

import io.postrider.plugin.api.Channel;
import io.postrider.plugin.api.Composition;
import io.postrider.plugin.api.Encoding;
import java.util.ArrayList;
import java.util.List;
import org.pf4j.Extension;

/**
 * SMS: GSM-7 where the alphabet has every character of the text, otherwise UCS-2; one part where it fits, otherwise parts
 * that leave room for a concatenation header of 8-bit reference (3GPP TS 23.040 section 9.2.3.24.1).
 */
@Extension
public final class SmsChannel implements Channel {
    private static final int MAX_PARTS = 255;
    private static final int GSM7_SINGLE = 160;
    private static final int GSM7_PART = 153;
    private static final int UCS2_SINGLE = 70;
    private static final int UCS2_PART = 67;

    @Override
    public String name() {
        return "sms";
    }

    @Override
    public Composition compose(String text) {
        if (text.isEmpty()) {
            return new Composition.Refused("empty", "The text is empty, so there is nothing to send.");
        }
        int septets = septets(text);
        return septets >= 0 ? gsm7(text, septets) : ucs2(text);
    }

    /** Septets of the whole text; -1 when one character is not in GSM-7. */
    private static int septets(String text) {
        int sum = 0;
        for (int at = 0; at < text.length(); at++) {
            int septets = Gsm7.septets(text.charAt(at));
            if (septets == 0) {
                return -1;
            }
            sum += septets;
        }
        return sum;
    }

    private static Composition gsm7(String text, int septets) {
        if (septets <= GSM7_SINGLE) {
            return new Composition.Parts(List.of(text), Encoding.GSM7, septets, GSM7_SINGLE, List.of());
        }
        List<String> parts = new ArrayList<>(septets / GSM7_PART + 1);
        for (int start = 0; start < text.length(); ) {
            if (parts.size() == MAX_PARTS) {
                return tooLong();
            }
            int end = endOfGsm7Part(text, start);
            parts.add(text.substring(start, end));
            start = end;
        }
        return new Composition.Parts(parts, Encoding.GSM7, septets, GSM7_PART, List.of());
    }

    private static int endOfGsm7Part(String text, int start) {
        int room = GSM7_PART;
        int end = start;
        while (end < text.length() && Gsm7.septets(text.charAt(end)) <= room) {
            room -= Gsm7.septets(text.charAt(end++));
        }
        return end;
    }

    private static Composition ucs2(String text) {
        if (text.length() <= UCS2_SINGLE) {
            return new Composition.Parts(List.of(text), Encoding.UCS2, text.length(), UCS2_SINGLE, Culprits.of(text));
        }
        List<String> parts = new ArrayList<>(text.length() / UCS2_PART + 1);
        for (int start = 0; start < text.length(); ) {
            if (parts.size() == MAX_PARTS) {
                return tooLong();
            }
            int end = endOfUcs2Part(text, start);
            parts.add(text.substring(start, end));
            start = end;
        }
        return new Composition.Parts(parts, Encoding.UCS2, text.length(), UCS2_PART, Culprits.of(text));
    }

    /** A cluster longer than a whole part is cut all the same, though never inside a surrogate pair. */
    private static int endOfUcs2Part(String text, int start) {
        int full = Math.min(start + UCS2_PART, text.length());
        for (int end = full; end > start; end--) {
            if (Clusters.mayCut(text, end)) {
                return end;
            }
        }
        return Clusters.splitsPair(text, full) ? full - 1 : full;
    }

    private static Composition tooLong() {
        return new Composition.Refused(
                "too-long", "The text needs more than " + MAX_PARTS + " SMS parts, and no phone can join so many.");
    }
}
