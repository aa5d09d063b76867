package io.postrider.simulator;

import io.postrider.simulator.behaviour.Behaviour;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsmpp.SMPPConstant;
import org.jspecify.annotations.Nullable;

/**
 * What a simulator is started with.
 *
 * @param host address to listen on
 * @param smppPort port for SMPP; 0 takes a free one
 * @param httpPort port of the page and the REST interface; 0 takes a free one
 * @param tls port for SMPP over TLS; null opens none
 * @param accounts who may bind, at least one
 * @param unknownAccount command_status of a bind whose system_id nobody has
 * @param keep how much is remembered
 * @param timers of the sessions
 * @param behaviour of the operator and its subscribers; can be changed while it runs
 */
public record SimulatorSettings(
        String host,
        int smppPort,
        int httpPort,
        @Nullable Tls tls,
        List<Account> accounts,
        int unknownAccount,
        Keep keep,
        Timers timers,
        Behaviour behaviour) {
    /** The account that there is unless told otherwise. */
    public static final Account USUAL_ACCOUNT = Account.of("postrider", "simulate");

    private static final int LAST_PORT = 65_535;

    /** Refuses what is impossible with one sentence. */
    public SimulatorSettings {
        port(smppPort);
        port(httpPort);
        accounts = List.copyOf(accounts);
        Set<String> names = new HashSet<>();
        for (Account account : accounts) {
            if (!names.add(account.systemId())) {
                throw new IllegalArgumentException("There are two accounts \"" + account.systemId() + "\".");
            }
        }
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("There must be an account.");
        }
    }

    /** Free ports on loopback and the usual account: for tests. */
    public static SimulatorSettings onFreePorts() {
        return new SimulatorSettings(
                "127.0.0.1",
                0,
                0,
                null,
                List.of(USUAL_ACCOUNT),
                SMPPConstant.STAT_ESME_RINVSYSID,
                Keep.USUAL,
                Timers.USUAL,
                Behaviour.usual());
    }

    /** The same with another behaviour. */
    public SimulatorSettings with(Behaviour newBehaviour) {
        return new SimulatorSettings(
                host, smppPort, httpPort, tls, accounts, unknownAccount, keep, timers, newBehaviour);
    }

    /** The same with other accounts. */
    public SimulatorSettings with(Account... newAccounts) {
        return new SimulatorSettings(
                host, smppPort, httpPort, tls, List.of(newAccounts), unknownAccount, keep, timers, behaviour);
    }

    /** The same with other timers. */
    public SimulatorSettings with(Timers newTimers) {
        return new SimulatorSettings(
                host, smppPort, httpPort, tls, accounts, unknownAccount, keep, newTimers, behaviour);
    }

    /** The same with other bounds of memory. */
    public SimulatorSettings with(Keep newKeep) {
        return new SimulatorSettings(
                host, smppPort, httpPort, tls, accounts, unknownAccount, newKeep, timers, behaviour);
    }

    /** The same with a port for TLS. */
    public SimulatorSettings with(Tls newTls) {
        return new SimulatorSettings(
                host, smppPort, httpPort, newTls, accounts, unknownAccount, keep, timers, behaviour);
    }

    private static void port(int port) {
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("A port must lie between 0 and 65535.");
        }
    }
}
