package io.postrider.simulator.clicks;

import io.postrider.simulator.behaviour.Behaviour;
import io.postrider.simulator.behaviour.Chance;
import io.postrider.simulator.behaviour.Reading;
import io.postrider.simulator.people.Click;
import io.postrider.simulator.people.ReceivedMessage;
import io.postrider.simulator.smsc.Exchange;
import io.postrider.simulator.smsc.Round;
import io.vertx.core.Context;
import java.util.List;
import java.util.function.Consumer;

/**
 * People who read what they received and open its first link, and robots that look at every link before them. Confined to the
 * event loop of the exchange.
 */
public final class Readers implements Consumer<ReceivedMessage> {
    private static final long ROBOTS_WITHIN_MILLIS = 1_000;
    private static final long REPEAT_AFTER_MILLIS = 2_000;

    private final Clicker clicker;
    private final Context home;
    private final Exchange exchange;
    private long waiting;

    /** @param home the event loop of the exchange */
    public Readers(Clicker clicker, Context home, Exchange exchange) {
        this.clicker = clicker;
        this.home = home;
        this.exchange = exchange;
    }

    @Override
    public void accept(ReceivedMessage message) {
        Behaviour behaviour = exchange.behaviour();
        Reading reading = behaviour.reading();
        if (reading.clicks() == 0 && reading.robots() == 0) {
            return;
        }
        List<String> links = Links.in(message.text());
        if (links.isEmpty()) {
            return;
        }
        long phone = message.person().phone();
        if (Chance.ROBOT.happens(reading.robots(), behaviour.seed(), phone, message.number())) {
            robot(message, links, Chance.ROBOT.bits(behaviour.seed(), phone, message.number()));
        }
        if (behaviour.clicks(phone)) {
            person(message, links.get(0), behaviour);
        }
    }

    private void person(ReceivedMessage message, String link, Behaviour behaviour) {
        long phone = message.person().phone();
        long nth = message.person().messages();
        long delay = behaviour.reading().delay().millis(Chance.READING_DELAY, behaviour.seed(), phone, nth);
        var visit = new Visit(link, "GET", false, Agents.browser(phone));
        open(message, visit, delay);
        if (Chance.REPEAT.happens(behaviour.reading().repeats(), behaviour.seed(), phone, nth)) {
            open(message, visit, delay + REPEAT_AFTER_MILLIS);
        }
    }

    /** A robot looks with HEAD and then with GET, or with GET alone, at each link within a second. */
    private void robot(ReceivedMessage message, List<String> links, long bits) {
        long delay = Math.floorMod(bits >>> 8, ROBOTS_WITHIN_MILLIS / 2);
        String agent = Agents.robot(bits >>> 24);
        boolean head = (bits & 1) == 0;
        for (String link : links) {
            if (head) {
                open(message, new Visit(link, "HEAD", true, agent), delay);
            }
            open(message, new Visit(link, "GET", true, agent), delay + ROBOTS_WITHIN_MILLIS / 4);
        }
    }

    private void open(ReceivedMessage message, Visit visit, long delay) {
        if (!Links.isAllowed(visit.link(), exchange.behaviour().reading().base())) {
            return;
        }
        Round round = exchange.round();
        waiting++;
        clicker.open(
                visit,
                delay,
                status -> home.runOnContext(turn -> {
                    waiting--;
                    if (round == exchange.round()) {
                        opened(message, visit, status);
                    }
                }));
    }

    private void opened(ReceivedMessage message, Visit visit, int status) {
        var click = new Click(visit.link(), exchange.now(), status, visit.robot(), visit.method(), visit.agent());
        message.clicked(click);
        if (status > 0) {
            exchange.round().countClick(visit.robot());
        }
        if (click.redirected() && !visit.robot()) {
            exchange.clicked(message.person());
        }
        exchange.feed().changed(message);
    }

    /** Visits that have begun or will. */
    public long waiting() {
        return waiting;
    }
}
