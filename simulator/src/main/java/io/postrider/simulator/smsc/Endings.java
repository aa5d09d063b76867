package io.postrider.simulator.smsc;

import io.postrider.simulator.behaviour.Fault;
import io.postrider.simulator.people.MessageEnd;
import io.postrider.simulator.people.Origin;
import io.postrider.simulator.people.Part;
import io.postrider.simulator.people.ReceivedMessage;
import io.postrider.simulator.text.Segment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jsmpp.bean.MessageRequest;
import org.jspecify.annotations.Nullable;

/** What happens when messages end: counters, readers and receipts. */
final class Endings {
    private static final long REVERSED_WITHIN_MILLIS = 200;

    private final Exchange exchange;
    private final Deque<Runnable> reversed = new ArrayDeque<>();

    Endings(Exchange exchange) {
        this.exchange = exchange;
    }

    /** A part never ends. */
    void never(Ending ending) {
        ending.round().countEnd(MessageEnd.NEVER);
    }

    /** A part ends now, unless it was cancelled meanwhile. */
    void end(Ending ending, MessageEnd how) {
        Part part = ending.part();
        if (!part.end(how, exchange.now())) {
            return;
        }
        ReceivedMessage message = part.message();
        if (message.shows(part) && message.end(how, exchange.now())) {
            MessageEnd whole = message.end();
            ending.round().countEnd(whole == null ? how : whole);
            if (whole == MessageEnd.DELIVERED) {
                exchange.reached(ending.client().account().systemId(), message);
            }
        }
        exchange.feed().changed(message);
        receipt(ending, how);
    }

    private void receipt(Ending ending, MessageEnd how) {
        Part part = ending.part();
        boolean expected = part.origin().wantsReceipt(part.plannedEnd());
        if (!part.origin().wantsReceipt(how)) {
            if (expected) {
                ending.round().countReceipt(false);
            }
            return;
        }
        if (!expected) {
            ending.round().expectReceipt();
        }
        if (ending.happens(Fault.loseReceipts)) {
            ending.round().countReceipt(false);
            return;
        }
        long late = ending.happens(Fault.lateReceipts)
                ? exchange.behaviour().faults().lateBy()
                : 0;
        if (late > 0) {
            exchange.agenda().add(new Later(ending, how, exchange.now() + late));
        } else {
            post(ending, how, exchange.now());
        }
    }

    /** A receipt that comes late. */
    private final class Later implements Agenda.Task {
        private final Ending ending;
        private final MessageEnd how;
        private final long at;
        private final long endedAt;

        Later(Ending ending, MessageEnd how, long at) {
            this.ending = ending;
            this.how = how;
            this.at = at;
            this.endedAt = exchange.now();
        }

        @Override
        public long dueAt() {
            return at;
        }

        @Override
        public void happen() {
            post(ending, how, endedAt);
        }
    }

    private void post(Ending ending, MessageEnd how, long at) {
        if (exchange.behaviour().faults().reverseReceipts()) {
            reversed.addFirst(() -> put(ending, how, at));
            if (reversed.size() == 1) {
                exchange.after(REVERSED_WITHIN_MILLIS, this::turnRound);
            }
        } else {
            put(ending, how, at);
        }
    }

    private void turnRound() {
        List<Runnable> all = List.copyOf(reversed);
        reversed.clear();
        all.forEach(Runnable::run);
        exchange.pump();
    }

    private void put(Ending ending, MessageEnd how, long at) {
        Mailbox mailbox = ending.client().mailbox();
        mailbox.add(new Receipt(ending.part(), how, at, ending.dialect(), ending.round()));
        if (ending.happens(Fault.duplicateReceipts)) {
            mailbox.add(new Receipt(ending.part(), how, at, ending.dialect(), null));
        }
    }

    /** Forgets the receipts that wait to be turned round. */
    void clear() {
        reversed.clear();
    }

    /**
     * Lets a waiting message of the same service_type, sender and phone end as deleted, as replace_if_present_flag says
     * (SMPP 3.4 section 5.2.18).
     */
    void replaceIfPresent(Client client, MessageRequest pdu, Segment by) {
        if (by.total() > 1) {
            return;
        }
        Part present = exchange.round().people().latest(pdu.getDestAddress(), part -> matches(part, client, pdu));
        if (present != null && present.end(MessageEnd.DELETED, exchange.now())) {
            close(present, MessageEnd.DELETED);
        }
    }

    private static boolean matches(Part part, Client client, MessageRequest pdu) {
        Origin origin = part.origin();
        return part.end() == null
                && origin.account().equals(client.account().systemId())
                && origin.from().equals(pdu.getSourceAddr())
                && origin.serviceType().equals(pdu.getServiceType());
    }

    /** Ends a part without a receipt, because its sender asked for it. */
    void close(Part part, MessageEnd how) {
        ReceivedMessage message = part.message();
        if (message.shows(part) && message.end(how, exchange.now())) {
            exchange.round().countEnd(how);
        }
        if (part.origin().wantsReceipt(part.plannedEnd()) && part.plannedEnd() != MessageEnd.NEVER) {
            exchange.round().countReceipt(false);
        }
        exchange.feed().changed(message);
    }

    /** The end of a part, or that it is on its way. */
    static MessageEnd now(Part part) {
        @Nullable MessageEnd end = part.end();
        return end == null ? MessageEnd.NEVER : end;
    }
}
