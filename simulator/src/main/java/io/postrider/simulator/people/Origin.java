package io.postrider.simulator.people;

/**
 * Where an accepted part came from and what its PDU said beside the text.
 *
 * @param account the system_id of the client
 * @param session number of the session
 * @param sequence sequence_number
 * @param ton source_addr_ton
 * @param npi source_addr_npi
 * @param from source_addr
 * @param to destination_addr, echoed as it was
 * @param registeredDelivery which receipts are wanted
 * @param userReference user_message_reference; -1 without
 * @param dataCoding data_coding
 * @param esmClass esm_class
 * @param serviceType service_type
 * @param pdu number of the PDU in the log
 */
public record Origin(
        String account,
        int session,
        int sequence,
        byte ton,
        byte npi,
        String from,
        String to,
        int registeredDelivery,
        int userReference,
        int dataCoding,
        int esmClass,
        String serviceType,
        long pdu) {
    private static final int INTERMEDIATE = 0x10;

    /** Whether the client wants to hear of this end (SMPP 3.4 section 5.2.17). */
    public boolean wantsReceipt(MessageEnd end) {
        int wanted = registeredDelivery & 3;
        return wanted == 1 || (wanted == 2 && end != MessageEnd.DELIVERED);
    }

    /** Whether the client wants to hear that the message is on its way. */
    public boolean wantsIntermediate() {
        return (registeredDelivery & INTERMEDIATE) != 0;
    }
}
