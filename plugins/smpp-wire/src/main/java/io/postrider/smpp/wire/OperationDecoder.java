package io.postrider.smpp.wire;

import java.util.Arrays;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Address;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.CancelSmResp;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DestinationAddress;
import org.jsmpp.bean.DistributionList;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.QuerySmResp;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.ReplaceSmResp;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitMultiResp;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.bean.UnsuccessDelivery;

/** The bodies of submit_multi, query_sm, cancel_sm and replace_sm and their responses (SMPP 3.4 sections 4.5 and 4.8 to 4.10). */
final class OperationDecoder {
    private static final int ADDRESS = 21;
    private static final int MESSAGE_ID = 65;
    private static final int TIME = 17;

    private OperationDecoder() {}

    static Command body(int commandId, OctetReader in) throws MalformedException {
        return switch (commandId) {
            case SMPPConstant.CID_SUBMIT_MULTI -> submitMulti(in);
            case SMPPConstant.CID_SUBMIT_MULTI_RESP -> submitMultiResponse(in);
            case SMPPConstant.CID_QUERY_SM -> query(in);
            case SMPPConstant.CID_QUERY_SM_RESP -> queryResponse(in);
            case SMPPConstant.CID_CANCEL_SM -> cancel(in);
            case SMPPConstant.CID_CANCEL_SM_RESP -> new CancelSmResp();
            case SMPPConstant.CID_REPLACE_SM -> replace(in);
            case SMPPConstant.CID_REPLACE_SM_RESP -> new ReplaceSmResp();
            default -> throw new MalformedException(SMPPConstant.STAT_ESME_RINVCMDID);
        };
    }

    private static SubmitMulti submitMulti(OctetReader in) throws MalformedException {
        var pdu = new SubmitMulti();
        pdu.setServiceType(in.cString(6, SMPPConstant.STAT_ESME_RINVSERTYP));
        pdu.setSourceAddrTon(in.octet());
        pdu.setSourceAddrNpi(in.octet());
        pdu.setSourceAddr(in.cString(ADDRESS, SMPPConstant.STAT_ESME_RINVSRCADR));
        pdu.setDestAddresses(destinations(in));
        pdu.setEsmClass(in.octet());
        pdu.setProtocolId(in.octet());
        pdu.setPriorityFlag(in.octet());
        pdu.setScheduleDeliveryTime(in.cString(TIME, SMPPConstant.STAT_ESME_RINVSCHED));
        pdu.setValidityPeriod(in.cString(TIME, SMPPConstant.STAT_ESME_RINVEXPIRY));
        pdu.setRegisteredDelivery(in.octet());
        pdu.setReplaceIfPresentFlag(in.octet());
        pdu.setDataCoding(in.octet());
        pdu.setSmDefaultMsgId(in.octet());
        pdu.setShortMessage(in.shortMessage());
        pdu.setOptionalParameters(in.tlvs());
        return pdu;
    }

    private static DestinationAddress[] destinations(OctetReader in) throws MalformedException {
        var found = new DestinationAddress[in.octet() & 0xFF];
        for (int i = 0; i < found.length; i++) {
            found[i] = switch (in.octet()) {
                case 1 -> address(in);
                case 2 -> new DistributionList(in.cString(ADDRESS, SMPPConstant.STAT_ESME_RINVDLNAME));
                default -> throw new MalformedException(SMPPConstant.STAT_ESME_RINVDESTFLAG);
            };
        }
        return found;
    }

    /** jsmpp's bean takes only the numbers of SMPP 3.4 section 5.2.5 and 5.2.6, so all others are judged here. */
    private static Address address(OctetReader in) throws MalformedException {
        byte ton = in.octet();
        byte npi = in.octet();
        String address = in.cString(ADDRESS, SMPPConstant.STAT_ESME_RINVDSTADR);
        if (Arrays.stream(TypeOfNumber.values()).noneMatch(known -> known.value() == ton)) {
            throw new MalformedException(SMPPConstant.STAT_ESME_RINVDSTTON);
        }
        if (Arrays.stream(NumberingPlanIndicator.values()).noneMatch(known -> known.value() == npi)) {
            throw new MalformedException(SMPPConstant.STAT_ESME_RINVDSTNPI);
        }
        return new Address(ton, npi, address);
    }

