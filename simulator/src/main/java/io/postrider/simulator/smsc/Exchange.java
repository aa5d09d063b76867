package io.postrider.simulator.smsc;

import io.postrider.simulator.Behaviour;
import io.postrider.simulator.SimulatorSettings;
import io.postrider.simulator.people.Fate;
import io.postrider.simulator.people.MessageEnd;
import io.postrider.simulator.people.People;
import io.postrider.simulator.people.Person;
import io.postrider.simulator.people.ReceivedMessage;
import io.postrider.simulator.text.Segment;
import io.postrider.simulator.text.SegmentReader;
import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.Tlvs;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.SubmitSmResp;

/** The operator: takes messages, answers, lets them end and reports it. Everything happens on one event loop. */
public final class Exchange {
    private static final long LOOK_MILLIS = 1_000;
    private static final long IDS_PER_SECOND = 1_000_000;

    private final Clock clock;
    private final SimulatorSettings settings;
    private Consumer<ReceivedMessage> readers = message -> {};
    private final Mailbox mailbox;
    private final DelayLine<Runnable> responses;
    private final DelayLine<Part> ends;
    private final Set<Session> sessions = new LinkedHashSet<>();
    private Behaviour behaviour;
    private Round round;
    private long lastId;

    public Exchange(Vertx vertx, Clock clock, SimulatorSettings settings) {
        this.clock = clock;
        this.settings = settings;
        this.behaviour = settings.behaviour();
        this.round = new Round(new People(settings.keptMessages()));
        this.mailbox = new Mailbox(settings.deliveryWindow(), clock);
        this.responses = new DelayLine<>(vertx, clock, () -> behaviour.latency().toMillis(), Runnable::run, () -> {});
        this.ends =
                new DelayLine<>(vertx, clock, () -> behaviour.receiptDelay().toMillis(), this::ended, mailbox::pump);
        this.lastId = clock.instant().getEpochSecond() * IDS_PER_SECOND;
        vertx.setPeriodic(LOOK_MILLIS, tick -> look());
    }

    private void look() {
        List.copyOf(sessions).forEach(Session::look);
        mailbox.retry();
    }

    /** What it was started with. */
    public SimulatorSettings settings() {
        return settings;
    }

    /** How it behaves now. */
    public Behaviour behaviour() {
        return behaviour;
    }

    /** Behaves otherwise from now on, also towards what waits already. */
    public void behave(Behaviour other) {
        behaviour = other;
        responses.release();
        ends.release();
    }

    /** What was counted since the last reset. */
    public Round round() {
        return round;
    }

    /** Forgets every message, receipt and counter; binds stay, and what is unanswered gets its response. */
    public void reset() {
        round = new Round(new People(settings.keptMessages()));
        ends.clear();
        mailbox.clear();
    }

    /** How many submit_sm are not answered yet. */
    public long responsesWaiting() {
        return responses.size();
    }

    /** How many clients are bound. */
    public long binds() {
        return sessions.stream().filter(Session::isBound).count();
    }

    /**
     * Sends a person's reply to the clients.
     *
     * @throws IllegalArgumentException if it is too long for one message
     */
    public void reply(String from, String to, String text) {
        var reply = new Reply(from, to, text);
        reply.pdu();
        mailbox.add(reply);
        mailbox.pump();
    }

    /** Counts a person whose click was answered with a redirect, unless there was a reset since. */
    public void clicked(Person person) {
        if (round.people().find(person.phone()) == person) {
            round.people().clicked(person);
        }
    }

    /** From now on shows every message that reached a phone whose owner clicks. */
    public void readBy(Consumer<ReceivedMessage> people) {
        readers = people;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    void opened(Session session) {
        sessions.add(session);
    }

    void closed(Session session) {
        sessions.remove(session);
        mailbox.detach(session);
    }

    long now() {
        return clock.millis();
    }

    /** Counts a submit_sm, whatever it says. */
    void countPdu() {
        round.countPdu();
    }

    void countRefused() {
        round.countRefused();
    }

    /** Refuses a submit_sm after the usual time. */
    void refuse(Session session, Command submit, int status) {
        round.countRefused();
        answer(session, CommandIds.answer(submit, status));
    }

    private void answer(Session session, Command response) {
        responses.add(() -> session.send(response));
    }

    /** Takes a submit_sm, or refuses it. */
    void submit(Session session, SubmitSm pdu) {
        int status = SubmitCheck.status(pdu);
        if (status != SMPPConstant.STAT_ESME_ROK) {
            refuse(session, pdu, status);
            return;
        }
        Person person = round.people().of(Long.parseLong(pdu.getDestAddress()));
        person.submitted();
        if (Fate.refused(behaviour, person.phone())) {
            refuse(session, pdu, SMPPConstant.STAT_ESME_RSUBMITFAIL);
        } else {
            accept(session, pdu, person);
        }
    }

    private void accept(Session session, SubmitSm pdu, Person person) {
        Segment segment = SegmentReader.read(pdu);
        ReceivedMessage message = round.people().receive(person, pdu.getSourceAddr(), segment, now());
        var part = new Part(
                ++lastId,
                session,
                pdu.getSequenceNumber(),
                message,
                pdu.getRegisteredDelivery(),
                Tlvs.number(pdu, Tlvs.USER_MESSAGE_REFERENCE).orElse(-1),
                new Part.Source(pdu.getSourceAddrTon(), pdu.getSourceAddrNpi(), pdu.getSourceAddr()),
                now(),
                Fate.end(behaviour, person.phone()),
                round);
        round.countSubmitted(part.wantsReceipt(), message.isComplete());
        responses.add(() -> accepted(part));
    }

    private void accepted(Part part) {
        var response = new SubmitSmResp();
        response.setCommandId(SMPPConstant.CID_SUBMIT_SM_RESP);
        response.setSequenceNumber(part.sequence());
        response.setMessageId(Long.toString(part.id()));
        part.session().send(response);
        if (part.round() == round) {
            ends.add(part);
        }
    }

    private void ended(Part part) {
        ReceivedMessage message = part.message();
        if (message.end(part.end(), now())) {
            round.countEnd(part.end());
            if (part.end() == MessageEnd.DELIVERED
                    && Fate.clicks(behaviour, message.person().phone())) {
                readers.accept(message);
            }
        }
        if (part.wantsReceipt()) {
            mailbox.add(new Receipt(part, now()));
        }
    }
}
