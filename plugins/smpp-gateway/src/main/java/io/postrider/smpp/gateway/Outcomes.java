package io.postrider.smpp.gateway;

import io.postrider.plugin.api.GatewayContext;
import io.postrider.plugin.api.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects outcomes and hands them to the host in one list a turn of the loop, or in several where there are many. */
final class Outcomes {
    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);

    /** So many, an eighth of a usual window, are worth a list of their own, which the host works on while the rest is read. */
    private static final int MANY = 125;

    private final GatewayContext host;
    private final Intake intake;
    private List<Outcome> collected = new ArrayList<>();
    private int firsts;

    Outcomes(GatewayContext host, Intake intake) {
        this.host = host;
        this.intake = intake;
    }

    /** The outcome of a message that had none yet. */
    void add(Outcome outcome) {
        collected.add(outcome);
        firsts++;
        if (collected.size() >= MANY) {
            handOver();
        }
    }

    /** The late answer to a message that was uncertain. */
    void addLate(Outcome outcome) {
        collected.add(outcome);
    }

    void handOver() {
        if (collected.isEmpty()) {
            return;
        }
        List<Outcome> batch = collected;
        intake.release(firsts);
        collected = new ArrayList<>(batch.size());
        firsts = 0;
        try {
            host.outcomes(batch);
        } catch (RuntimeException bug) {
            LOG.error("The host did not take {} outcomes", batch.size(), bug);
        }
    }
}
