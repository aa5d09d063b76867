package io.postrider.smpp.wire;

import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jspecify.annotations.Nullable;

/** One frame of the stream: a PDU, or octets that are none. */
public sealed interface Frame {
    /**
     * A PDU in jsmpp's bean of its kind.
     *
     * @param command the bean; its optional parameters are octet strings, read them with {@link Tlvs}. A response that
     *     came without body has a null message or system id.
     */
    record Pdu(Command command) implements Frame {}

    /**
     * A frame that cannot be read (SMPP 3.4 section 3.2 and 4.3). Responses are never malformed: what cannot be read of
     * them is left out.
     *
     * @param commandId the command it claims to be; 0 if not even the header came
     * @param sequence its sequence number; 0 if not even the header came
     * @param status why, as a command_status
     * @param fatal whether the command_length itself is wrong, so that no further frame can be found: the connection
     *     delivers nothing after it
     */
    record Malformed(int commandId, int sequence, int status, boolean fatal) implements Frame {
        /**
         * What the protocol says to answer: the negative response of the command if it is a known request, otherwise
         * generic_nack; null for a response, which is never nacked.
         */
        public @Nullable Command answer() {
            if (!fatal && CommandIds.isResponse(commandId)) {
                return null;
            }
            var answer = new Command();
            boolean known = !fatal && CommandIds.hasResponse(commandId);
            answer.setCommandId(known ? CommandIds.responseOf(commandId) : SMPPConstant.CID_GENERIC_NACK);
            answer.setCommandStatus(status);
            answer.setSequenceNumber(sequence);
            return answer;
        }
    }
}
