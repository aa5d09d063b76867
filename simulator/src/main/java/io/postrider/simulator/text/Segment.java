package io.postrider.simulator.text;

import org.jspecify.annotations.Nullable;

/**
 * The text of one submit_sm.
 *
 * @param text as a phone would show it
 * @param encoding the name of its alphabet
 * @param reference what the parts of one message have in common; 0 for a message of one part
 * @param total how many parts the message has
 * @param number which one this is, from 1
 * @param flash whether it is shown at once and not kept
 * @param units its length without the header: septets (an escape and its code are two), UTF-16 units or octets
 * @param problem what is wrong with it, as a sentence; null if nothing is
 * @param ports the port on the phone that it is meant for; -1 for the user
 */
public record Segment(
        String text,
        String encoding,
        int reference,
        int total,
        int number,
        boolean flash,
        int units,
        @Nullable String problem,
        int ports) {

    /** A segment to be kept that is as long as its text, with nothing wrong and for the user. */
    public Segment(String text, String encoding, int reference, int total, int number) {
        this(text, encoding, reference, total, number, false, text.length(), null, -1);
    }
}
