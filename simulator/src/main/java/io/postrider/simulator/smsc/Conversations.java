package io.postrider.simulator.smsc;

import io.postrider.simulator.behaviour.AutoReply;
import io.postrider.simulator.behaviour.Behaviour;
import io.postrider.simulator.behaviour.Chance;
import io.postrider.simulator.people.Person;
import io.postrider.simulator.people.ReceivedMessage;
import io.postrider.simulator.text.Phrase;
import io.postrider.simulator.text.PhraseWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What people write: when they are told to, and by themselves. Keeps the newest of it. */
public final class Conversations {
    private static final int KEPT = 10_000;

    private final Exchange exchange;
    private final Deque<Written> written = new ArrayDeque<>();
    private int reference;

    /**
     * What a person wrote.
     *
     * @param from the phone
     * @param to the sender it goes to
     * @param text of it
     * @param at in milliseconds since 1970
     */
    public record Written(String from, String to, String text, long at) {}

    Conversations(Exchange exchange) {
        this.exchange = exchange;
    }

    /**
     * Sends what a person writes to a client, and says in how many parts.
     *
     * @param account that gets it; empty chooses the one that wrote to this person last
     * @throws IllegalArgumentException if there is no such account, or the text is too long
     */
    public int write(String from, String to, String text, String account) {
        Client client = client(from, account);
        List<Phrase> parts = PhraseWriter.parts(text, ++reference);
        for (Phrase part : parts) {
            client.mailbox().add(new Reply(from, to, part, exchange.round()));
        }
        written.addLast(new Written(from, to, text, exchange.now()));
        if (written.size() > KEPT) {
            written.removeFirst();
        }
        client.mailbox().pump();
        return parts.size();
    }

    /**
     * Whom a person answers: this sender, or without one the one whose message came last.
     *
     * @throws IllegalArgumentException if nobody has written to the phone
     */
    public String recipient(String from, String to) {
        ReceivedMessage latest = latest(from);
        if (to.isEmpty() && latest == null) {
            throw new IllegalArgumentException(
                    "Nobody has written to the phone " + from + ": say in \"to\" whom it writes to.");
        }
        return to.isEmpty() && latest != null ? latest.from() : to;
    }

    private @Nullable ReceivedMessage latest(String phone) {
        Person person = exchange.round().people().find(Long.parseLong(phone));
        return person == null ? null : person.latest();
    }

    private Client client(String from, String account) {
        if (!account.isEmpty()) {
            return exchange.clients().of(account);
        }
        ReceivedMessage latest = latest(from);
        return latest == null
                ? exchange.clients().any()
                : exchange.clients().of(latest.origin().account());
    }

    /** What this phone wrote, oldest first. */
    public List<Written> of(String phone) {
        return written.stream().filter(one -> one.from().equals(phone)).toList();
    }

    /** A message has reached its phone; its owner may answer. */
    void reached(String account, ReceivedMessage message) {
        int nth = message.person().countReached();
        Behaviour behaviour = exchange.behaviour();
        for (AutoReply reply : behaviour.autoReplies()) {
            if (reply.after() == nth && isMeant(reply, message)) {
                answer(account, message, reply, nth);
            }
        }
    }

    private boolean isMeant(AutoReply reply, ReceivedMessage message) {
        long phone = message.person().phone();
        String wanted = reply.containing().toLowerCase(Locale.ROOT);
        return (wanted.isEmpty() || message.text().toLowerCase(Locale.ROOT).contains(wanted))
                && Chance.REPLY.happens(reply.share(), exchange.behaviour().seed(), phone, reply.after());
    }

    private void answer(String account, ReceivedMessage message, AutoReply reply, int nth) {
        long phone = message.person().phone();
        long delay =
                reply.delay().millis(Chance.REPLY_DELAY, exchange.behaviour().seed(), phone, nth);
        Round round = exchange.round();
        exchange.after(delay, () -> {
            if (round == exchange.round()) {
                write(message.origin().to(), message.from(), reply.text(), account);
            }
        });
    }

    /** Forgets what was written. */
    void clear() {
        written.clear();
    }

    /** What was written last; null if nothing was. */
    public @Nullable Written last() {
        return written.peekLast();
    }
}
