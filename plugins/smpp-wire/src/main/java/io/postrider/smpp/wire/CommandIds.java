package io.postrider.smpp.wire;

import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;

/** What a command_id alone says (SMPP 3.4 section 5.1.2). The numbers themselves are in {@link SMPPConstant}. */
public final class CommandIds {
    private CommandIds() {}

    /** Whether the highest bit is set: a response or generic_nack. */
    public static boolean isResponse(int commandId) {
        return (commandId & SMPPConstant.MASK_CID_RESP) != 0;
    }

    /** Whether it asks to be bound. */
    public static boolean isBind(int commandId) {
        return commandId == SMPPConstant.CID_BIND_RECEIVER
                || commandId == SMPPConstant.CID_BIND_TRANSMITTER
                || commandId == SMPPConstant.CID_BIND_TRANSCEIVER;
    }

    /** The command_id of the response to a request. */
    public static int responseOf(int commandId) {
        return commandId | SMPPConstant.MASK_CID_RESP;
    }

    /** Whether it is a request of this codec that is answered by its own response. */
    public static boolean hasResponse(int commandId) {
        return switch (commandId) {
            case SMPPConstant.CID_BIND_RECEIVER,
                    SMPPConstant.CID_BIND_TRANSMITTER,
                    SMPPConstant.CID_BIND_TRANSCEIVER,
                    SMPPConstant.CID_SUBMIT_SM,
                    SMPPConstant.CID_DELIVER_SM,
                    SMPPConstant.CID_DATA_SM,
                    SMPPConstant.CID_SUBMIT_MULTI,
                    SMPPConstant.CID_QUERY_SM,
                    SMPPConstant.CID_CANCEL_SM,
                    SMPPConstant.CID_REPLACE_SM,
                    SMPPConstant.CID_UNBIND,
                    SMPPConstant.CID_ENQUIRE_LINK -> true;
            default -> false;
        };
    }

    /** A request that is nothing but a header, such as enquire_link and unbind. */
    public static Command request(int commandId, int sequence) {
        var request = new Command();
        request.setCommandId(commandId);
        request.setSequenceNumber(sequence);
        return request;
    }

    /** The response to a request as a header of 16 octets, which is what a negative answer may be. */
    public static Command answer(Command request, int status) {
        var answer = new Command();
        answer.setCommandId(responseOf(request.getCommandId()));
        answer.setCommandStatus(status);
        answer.setSequenceNumber(request.getSequenceNumber());
        return answer;
    }
}
