package io.postrider.plugin.api;

import java.util.List;

/** A text as a channel would carry it. */
public sealed interface Composition {
    /**
     * The text fits.
     *
     * @param parts text of each part in order; together they are the text
     * @param encoding how the parts travel
     * @param units what the text counts: septets of GSM-7 or 16-bit units of UCS-2
     * @param unitsPerPart capacity of one part of this message (160 or 153, 70 or 67)
     * @param culprits index in the text of each character that forces UCS-2; empty for GSM-7
     */
    record Parts(List<String> parts, Encoding encoding, int units, int unitsPerPart, List<Integer> culprits)
            implements Composition {}

    /**
     * The channel cannot carry the text.
     *
     * @param code stable reason, such as {@code empty} or {@code too-long}
     * @param sentence the reason for a marketer
     */
    record Refused(String code, String sentence) implements Composition {}
}
