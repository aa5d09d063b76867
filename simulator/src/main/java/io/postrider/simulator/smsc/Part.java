package io.postrider.simulator.smsc;

import io.postrider.simulator.people.MessageEnd;
import io.postrider.simulator.people.ReceivedMessage;

/**
 * An accepted submit_sm on its way: to its response, then to its end, then to its receipt.
 *
 * @param id the message_id
 * @param session where it came from and is answered
 * @param sequence of the submit_sm
 * @param message that it is a part of
 * @param receipts registered_delivery
 * @param userReference user_message_reference, echoed in the receipt; -1 without
 * @param source the sender's address with its type, which a receipt goes back to
 * @param acceptedAt in milliseconds since 1970
 * @param end how it will end
 * @param round what it is counted in
 */
record Part(
        long id,
        Session session,
        int sequence,
        ReceivedMessage message,
        int receipts,
        int userReference,
        Source source,
        long acceptedAt,
        MessageEnd end,
        Round round) {
    /** Sender's address: type of number, numbering plan, digits. */
    record Source(byte ton, byte npi, String address) {}

    /** Whether the client wants to hear of this end. */
    boolean wantsReceipt() {
        int wanted = receipts & 3;
        return wanted == 1 || (wanted == 2 && end != MessageEnd.DELIVERED);
    }
}
