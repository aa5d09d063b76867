package io.postrider.simulator;

/**
 * What a simulator is started with.
 *
 * @param host address to listen on
 * @param smppPort port for SMPP; 0 takes a free one
 * @param httpPort port of the page and the REST interface; 0 takes a free one
 * @param account system_id that may bind
 * @param password its password, at most 8 characters
 * @param deliveryWindow how many deliver_sm a bind may have unanswered
 * @param keptMessages how many messages are kept with their text; older ones stay as counters of their phone
 * @param behaviour of the operator and its subscribers; can be changed while it runs
 */
public record SimulatorSettings(
        String host,
        int smppPort,
        int httpPort,
        String account,
        String password,
        int deliveryWindow,
        int keptMessages,
        Behaviour behaviour) {
    private static final int LONGEST_ACCOUNT = 15;
    private static final int LONGEST_PASSWORD = 8;
    private static final int LAST_PORT = 65_535;

    /** Refuses what is impossible with one sentence. */
    public SimulatorSettings {
        port(smppPort);
        port(httpPort);
        if (account.isEmpty() || account.length() > LONGEST_ACCOUNT) {
            throw new IllegalArgumentException("The account must have 1 to 15 characters.");
        }
        if (password.length() > LONGEST_PASSWORD) {
            throw new IllegalArgumentException("The password may have at most 8 characters, as SMPP says.");
        }
        if (deliveryWindow < 1 || keptMessages < 1) {
            throw new IllegalArgumentException("The delivery window and the kept messages must be at least 1.");
        }
    }

    /** Free ports on loopback and the usual account: for tests. */
    public static SimulatorSettings onFreePorts() {
        return new SimulatorSettings("127.0.0.1", 0, 0, "postrider", "simulate", 2_000, 50_000, Behaviour.usual());
    }

    /** The same with another behaviour. */
    public SimulatorSettings with(Behaviour newBehaviour) {
        return new SimulatorSettings(
                host, smppPort, httpPort, account, password, deliveryWindow, keptMessages, newBehaviour);
    }

    private static void port(int port) {
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("A port must lie between 0 and 65535.");
        }
    }
}