    private static SubmitMultiResp submitMultiResponse(OctetReader in) {
        var response = new SubmitMultiResp();
        if (in.atEnd()) {
            return response;
        }
        response.setMessageId(in.lenientCString());
        try {
            var failed = new UnsuccessDelivery[in.atEnd() ? 0 : in.octet() & 0xFF];
            for (int i = 0; i < failed.length; i++) {
                failed[i] = new UnsuccessDelivery(address(in), in.checkedInt32());
            }
            response.setUnsuccessSmes(failed);
        } catch (MalformedException cutShort) {
            response.setUnsuccessSmes(new UnsuccessDelivery[0]);
        }
        response.setOptionalParameters(in.lenientTlvs());
        return response;
    }

    private static QuerySm query(OctetReader in) throws MalformedException {
        var pdu = new QuerySm();
        pdu.setMessageId(in.cString(MESSAGE_ID, SMPPConstant.STAT_ESME_RINVMSGID));
        pdu.setSourceAddrTon(in.octet());
        pdu.setSourceAddrNpi(in.octet());
        pdu.setSourceAddr(in.cString(ADDRESS, SMPPConstant.STAT_ESME_RINVSRCADR));
        return pdu;
    }

    private static QuerySmResp queryResponse(OctetReader in) {
        var response = new QuerySmResp();
        if (!in.atEnd()) {
            response.setMessageId(in.lenientCString());
            response.setFinalDate(in.lenientCString());
        }
        try {
            if (!in.atEnd()) {
                response.setMessageState(state(in.octet()));
                response.setErrorCode(in.octet());
            }
        } catch (MalformedException cutShort) {
            response.setErrorCode((byte) 0);
        }
        return response;
    }

    private static MessageState state(byte number) {
        for (MessageState state : MessageState.values()) {
            if (state.value() == number) {
                return state;
            }
        }
        return MessageState.UNKNOWN;
    }

    private static CancelSm cancel(OctetReader in) throws MalformedException {
        var pdu = new CancelSm();
        pdu.setServiceType(in.cString(6, SMPPConstant.STAT_ESME_RINVSERTYP));
        pdu.setMessageId(in.cString(MESSAGE_ID, SMPPConstant.STAT_ESME_RINVMSGID));
        pdu.setSourceAddrTon(in.octet());
        pdu.setSourceAddrNpi(in.octet());
        pdu.setSourceAddr(in.cString(ADDRESS, SMPPConstant.STAT_ESME_RINVSRCADR));
        pdu.setDestAddrTon(in.octet());
        pdu.setDestAddrNpi(in.octet());
        pdu.setDestinationAddress(in.cString(ADDRESS, SMPPConstant.STAT_ESME_RINVDSTADR));
        return pdu;
    }

    private static ReplaceSm replace(OctetReader in) throws MalformedException {
        var pdu = new ReplaceSm();
        pdu.setMessageId(in.cString(MESSAGE_ID, SMPPConstant.STAT_ESME_RINVMSGID));
        pdu.setSourceAddrTon(in.octet());
        pdu.setSourceAddrNpi(in.octet());
        pdu.setSourceAddr(in.cString(ADDRESS, SMPPConstant.STAT_ESME_RINVSRCADR));
        pdu.setScheduleDeliveryTime(in.cString(TIME, SMPPConstant.STAT_ESME_RINVSCHED));
        pdu.setValidityPeriod(in.cString(TIME, SMPPConstant.STAT_ESME_RINVEXPIRY));
        pdu.setRegisteredDelivery(in.octet());
        pdu.setSmDefaultMsgId(in.octet());
        pdu.setShortMessage(in.shortMessage());
        return pdu;
    }
}
