package io.postrider.simulator.smsc;

import io.postrider.simulator.behaviour.Behaviour;
import io.postrider.simulator.behaviour.Chance;
import io.postrider.simulator.behaviour.Fault;
import io.postrider.simulator.behaviour.Faults;
import io.postrider.simulator.behaviour.Rule;
import io.postrider.simulator.people.MessageEnd;
import io.postrider.simulator.people.Origin;
import io.postrider.simulator.people.Part;
import io.postrider.simulator.people.Person;
import io.postrider.simulator.text.Segment;
import io.postrider.simulator.text.SegmentReader;
import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.Tlvs;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.MessageRequest;
import org.jspecify.annotations.Nullable;

/** Takes a submit_sm or refuses it, as the limits, the rules and the faults say. */
final class Submissions {
    private final Exchange exchange;

    Submissions(Exchange exchange) {
        this.exchange = exchange;
    }

    /** A client has submitted a message; it was counted already. */
    void submit(Session session, Client client, MessageRequest pdu) {
        int status = overload(session, client);
        if (status != SMPPConstant.STAT_ESME_ROK) {
            exchange.round().countThrottled();
            refuse(session, pdu, status);
            return;
        }
        status = SubmitCheck.status(pdu, client.account(), exchange.now());
        if (status != SMPPConstant.STAT_ESME_ROK) {
            refuse(session, pdu, status);
            return;
        }
        Person person = exchange.round().people().of(Long.parseLong(pdu.getDestAddress()));
        long nth = person.submits();
        person.submitted();
        if (!isLost(session, pdu, person, nth)) {
            decide(new Answers.To(session, pdu, person.phone(), nth), client, pdu, person);
        }
        dropIfTold(session);
    }

    /** ESME_ROK, or why one more is too many now. */
    int overload(Session session, Client client) {
        Faults faults = exchange.behaviour().faults();
        int window = client.account().window();
        int unanswered = session.counts().unanswered();
        if (window > 0 && unanswered > window) {
            return client.account().answers().window();
        }
        if (faults.window() > 0 && unanswered > faults.window()) {
            return faults.windowStatus();
        }
        if (!client.isWithinThroughput(exchange.now())) {
            return SMPPConstant.STAT_ESME_RTHROTTLED;
        }
        return client.isWithin(faults.throttle(), exchange.now())
                ? SMPPConstant.STAT_ESME_ROK
                : faults.throttleStatus();
    }

    /** Whether it is as if it had never come, or nothing can be said about it. */
    private boolean isLost(Session session, MessageRequest pdu, Person person, long nth) {
        Behaviour behaviour = exchange.behaviour();
        if (behaviour.faults().happens(Fault.loseSubmits, behaviour.seed(), person.phone(), nth)) {
            session.counts().answered(true);
            return true;
        }
        if (!behaviour.faults().happens(Fault.nacks, behaviour.seed(), person.phone(), nth)) {
            return false;
        }
        exchange.round().countRefused();
        Command nack = CommandIds.answer(pdu, SMPPConstant.STAT_ESME_RSYSERR);
        nack.setCommandId(SMPPConstant.CID_GENERIC_NACK);
        nack.setSequenceNumber(0);
        session.answer(nack);
        return true;
    }

    private void dropIfTold(Session session) {
        long limit = exchange.behaviour().faults().dropAfter();
        if (limit > 0 && session.counts().submits() >= limit) {
            session.drop("reset");
        }
    }

    /**
     * What becomes of a submit whose fields are right.
     *
     * @param status what it is refused with; null takes it
     * @param segment what it says
     * @param rule that decides; null without one
     */
    record Verdict(
            @Nullable Integer status,
            Segment segment,
            @Nullable Rule rule) {}

    /** Weighs a submit by the rules and the share of refused phones. */
    Verdict weigh(Client client, MessageRequest pdu, Person person, long nth) {
        Behaviour behaviour = exchange.behaviour();
        Segment segment = SegmentReader.read(pdu, client.account().alphabet());
        Rule rule = behaviour.rules().isEmpty()
                ? null
                : behaviour.rule(pdu.getDestAddress(), pdu.getSourceAddr(), segment.text(), nth);
        Integer status = rule == null ? null : rule.status();
        if (status == null && behaviour.refuses(person.phone())) {
            status = behaviour.refusedStatus();
        }
        return new Verdict(status, segment, rule);
    }

    private void decide(Answers.To to, Client client, MessageRequest pdu, Person person) {
        Verdict verdict = weigh(client, pdu, person, to.nth());
        if (verdict.status() != null) {
            exchange.round().countRefused();
            exchange.answers().later(to, CommandIds.answer(pdu, verdict.status()), verdict.rule(), Answers.NOTHING);
        } else {
            Ending ending = take(to, client, person, verdict, exchange.nextId());
            exchange.answers().accepted(to, ending, verdict.rule());
        }
    }

    /** Takes a message: it is shown from now on, and ends when the ending has begun. */
    Ending take(Answers.To to, Client client, Person person, Verdict verdict, long id) {
        MessageRequest pdu = to.request();
        if (pdu.getReplaceIfPresent() == 1) {
            exchange.endings().replaceIfPresent(client, pdu, verdict.segment());
        }
        Rule rule = verdict.rule();
        MessageEnd end =
                rule == null || rule.outcome() == null ? exchange.behaviour().end(person.phone()) : rule.outcome();
        Part part = exchange.round()
                .people()
                .receive(
                        person,
                        origin(to.session(), client, pdu),
                        verdict.segment(),
                        exchange.now(),
                        id,
                        end,
                        rule == null ? "" : rule.error());
        exchange.parts().add(part);
        exchange.round().countSubmitted();
        if (part.message().shows(part) && part.message().isComplete()) {
            exchange.round().countMessage();
        }
        exchange.feed().changed(part.message());
        return new Ending(exchange, client, part, pdu, rule, to.nth());
    }

    private static Origin origin(Session session, Client client, MessageRequest pdu) {
        return new Origin(
                client.account().systemId(),
                session.number(),
                pdu.getSequenceNumber(),
                pdu.getSourceAddrTon(),
                pdu.getSourceAddrNpi(),
                pdu.getSourceAddr(),
                pdu.getDestAddress(),
                pdu.getRegisteredDelivery(),
                Tlvs.number(pdu, Tlvs.USER_MESSAGE_REFERENCE).orElse(-1),
                pdu.getDataCoding() & 0xFF,
                pdu.getEsmClass() & 0xFF,
                pdu.getServiceType(),
                session.lastPdu());
    }

    /** Refuses a submit after the usual time. */
    void refuse(Session session, MessageRequest pdu, int status) {
        exchange.round().countRefused();
        exchange.answers()
                .later(
                        new Answers.To(session, pdu, 0, pdu.getSequenceNumber()),
                        CommandIds.answer(pdu, status),
                        null,
                        Answers.NOTHING);
    }

    /** How long the answer takes. */
    static long latency(Behaviour behaviour, Answers.To to, @Nullable Rule rule) {
        var delay = rule == null || rule.latency() == null ? behaviour.latency() : rule.latency();
        return delay.isNone() ? 0 : delay.millis(Chance.LATENCY, behaviour.seed(), to.phone(), to.nth());
    }
}
