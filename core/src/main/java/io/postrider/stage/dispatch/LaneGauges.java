package io.postrider.stage.dispatch;

import io.postrider.plugin.api.GatewayState;
import io.postrider.plugin.api.Outcome;
import io.postrider.sender.Lease;
import io.postrider.sender.SenderActivity;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What a person sees of a lane while it runs; the published record may be read from any thread. */
final class LaneGauges {
    private static final int TROUBLES = 20;
    private final Lease lease;
    private final int window;
    private final RateMeter messages;
    private final RateMeter receipts;
    private final Deque<SenderActivity.Trouble> troubles = new ArrayDeque<>();
    private GatewayState state = new GatewayState(GatewayState.Phase.CONNECTING, "");
    private volatile SenderActivity published;

    LaneGauges(Lease lease, int window, Instant now) {
        this.lease = lease;
        this.window = window;
        this.messages = new RateMeter(now);
        this.receipts = new RateMeter(now);
        this.published = activity(0, 0, 0, now);
    }

    /** Notes outcomes. */
    void outcomes(List<Outcome> outcomes, Instant now) {
        int accepted = 0;
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Accepted) {
                accepted++;
            } else if (outcome instanceof Outcome.Rejected rejected) {
                trouble(new SenderActivity.Trouble(now, rejected.code(), rejected.text()));
            } else if (outcome instanceof Outcome.Uncertain uncertain) {
                trouble(new SenderActivity.Trouble(now, "", uncertain.reason()));
            }
        }
        messages.add(accepted, now);
    }

    /** Notes receipts. */
    void receipts(int count, Instant now) {
        receipts.add(count, now);
    }

    /** The connection changed. */
    void state(GatewayState now) {
        state = now;
    }

    /** The connection. */
    GatewayState state() {
        return state;
    }

    /** Shows the present to whoever asks. */
    void publish(int inFlight, int unsent, long waiting, Instant now) {
        published = activity(inFlight, unsent, waiting, now);
    }

    /** What was published last. */
    SenderActivity published() {
        return published;
    }

    private void trouble(SenderActivity.Trouble trouble) {
        troubles.addFirst(trouble);
        if (troubles.size() > TROUBLES) {
            troubles.removeLast();
        }
    }

    private SenderActivity activity(int inFlight, int unsent, long waiting, Instant now) {
        return new SenderActivity(
                lease.senderId(),
                lease.node(),
                state,
                messages.perSecond(now),
                receipts.perSecond(now),
                window,
                inFlight,
                unsent,
                waiting,
                List.copyOf(troubles),
                now);
    }
}
