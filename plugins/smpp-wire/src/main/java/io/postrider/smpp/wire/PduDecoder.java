package io.postrider.smpp.wire;

import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.AbstractSmRespCommand;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.Bind;
import org.jsmpp.bean.BindResp;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DataSmResp;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliverSmResp;
import org.jsmpp.bean.EnquireLink;
import org.jsmpp.bean.EnquireLinkResp;
import org.jsmpp.bean.GenericNack;
import org.jsmpp.bean.MessageRequest;
import org.jsmpp.bean.Outbind;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.SubmitSmResp;
import org.jsmpp.bean.Unbind;
import org.jsmpp.bean.UnbindResp;

/**
 * Octets of one whole PDU to jsmpp's bean (SMPP 3.4 section 4). A field that is too long or lacks its NUL gives the
 * field's own command_status, so that either side can answer with it. Values are not judged: that is each side's rule.
 */
public final class PduDecoder {
    static final int HEADER = SMPPConstant.PDU_HEADER_LENGTH;
    static final int LONGEST_SHORT_MESSAGE = 254;

    private PduDecoder() {}

    /** Reads the PDU that fills {@code length} octets, at least 16, from {@code offset}. */
    public static Frame decode(byte[] octets, int offset, int length) {
        var in = new OctetReader(octets, offset + 4, length - 4);
        int commandId = in.int32();
        int status = in.int32();
        int sequence = in.int32();
        try {
            Command command = body(commandId, in);
            command.setCommandLength(length);
            command.setCommandId(commandId);
            command.setCommandStatus(status);
            command.setSequenceNumber(sequence);
            return new Frame.Pdu(command);
        } catch (MalformedException malformed) {
            return new Frame.Malformed(commandId, sequence, malformed.status(), false);
        }
    }

    private static Command body(int commandId, OctetReader in) throws MalformedException {
        return switch (commandId) {
            case SMPPConstant.CID_SUBMIT_SM -> message(new SubmitSm(), in);
            case SMPPConstant.CID_DELIVER_SM -> message(new DeliverSm(), in);
            case SMPPConstant.CID_SUBMIT_SM_RESP -> messageResponse(new SubmitSmResp(), in);
            case SMPPConstant.CID_DELIVER_SM_RESP -> messageResponse(new DeliverSmResp(), in);
            case SMPPConstant.CID_DATA_SM -> dataSm(in);
            case SMPPConstant.CID_DATA_SM_RESP -> messageResponse(new DataSmResp(), in);
            case SMPPConstant.CID_BIND_RECEIVER, SMPPConstant.CID_BIND_TRANSMITTER, SMPPConstant.CID_BIND_TRANSCEIVER ->
                bind(in);
            case SMPPConstant.CID_BIND_RECEIVER_RESP,
                    SMPPConstant.CID_BIND_TRANSMITTER_RESP,
                    SMPPConstant.CID_BIND_TRANSCEIVER_RESP -> bindResponse(in);
            case SMPPConstant.CID_ENQUIRE_LINK -> new EnquireLink();
            case SMPPConstant.CID_ENQUIRE_LINK_RESP -> new EnquireLinkResp();
            case SMPPConstant.CID_UNBIND -> new Unbind();
            case SMPPConstant.CID_UNBIND_RESP -> new UnbindResp();
            case SMPPConstant.CID_GENERIC_NACK -> new GenericNack();
            case SMPPConstant.CID_OUTBIND -> outbind(in);
            case SMPPConstant.CID_ALERT_NOTIFICATION -> alertNotification(in);
            default -> OperationDecoder.body(commandId, in);
        };
    }

    private static Bind bind(OctetReader in) throws MalformedException {
        var bind = new Bind();
        bind.setSystemId(in.cString(16, SMPPConstant.STAT_ESME_RINVSYSID));
        bind.setPassword(in.cString(9, SMPPConstant.STAT_ESME_RINVPASWD));
        bind.setSystemType(in.cString(13, SMPPConstant.STAT_ESME_RINVSYSTYP));
        bind.setInterfaceVersion(in.octet());
        bind.setAddrTon(in.octet());
        bind.setAddrNpi(in.octet());
        bind.setAddressRange(in.cString(41, SMPPConstant.STAT_ESME_RBINDFAIL));
        return bind;
    }

    private static BindResp bindResponse(OctetReader in) {
        var response = new BindResp();
        if (!in.atEnd()) {
            response.setSystemId(in.lenientCString());
        }
        response.setOptionalParameters(in.lenientTlvs());
        return response;
    }

    private static Outbind outbind(OctetReader in) throws MalformedException {
        var outbind = new Outbind();
        outbind.setSystemId(in.cString(16, SMPPConstant.STAT_ESME_RINVSYSID));
        outbind.setPassword(in.cString(9, SMPPConstant.STAT_ESME_RINVPASWD));
        return outbind;
    }

    static MessageRequest message(MessageRequest pdu, OctetReader in) throws MalformedException {
        addresses(pdu, in);
        pdu.setEsmClass(in.octet());
        pdu.setProtocolId(in.octet());
        pdu.setPriorityFlag(in.octet());
        pdu.setScheduleDeliveryTime(in.cString(17, SMPPConstant.STAT_ESME_RINVSCHED));
        pdu.setValidityPeriod(in.cString(17, SMPPConstant.STAT_ESME_RINVEXPIRY));
        pdu.setRegisteredDelivery(in.octet());
        pdu.setReplaceIfPresent(in.octet());
        pdu.setDataCoding(in.octet());
        pdu.setSmDefaultMsgId(in.octet());
        pdu.setShortMessage(in.shortMessage());
        pdu.setOptionalParameters(in.tlvs());
        return pdu;
    }

    private static DataSm dataSm(OctetReader in) throws MalformedException {
        var pdu = new DataSm();
        addresses(pdu, in);
        pdu.setEsmClass(in.octet());
        pdu.setRegisteredDelivery(in.octet());
        pdu.setDataCoding(in.octet());
        pdu.setOptionalParameters(in.tlvs());
        return pdu;
    }

    private static void addresses(AbstractSmCommand pdu, OctetReader in) throws MalformedException {
        int longest = pdu instanceof DataSm ? 65 : 21;
        pdu.setServiceType(in.cString(6, SMPPConstant.STAT_ESME_RINVSERTYP));
        pdu.setSourceAddrTon(in.octet());
        pdu.setSourceAddrNpi(in.octet());
        pdu.setSourceAddr(in.cString(longest, SMPPConstant.STAT_ESME_RINVSRCADR));
        pdu.setDestAddrTon(in.octet());
        pdu.setDestAddrNpi(in.octet());
        pdu.setDestAddress(in.cString(longest, SMPPConstant.STAT_ESME_RINVDSTADR));
    }

    private static AbstractSmRespCommand messageResponse(AbstractSmRespCommand response, OctetReader in) {
        if (!in.atEnd()) {
            response.setMessageId(in.lenientCString());
        }
        response.setOptionalParameters(in.lenientTlvs());
        return response;
    }

    private static AlertNotification alertNotification(OctetReader in) throws MalformedException {
        var alert = new AlertNotification();
        alert.setSourceAddrTon(in.octet());
        alert.setSourceAddrNpi(in.octet());
        alert.setSourceAddr(in.cString(65, SMPPConstant.STAT_ESME_RINVSRCADR));
        alert.setEsmeAddrTon(in.octet());
        alert.setEsmeAddrNpi(in.octet());
        alert.setEsmeAddr(in.cString(65, SMPPConstant.STAT_ESME_RINVDSTADR));
        alert.setOptionalParameters(in.tlvs());
        return alert;
    }
}
