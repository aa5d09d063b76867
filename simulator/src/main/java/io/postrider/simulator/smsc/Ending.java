package io.postrider.simulator.smsc;

import io.postrider.simulator.behaviour.Behaviour;
import io.postrider.simulator.behaviour.Chance;
import io.postrider.simulator.behaviour.Delay;
import io.postrider.simulator.behaviour.Dialect;
import io.postrider.simulator.behaviour.Fault;
import io.postrider.simulator.behaviour.Rule;
import io.postrider.simulator.people.MessageEnd;
import io.postrider.simulator.people.Part;
import java.util.OptionalLong;
import org.jsmpp.bean.MessageRequest;
import org.jspecify.annotations.Nullable;

/** A part on its way from its answer to its end. */
final class Ending implements Agenda.Task, Answers.Sequel {
    private final Exchange exchange;
    private final Client client;
    private final Part part;
    private final Round round;
    private final @Nullable Rule rule;
    private final long nth;
    private final long scheduledFor;
    private final long validUntil;
    private long since;

    /** @param nth how many submits to this phone came before */
    Ending(Exchange exchange, Client client, Part part, MessageRequest pdu, @Nullable Rule rule, long nth) {
        this.exchange = exchange;
        this.client = client;
        this.part = part;
        this.round = exchange.round();
        this.rule = rule;
        this.nth = nth;
        this.scheduledFor = time(pdu.getScheduleDeliveryTime(), 0);
        this.validUntil = time(pdu.getValidityPeriod(), Long.MAX_VALUE);
        if (part.plannedEnd() != MessageEnd.NEVER && part.origin().wantsReceipt(part.plannedEnd())) {
            round.expectReceipt();
        }
    }

    private long time(@Nullable String text, long otherwise) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        OptionalLong time = SmppTime.read(text, exchange.now());
        return time.isPresent() ? time.getAsLong() : otherwise;
    }

    Part part() {
        return part;
    }

    Client client() {
        return client;
    }

    Round round() {
        return round;
    }

    /** How receipts are written for its client. */
    Dialect dialect() {
        Dialect own = client.account().dialect();
        return own == null ? exchange.behaviour().dialect() : own;
    }

    /** The answer is out: the message is on its way from now on. */
    @Override
    public void begin() {
        if (round != exchange.round()) {
            return;
        }
        since = exchange.now();
        if (part.origin().wantsIntermediate()) {
            client.mailbox().add(new Receipt(part, MessageEnd.NEVER, since, dialect(), null));
        }
        if (part.plannedEnd() == MessageEnd.NEVER) {
            exchange.endings().never(this);
        } else if (dueAt() <= since) {
            happen();
        } else {
            exchange.agenda().add(this);
        }
    }

    /** It ends before it is answered. */
    void happenAtOnce() {
        since = exchange.now();
        if (part.plannedEnd() != MessageEnd.NEVER) {
            happen();
            client.mailbox().pump();
        }
    }

    @Override
    public long dueAt() {
        return Math.min(plannedAt(), validUntil);
    }

    private long plannedAt() {
        Behaviour behaviour = exchange.behaviour();
        Delay delay = rule == null || rule.receiptDelay() == null ? behaviour.receiptDelay() : rule.receiptDelay();
        long phone = part.message().person().phone();
        return Math.max(since, scheduledFor)
                + (delay.isNone() ? 0 : delay.millis(Chance.RECEIPT_DELAY, behaviour.seed(), phone, nth));
    }

    @Override
    public void happen() {
        boolean inTime = plannedAt() <= validUntil;
        exchange.endings().end(this, inTime ? part.plannedEnd() : MessageEnd.EXPIRED);
    }

    /** Whether this goes wrong with its receipt. */
    boolean happens(Fault fault) {
        Behaviour behaviour = exchange.behaviour();
        return behaviour
                .faults()
                .happens(fault, behaviour.seed(), part.message().person().phone(), nth);
    }
}
