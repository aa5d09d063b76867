package io.postrider.smpp.wire;

import org.jsmpp.bean.Address;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DestinationAddress;
import org.jsmpp.bean.DistributionList;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.QuerySmResp;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitMultiResp;
import org.jsmpp.bean.UnsuccessDelivery;

/** The counterpart of {@link OperationDecoder}. */
final class OperationEncoder {
    private OperationEncoder() {}

    static void body(Command command, OctetWriter out) {
        if (command instanceof SubmitMulti pdu) {
            submitMulti(pdu, out);
        } else if (command instanceof SubmitMultiResp response) {
            submitMultiResponse(response, out);
        } else if (command instanceof QuerySm pdu) {
            out.cString(pdu.getMessageId());
            out.octet(pdu.getSourceAddrTon());
            out.octet(pdu.getSourceAddrNpi());
            out.cString(pdu.getSourceAddr());
        } else if (command instanceof QuerySmResp response) {
            queryResponse(response, out);
        } else if (command instanceof CancelSm pdu) {
            cancel(pdu, out);
        } else if (command instanceof ReplaceSm pdu) {
            replace(pdu, out);
        }
    }

    private static void submitMulti(SubmitMulti pdu, OctetWriter out) {
        out.cString(pdu.getServiceType());
        out.octet(pdu.getSourceAddrTon());
        out.octet(pdu.getSourceAddrNpi());
        out.cString(pdu.getSourceAddr());
        DestinationAddress[] destinations = pdu.getDestAddresses();
        out.octet(destinations.length);
        for (DestinationAddress destination : destinations) {
            destination(destination, out);
        }
        out.octet(pdu.getEsmClass());
        out.octet(pdu.getProtocolId());
        out.octet(pdu.getPriorityFlag());
        out.cString(pdu.getScheduleDeliveryTime());
        out.cString(pdu.getValidityPeriod());
        out.octet(pdu.getRegisteredDelivery());
        out.octet(pdu.getReplaceIfPresentFlag());
        out.octet(pdu.getDataCoding());
        out.octet(pdu.getSmDefaultMsgId());
        text(pdu.getShortMessage(), out);
        PduEncoder.tlvs(pdu.getOptionalParameters(), out);
    }

    private static void destination(DestinationAddress destination, OctetWriter out) {
        out.octet(destination.getFlag().getValue());
        if (destination instanceof Address address) {
            out.octet(address.getTon());
            out.octet(address.getNpi());
            out.cString(address.getAddress());
        } else if (destination instanceof DistributionList list) {
            out.cString(list.getName());
        }
    }

    private static void submitMultiResponse(SubmitMultiResp response, OctetWriter out) {
        if (response.getMessageId() == null) {
            return;
        }
        out.cString(response.getMessageId());
        UnsuccessDelivery[] failed = response.getUnsuccessSmes();
        out.octet(failed == null ? 0 : failed.length);
        if (failed != null) {
            for (UnsuccessDelivery one : failed) {
                Address address = one.getDestinationAddress();
                out.octet(address.getTon());
                out.octet(address.getNpi());
                out.cString(address.getAddress());
                out.int32(one.getErrorStatusCode());
            }
        }
        PduEncoder.tlvs(response.getOptionalParameters(), out);
    }

    private static void queryResponse(QuerySmResp response, OctetWriter out) {
        if (response.getMessageId() != null) {
            out.cString(response.getMessageId());
            out.cString(response.getFinalDate());
            out.octet(
                    response.getMessageState() == null
                            ? 0
                            : response.getMessageState().value());
            out.octet(response.getErrorCode());
        }
    }

    private static void cancel(CancelSm pdu, OctetWriter out) {
        out.cString(pdu.getServiceType());
        out.cString(pdu.getMessageId());
        out.octet(pdu.getSourceAddrTon());
        out.octet(pdu.getSourceAddrNpi());
        out.cString(pdu.getSourceAddr());
        out.octet(pdu.getDestAddrTon());
        out.octet(pdu.getDestAddrNpi());
        out.cString(pdu.getDestinationAddress());
    }

    private static void replace(ReplaceSm pdu, OctetWriter out) {
        out.cString(pdu.getMessageId());
        out.octet(pdu.getSourceAddrTon());
        out.octet(pdu.getSourceAddrNpi());
        out.cString(pdu.getSourceAddr());
        out.cString(pdu.getScheduleDeliveryTime());
        out.cString(pdu.getValidityPeriod());
        out.octet(pdu.getRegisteredDelivery());
        out.octet(pdu.getSmDefaultMsgId());
        text(pdu.getShortMessage(), out);
    }

    private static void text(byte[] text, OctetWriter out) {
        out.octet(text == null ? 0 : text.length);
        if (text != null) {
            out.bytes(text);
        }
    }
}
