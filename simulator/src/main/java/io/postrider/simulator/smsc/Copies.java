package io.postrider.simulator.smsc;

import io.postrider.simulator.people.Person;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Address;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DestinationAddress;
import org.jsmpp.bean.MessageRequest;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitMultiResp;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.UnsuccessDelivery;

/** data_sm and submit_multi, read as the submit_sm that they stand for (SMPP 3.4 sections 4.5 and 4.7). */
final class Copies {
    private static final int MOST_DESTINATIONS = 254;

    private final Exchange exchange;

    Copies(Exchange exchange) {
        this.exchange = exchange;
    }

    /** A data_sm is a submit_sm with another answer. */
    void dataSm(Session session, Client client, DataSm pdu) {
        var copy = new SubmitSm();
        copy.setCommandId(SMPPConstant.CID_DATA_SM);
        copy.setSequenceNumber(pdu.getSequenceNumber());
        copy.setServiceType(pdu.getServiceType());
        copy.setSourceAddrTon(pdu.getSourceAddrTon());
        copy.setSourceAddrNpi(pdu.getSourceAddrNpi());
        copy.setSourceAddr(pdu.getSourceAddr());
        copy.setDestAddrTon(pdu.getDestAddrTon());
        copy.setDestAddrNpi(pdu.getDestAddrNpi());
        copy.setDestAddress(pdu.getDestAddress());
        copy.setEsmClass(pdu.getEsmClass());
        copy.setRegisteredDelivery(pdu.getRegisteredDelivery());
        copy.setDataCoding(pdu.getDataCoding());
        copy.setOptionalParameters(pdu.getOptionalParameters());
        copy.setScheduleDeliveryTime("");
        copy.setValidityPeriod("");
        exchange.countPdu();
        session.counts().submit(exchange.now());
        exchange.submissions().submit(session, client, copy);
    }

    /** Each destination is a message of its own; they share one message_id and one answer. */
    void submitMulti(Session session, Client client, SubmitMulti pdu) {
        session.counts().submit(exchange.now());
        DestinationAddress[] destinations = pdu.getDestAddresses();
        int status = destinations.length == 0 || destinations.length > MOST_DESTINATIONS
                ? SMPPConstant.STAT_ESME_RINVNUMDESTS
                : exchange.submissions().overload(session, client);
        if (status != SMPPConstant.STAT_ESME_ROK) {
            exchange.countPdu();
            exchange.submissions().refuse(session, copy(pdu, new Address((byte) 0, (byte) 0, "")), status);
            return;
        }
        List<UnsuccessDelivery> failed = new ArrayList<>();
        List<Ending> taken = new ArrayList<>();
        long id = exchange.nextId();
        for (DestinationAddress destination : destinations) {
            exchange.countPdu();
            Address address = destination instanceof Address one ? one : new Address((byte) 0, (byte) 0, "");
            SubmitSm copy = copy(pdu, address);
            int wrong = destination instanceof Address
                    ? take(session, client, copy, id, taken)
                    : SMPPConstant.STAT_ESME_RINVDLNAME;
            if (wrong != SMPPConstant.STAT_ESME_ROK) {
                exchange.round().countRefused();
                failed.add(new UnsuccessDelivery(address, wrong));
            }
        }
        answer(session, pdu, failed, taken);
    }

    private int take(Session session, Client client, SubmitSm copy, long id, List<Ending> taken) {
        int status = SubmitCheck.status(copy, client.account(), exchange.now());
        if (status != SMPPConstant.STAT_ESME_ROK) {
            return status;
        }
        Person person = exchange.round().people().of(Long.parseLong(copy.getDestAddress()));
        long nth = person.submits();
        person.submitted();
        Submissions.Verdict verdict = exchange.submissions().weigh(client, copy, person, nth);
        if (verdict.status() != null) {
            return verdict.status();
        }
        var to = new Answers.To(session, copy, person.phone(), nth);
        taken.add(exchange.submissions().take(to, client, person, verdict, id));
        return SMPPConstant.STAT_ESME_ROK;
    }

    private void answer(Session session, SubmitMulti pdu, List<UnsuccessDelivery> failed, List<Ending> taken) {
        var response = new SubmitMultiResp();
        response.setCommandId(SMPPConstant.CID_SUBMIT_MULTI_RESP);
        response.setSequenceNumber(pdu.getSequenceNumber());
        response.setMessageId("");
        response.setUnsuccessSmes(failed.toArray(new UnsuccessDelivery[0]));
        if (taken.isEmpty()) {
            response.setCommandStatus(failed.get(0).getErrorStatusCode());
        } else {
            Ending first = taken.get(0);
            response.setMessageId(
                    ReceiptText.id(first.part().id(), first.dialect().responseId()));
        }
        SubmitSm request = copy(pdu, new Address((byte) 0, (byte) 0, ""));
        var to = new Answers.To(session, request, 0, pdu.getSequenceNumber());
        exchange.answers().later(to, response, null, () -> taken.forEach(Ending::begin));
    }

    private static SubmitSm copy(SubmitMulti pdu, Address address) {
        var copy = new SubmitSm();
        copy.setCommandId(SMPPConstant.CID_SUBMIT_MULTI);
        copy.setSequenceNumber(pdu.getSequenceNumber());
        copy.setServiceType(pdu.getServiceType());
        copy.setSourceAddrTon(pdu.getSourceAddrTon());
        copy.setSourceAddrNpi(pdu.getSourceAddrNpi());
        copy.setSourceAddr(pdu.getSourceAddr());
        copy.setDestAddrTon(address.getTon());
        copy.setDestAddrNpi(address.getNpi());
        copy.setDestAddress(address.getAddress());
        rest(copy, pdu);
        return copy;
    }

    private static void rest(MessageRequest copy, SubmitMulti pdu) {
        copy.setEsmClass(pdu.getEsmClass());
        copy.setProtocolId(pdu.getProtocolId());
        copy.setPriorityFlag(pdu.getPriorityFlag());
        copy.setScheduleDeliveryTime(pdu.getScheduleDeliveryTime());
        copy.setValidityPeriod(pdu.getValidityPeriod());
        copy.setRegisteredDelivery(pdu.getRegisteredDelivery());
        copy.setReplaceIfPresent(pdu.getReplaceIfPresentFlag());
        copy.setDataCoding(pdu.getDataCoding());
        copy.setSmDefaultMsgId(pdu.getSmDefaultMsgId());
        copy.setShortMessage(pdu.getShortMessage());
        copy.setOptionalParameters(pdu.getOptionalParameters());
    }
}
