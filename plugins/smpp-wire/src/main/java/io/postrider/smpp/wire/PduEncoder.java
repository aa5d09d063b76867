package io.postrider.smpp.wire;

import io.vertx.core.buffer.Buffer;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.AbstractSmRespCommand;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.Bind;
import org.jsmpp.bean.BindResp;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.MessageRequest;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.Outbind;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jspecify.annotations.Nullable;

/**
 * jsmpp's bean to octets (SMPP 3.4 section 4). Values are written as they are, legal or not, except a short message of
 * more than 255 octets. Strings travel as Latin-1. A response whose message or system id is null is written without
 * body, and a plain {@link Command} is a header of 16 octets.
 */
public final class PduEncoder {
    private PduEncoder() {}

    /**
     * The octets of one PDU, for whoever wants to change them before they leave.
     *
     * @throws IllegalArgumentException if the short message has more than 255 octets
     */
    public static Buffer encode(Command command) {
        var out = new OctetWriter();
        encode(command, out);
        return out.drain();
    }

    static void encode(Command command, OctetWriter out) {
        refuseLongMessage(command);
        int start = out.length();
        out.int32(0);
        out.int32(command.getCommandId());
        out.int32(command.getCommandStatus());
        out.int32(command.getSequenceNumber());
        body(command, out);
        out.setInt32(start, out.length() - start);
    }

    private static void refuseLongMessage(Command command) {
        byte[] text = null;
        if (command instanceof MessageRequest message) {
            text = message.getShortMessage();
        } else if (command instanceof SubmitMulti multi) {
            text = multi.getShortMessage();
        } else if (command instanceof ReplaceSm replacement) {
            text = replacement.getShortMessage();
        }
        if (text != null && text.length > 255) {
            throw new IllegalArgumentException("a short message has at most 255 octets, use message_payload");
        }
    }

    private static void body(Command command, OctetWriter out) {
        if (command instanceof AbstractSmCommand message) {
            message(message, out);
        } else if (command instanceof AbstractSmRespCommand response) {
            response(response.getMessageId(), response.getOptionalParameters(), out);
        } else if (command instanceof Bind bind) {
            bind(bind, out);
        } else if (command instanceof BindResp response) {
            response(response.getSystemId(), response.getOptionalParameters(), out);
        } else if (command instanceof Outbind outbind) {
            out.cString(outbind.getSystemId());
            out.cString(outbind.getPassword());
        } else if (command instanceof AlertNotification alert) {
            alertNotification(alert, out);
        } else {
            OperationEncoder.body(command, out);
        }
    }

    private static void message(AbstractSmCommand pdu, OctetWriter out) {
        out.cString(pdu.getServiceType());
        out.octet(pdu.getSourceAddrTon());
        out.octet(pdu.getSourceAddrNpi());
        out.cString(pdu.getSourceAddr());
        out.octet(pdu.getDestAddrTon());
        out.octet(pdu.getDestAddrNpi());
        out.cString(pdu.getDestAddress());
        out.octet(pdu.getEsmClass());
        if (pdu instanceof MessageRequest message) {
            shortMessage(message, out);
        } else {
            out.octet(pdu.getRegisteredDelivery());
            out.octet(pdu.getDataCoding());
        }
        tlvs(pdu.getOptionalParameters(), out);
    }

    private static void shortMessage(MessageRequest pdu, OctetWriter out) {
        out.octet(pdu.getProtocolId());
        out.octet(pdu.getPriorityFlag());
        out.cString(pdu.getScheduleDeliveryTime());
        out.cString(pdu.getValidityPeriod());
        out.octet(pdu.getRegisteredDelivery());
        out.octet(pdu.getReplaceIfPresent());
        out.octet(pdu.getDataCoding());
        out.octet(pdu.getSmDefaultMsgId());
        byte[] text = pdu.getShortMessage();
        out.octet(text == null ? 0 : text.length);
        if (text != null) {
            out.bytes(text);
        }
    }

    static void response(@Nullable String id, OptionalParameter @Nullable [] tlvs, OctetWriter out) {
        if (id != null) {
            out.cString(id);
            tlvs(tlvs, out);
        }
    }

    private static void bind(Bind bind, OctetWriter out) {
        out.cString(bind.getSystemId());
        out.cString(bind.getPassword());
        out.cString(bind.getSystemType());
        out.octet(bind.getInterfaceVersion());
        out.octet(bind.getAddrTon());
        out.octet(bind.getAddrNpi());
        out.cString(bind.getAddressRange());
    }

    private static void alertNotification(AlertNotification alert, OctetWriter out) {
        out.octet(alert.getSourceAddrTon());
        out.octet(alert.getSourceAddrNpi());
        out.cString(alert.getSourceAddr());
        out.octet(alert.getEsmeAddrTon());
        out.octet(alert.getEsmeAddrNpi());
        out.cString(alert.getEsmeAddr());
        tlvs(alert.getOptionalParameters(), out);
    }

    static void tlvs(OptionalParameter @Nullable [] tlvs, OctetWriter out) {
        if (tlvs != null) {
            for (OptionalParameter tlv : tlvs) {
                out.bytes(tlv.serialize());
            }
        }
    }
}
