package io.postrider.simulator.smsc;

import io.postrider.simulator.behaviour.Behaviour;
import io.postrider.simulator.behaviour.Chance;
import io.postrider.simulator.behaviour.Fault;
import io.postrider.simulator.behaviour.Faults;
import io.postrider.simulator.behaviour.Rule;
import io.postrider.smpp.wire.CommandIds;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.MessageRequest;
import org.jsmpp.bean.SubmitSmResp;
import org.jspecify.annotations.Nullable;

/** The answers to submits: after a while, and broken if a fault says so. */
final class Answers {
    /** What follows an answer that nothing follows. */
    static final Sequel NOTHING = () -> {};

    private final Exchange exchange;
    private final Agenda agenda;

    private long waiting;

    Answers(Exchange exchange, Agenda agenda) {
        this.exchange = exchange;
        this.agenda = agenda;
    }

    /**
     * What is answered.
     *
     * @param session where it came from
     * @param request the submit
     * @param phone whom it is for, as a number
     * @param nth how many submits to this phone came before
     */
    record To(Session session, MessageRequest request, long phone, long nth) {}

    /** What follows an answer. */
    interface Sequel {
        /** The answer is out. */
        void begin();
    }

    /** How many submits wait for their answer. */
    long waiting() {
        return waiting;
    }

    /** Answers an accepted submit with its id, and lets its message end afterwards. */
    void accepted(To to, Ending ending, @Nullable Rule rule) {
        Behaviour behaviour = exchange.behaviour();
        if (behaviour.faults().happens(Fault.receiptsFirst, behaviour.seed(), to.phone(), to.nth())) {
            ending.happenAtOnce();
            later(to, response(to, ending, behaviour), rule, NOTHING);
        } else {
            later(to, response(to, ending, behaviour), rule, ending);
        }
    }

    /** Answers with this after the usual time; then something follows. */
    void later(To to, Command response, @Nullable Rule rule, Sequel then) {
        if (waiting == 0 && Submissions.latency(exchange.behaviour(), to, rule) == 0) {
            give(to, response, 0);
            then.begin();
        } else {
            waiting++;
            agenda.add(new Answer(to, rule, exchange.now(), response, then));
        }
    }

    private void give(To to, Command response, long millis) {
        if (response.getCommandStatus() == SMPPConstant.STAT_ESME_ROK) {
            exchange.round().countAnswer(millis);
            send(to, response);
        } else {
            to.session().answer(response);
        }
    }

    private void send(To to, Command response) {
        Behaviour behaviour = exchange.behaviour();
        Faults faults = behaviour.faults();
        long seed = behaviour.seed();
        if (faults.happens(Fault.loseResponses, seed, to.phone(), to.nth())) {
            to.session().counts().answered(true);
            return;
        }
        if (faults.happens(Fault.garble, seed, to.phone(), to.nth())) {
            to.session().counts().answered(true);
            to.session().sendRaw(Garbler.garble(response, Chance.GARBLE.bits(seed, to.phone(), to.nth())));
        } else if (faults.happens(Fault.cut, seed, to.phone(), to.nth())) {
            to.session().cut(response);
        } else {
            to.session().answer(response);
        }
    }

    private static SubmitSmResp response(To to, Ending ending, Behaviour behaviour) {
        Faults faults = behaviour.faults();
        var response = new SubmitSmResp();
        response.setCommandId(CommandIds.responseOf(to.request().getCommandId()));
        response.setSequenceNumber(to.request().getSequenceNumber());
        if (faults.happens(Fault.emptyIds, behaviour.seed(), to.phone(), to.nth())) {
            response.setMessageId("");
        } else if (!faults.happens(Fault.emptyResponses, behaviour.seed(), to.phone(), to.nth())) {
            response.setMessageId(
                    ReceiptText.id(ending.part().id(), ending.dialect().responseId()));
        }
        return response;
    }

    /** One answer on its way. */
    private final class Answer implements Agenda.Task {
        private final To to;
        private final @Nullable Rule rule;
        private final long since;
        private final Command response;
        private final Sequel then;

        Answer(To to, @Nullable Rule rule, long since, Command response, Sequel then) {
            this.to = to;
            this.rule = rule;
            this.since = since;
            this.response = response;
            this.then = then;
        }

        @Override
        public long dueAt() {
            return since + Submissions.latency(exchange.behaviour(), to, rule);
        }

        @Override
        public boolean isForgotten() {
            return false;
        }

        @Override
        public void happen() {
            waiting--;
            give(to, response, exchange.now() - since);
            then.begin();
        }
    }
}
