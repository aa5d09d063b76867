package io.postrider.simulator.smsc;

import io.postrider.simulator.Account;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The accounts while the simulator runs. */
public final class Clients {
    private final Map<String, Client> byName = new LinkedHashMap<>();

    Clients(Iterable<Account> accounts, Function<Account, Client> maker) {
        accounts.forEach(account -> byName.put(account.systemId(), maker.apply(account)));
    }

    Map<String, Client> byName() {
        return byName;
    }

    /**
     * The client of an account.
     *
     * @throws IllegalArgumentException if there is no such account
     */
    Client of(String systemId) {
        Client client = byName.get(systemId);
        if (client == null) {
            throw new IllegalArgumentException("There is no account \"" + systemId + "\".");
        }
        return client;
    }

    /** A client that is bound, or the first one. */
    Client any() {
        for (Client client : byName.values()) {
            if (client.binds() > 0) {
                return client;
            }
        }
        return byName.values().iterator().next();
    }

    /** How many binds an account has. */
    public int binds(Account account) {
        return of(account.systemId()).binds();
    }

    /** Sends what waits. */
    void pump() {
        byName.values().forEach(client -> client.mailbox().pump());
    }

    /** Offers again what was wanted later or left unanswered. */
    void retry() {
        byName.values().forEach(client -> client.mailbox().retry());
    }

    /** Forgets what waits. */
    void clear() {
        byName.values().forEach(client -> client.mailbox().clear());
    }
}
