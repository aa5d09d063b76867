package io.postrider.simulator.smsc;

import io.postrider.simulator.Account;
import io.postrider.simulator.Keep;
import io.postrider.simulator.SimulatorSettings;
import io.postrider.simulator.behaviour.Behaviour;
import io.postrider.simulator.behaviour.Dialect;
import io.postrider.simulator.people.Feed;
import io.postrider.simulator.people.People;
import io.postrider.simulator.people.Person;
import io.postrider.simulator.people.ReceivedMessage;
import io.postrider.simulator.view.PduLog;
import io.postrider.smpp.wire.Frame;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;

/** The operator: holds together what takes messages, answers, lets them end and reports it. All on one event loop. */
public final class Exchange {
    private static final long LOOK_MILLIS = 250;
    private static final long IDS_PER_SECOND = 1_000_000;

    private final Clock clock;
    private final SimulatorSettings settings;
    private final Agenda agenda;
    private final Answers answers;
    private final Submissions submissions = new Submissions(this);
    private final Operations operations = new Operations(this);
    private final Endings endings = new Endings(this);
    private final Conversations conversations = new Conversations(this);
    private final Clients clients;
    private final Binder binder;
    private final Set<Session> sessions = new LinkedHashSet<>();
    private final PduLog pdus;
    private final Feed feed = new Feed();
    private final Pace pace = new Pace();
    private final long startedAt;
    private Consumer<ReceivedMessage> readers = message -> {};
    private Behaviour behaviour;
    private Round round;
    private PartRing parts;
    private long lastId;
    private int lastSession;
    private long droppedAt;

    public Exchange(Vertx vertx, Clock clock, SimulatorSettings settings) {
        this.clock = clock;
        this.settings = settings;
        this.behaviour = settings.behaviour();
        this.round = newRound();
        this.parts = new PartRing(settings.keep().messages());
        this.pdus = new PduLog(settings.keep().pduOctets());
        this.agenda = new Agenda(vertx, clock, this::pump);
        this.answers = new Answers(this, agenda);
        this.clients = new Clients(settings.accounts(), this::client);
        this.binder = new Binder(clients.byName(), settings.unknownAccount());
        this.startedAt = clock.millis();
        this.droppedAt = startedAt;
        this.lastId = clock.instant().getEpochSecond() * IDS_PER_SECOND;
        vertx.setPeriodic(LOOK_MILLIS, tick -> look());
    }

    private Client client(Account account) {
        var mailbox = new Mailbox(
                account.deliveryWindow(),
                settings.keep().receipts(),
                settings.timers().delivery().toMillis(),
                clock,
                () -> round.countDropped(),
                feed::changed);
        return new Client(account, mailbox);
    }

    private Round newRound() {
        Keep keep = settings.keep();
        return new Round(new People(keep.messages(), keep.phones()));
    }

    private void look() {
        pace.look(round, now());
        long dropEvery = behaviour.faults().dropEvery();
        if (dropEvery > 0 && now() - droppedAt >= dropEvery) {
            dropSessions("reset");
        }
        List.copyOf(sessions).forEach(Session::look);
        clients.retry();
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
        droppedAt = now();
        agenda.replan();
        pump();
    }

    /** What was counted since the last reset. */
    public Round round() {
        return round;
    }

    /** Forgets every message, receipt and counter; binds stay, and what is unanswered gets its response. */
    public void reset() {
        round = newRound();
        parts = new PartRing(settings.keep().messages());
        agenda.clear();
        endings.clear();
        conversations.clear();
        clients.clear();
    }

    /** How many submits are not answered yet. */
    public long responsesWaiting() {
        return answers.waiting();
    }

    /** Everybody who is connected. */
    public List<Session> sessions() {
        return List.copyOf(sessions);
    }

    /** How many clients are bound. */
    public long binds() {
        return sessions.stream().filter(session -> session.state().isBound()).count();
    }

    /** The accounts and what waits for them. */
    public Clients clients() {
        return clients;
    }

    /** Ends all sessions in one of the ways of {@link Session#drop}, and says how many there were. */
    public int dropSessions(String how) {
        droppedAt = now();
        List<Session> all = sessions();
        all.forEach(session -> session.drop(how));
        return all.size();
    }

    /** When it was started, in milliseconds since 1970. */
    public long startedAt() {
        return startedAt;
    }

    /** What people write. */
    public Conversations conversations() {
        return conversations;
    }

    /** Who watches messages. */
    public Feed feed() {
        return feed;
    }

    /** The newest PDUs. */
    public PduLog pdus() {
        return pdus;
    }

    /** How fast it goes. */
    public Pace pace() {
        return pace;
    }

    /** Counts a person whose click was answered with a redirect, unless there was a reset since. */
    public void clicked(Person person) {
        if (round.people().find(person.phone()) == person) {
            round.people().clicked(person);
        }
    }

    /** From now on shows every message that reached a phone to its owner. */
    public void readBy(Consumer<ReceivedMessage> people) {
        readers = people;
    }

    void reached(String account, ReceivedMessage message) {
        readers.accept(message);
        conversations.reached(account, message);
    }

    Dialect dialect(Client client) {
        Dialect own = client.account().dialect();
        return own == null ? behaviour.dialect() : own;
    }

    int opened(Session session) {
        sessions.add(session);
        return ++lastSession;
    }

    void closed(Session session) {
        sessions.remove(session);
    }

    /** Now, in milliseconds since 1970. */
    public long now() {
        return clock.millis();
    }

    /** Does something after a while, even if there is a reset before. */
    public void after(long millis, Runnable action) {
        long at = now() + millis;
        agenda.add(new Agenda.Task() {
            @Override
            public long dueAt() {
                return at;
            }

            @Override
            public void happen() {
                action.run();
            }

            @Override
            public boolean isForgotten() {
                return false;
            }
        });
    }

    /** Sends what waits for clients. */
    void pump() {
        clients.pump();
    }

    boolean isSilent() {
        return behaviour.faults().silent();
    }

    /** Counts what a silent operator does not answer. */
    void ignored(Command pdu) {
        if (pdu.getCommandId() == SMPPConstant.CID_SUBMIT_SM) {
            countPdu();
        }
    }

    /** Counts a submit_sm, whatever it says. */
    void countPdu() {
        round.countPdu();
    }

    void countMalformed(Frame.Malformed frame) {
        round.countMalformed();
        if (frame.commandId() == SMPPConstant.CID_SUBMIT_SM) {
            round.countPdu();
            round.countRefused();
        }
    }

    long nextId() {
        return ++lastId;
    }

    PartRing parts() {
        return parts;
    }

    Agenda agenda() {
        return agenda;
    }

    Answers answers() {
        return answers;
    }

    Submissions submissions() {
        return submissions;
    }

    Operations operations() {
        return operations;
    }

    Endings endings() {
        return endings;
    }

    Binder binder() {
        return binder;
    }
}
