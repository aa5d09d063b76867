package io.postrider.simulator.smsc;

import io.postrider.simulator.Account;
import java.util.LinkedHashSet;
import java.util.Set;

/** An account while the simulator runs: its binds, what waits for them, and what it may still send this second. */
final class Client {
    private final Account account;
    private final Mailbox mailbox;
    private final Bucket throughput = new Bucket();
    private final Bucket throttle = new Bucket();
    private final Set<Session> binds = new LinkedHashSet<>();

    Client(Account account, Mailbox mailbox) {
        this.account = account;
        this.mailbox = mailbox;
    }

    Account account() {
        return account;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    int binds() {
        return binds.size();
    }

    /** Whether it has as many binds as it may have. */
    boolean isFull() {
        return account.maxBinds() > 0 && binds.size() >= account.maxBinds();
    }

    void bound(Session session, boolean receives) {
        binds.add(session);
        if (receives) {
            mailbox.attach(session);
        }
    }

    void unbound(Session session) {
        binds.remove(session);
        mailbox.detach(session);
    }

    /** Whether the account's own limit lets one more submit pass; counted over all binds. */
    boolean isWithinThroughput(long now) {
        return account.throughput() == 0 || throughput.take(account.throughput(), now);
    }

    /** The same for the limit of a fault; 0 is none. */
    boolean isWithin(double limit, long now) {
        return limit == 0 || throttle.take(limit, now);
    }
}
