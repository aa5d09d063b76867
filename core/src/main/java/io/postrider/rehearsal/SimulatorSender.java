package io.postrider.rehearsal;

import io.postrider.sender.RehearsalSenders;
import io.postrider.sender.Sender;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Map;

/** Sees to it that the simulator is up and that an account has the sender that leads to it. */
public final class SimulatorSender {
    private final SimulatorHost host;
    private final RehearsalSenders senders;

    public SimulatorSender(SimulatorHost host, RehearsalSenders senders) {
        this.host = host;
        this.senders = senders;
    }

    /** The sender, once the simulator answers. */
    Future<Sender> ensure(long account, Instant now) {
        SimulatorAddress address = host.address();
        Map<String, String> settings = Map.of(
                "host",
                address.smppHost(),
                "port",
                Integer.toString(address.smppPort()),
                "system-id",
                SimulatorAddress.ACCOUNT,
                "password",
                SimulatorAddress.PASSWORD);
        return host.up().compose(figures -> senders.ensure(account, settings, now));
    }
}
