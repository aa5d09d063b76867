package io.postrider.stage.dispatch;

import io.postrider.plugin.api.GatewayState;
import io.postrider.plugin.api.Inbound;
import io.postrider.plugin.api.Outcome;
import io.postrider.sender.Lease;
import io.postrider.sender.SenderActivity;
import io.postrider.sender.SenderActivity.FaultKind;
import java.time.Instant;
import java.util.List;

/** What a person sees of a lane while it runs; the published record may be read from any thread. */
final class LaneGauges {
    private final Lease lease;
    private int window;
    private final RateMeter messages;
    private final RateMeter parts;
    private final RateMeter receipts;
    private final RateMeter troubles;
    private final PaceHistory history;
    private final TroubleBook book = new TroubleBook();
    private final DelayMeter<Long> answers = new DelayMeter<>();
    private final DelayMeter<String> deliveries = new DelayMeter<>();
    private GatewayState state = new GatewayState(GatewayState.Phase.CONNECTING, "");
    private Instant since;
    private volatile SenderActivity published;

    LaneGauges(Lease lease, int window, Instant now) {
        this.lease = lease;
        this.window = window;
        this.since = now;
        this.messages = new RateMeter(now);
        this.parts = new RateMeter(now);
        this.receipts = new RateMeter(now);
        this.troubles = new RateMeter(now);
        this.history = new PaceHistory(now);
        this.published = activity(Load.NONE, now);
    }

    /** Released messages that may be without an outcome, from now on. */
    void window(int messages) {
        window = messages;
    }

    /** A message was handed to the gateway; one of many is enough. */
    void submitted(long token, Instant now) {
        answers.begin(token, now);
    }

    /** Notes outcomes. */
    void outcomes(List<Outcome> outcomes, Instant now) {
        int accepted = 0;
        int inParts = 0;
        int wrong = 0;
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Accepted taken) {
                answers.end(taken.token(), now);
                if (accepted == 0 && !taken.operatorIds().isEmpty()) {
                    deliveries.begin(taken.operatorIds().get(0), now);
                }
                accepted++;
                inParts += taken.operatorIds().size();
            } else {
                wrong += trouble(outcome, now);
            }
        }
        messages.add(accepted, now);
        parts.add(inParts, now);
        troubles.add(wrong, now);
        history.sent(accepted, inParts, now);
        history.troubles(wrong, now);
    }

    private int trouble(Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.Rejected rejected) {
            answers.end(rejected.token(), now);
            book.note(FaultKind.REFUSED, rejected.code(), rejected.text(), now);
            return 1;
        }
        answers.forget(outcome.token());
        if (outcome instanceof Outcome.Uncertain uncertain) {
            book.note(FaultKind.IN_DOUBT, "", uncertain.reason(), now);
            return 1;
        }
        book.count(FaultKind.THROTTLED, "", "The operator was full and asked for a pause.", now);
        return 0;
    }

    /** Notes receipts. */
    void inbound(List<Inbound> items, Instant now) {
        int count = 0;
        for (Inbound item : items) {
            if (item instanceof Inbound.Receipt receipt) {
                deliveries.end(receipt.operatorId(), now);
                count++;
            }
        }
        receipts.add(count, now);
        history.receipts(count, now);
    }

    /** The connection changed; attempts to get it back are part of its absence. Says whether it came up. */
    boolean state(GatewayState present, Instant now) {
        boolean turned = isUp(present) != isUp(state);
        if (turned) {
            since = now;
        }
        state = present;
        return turned && isUp(present);
    }

    private static boolean isUp(GatewayState of) {
        return of.phase() == GatewayState.Phase.UP;
    }

    /** The connection. */
    GatewayState state() {
        return state;
    }

    /** Shows the present to whoever asks. */
    void publish(Load load, Instant now) {
        published = activity(load, now);
    }

    /** What was published last. */
    SenderActivity published() {
        return published;
    }

    private SenderActivity activity(Load load, Instant now) {
        return new SenderActivity(
                lease.senderId(),
                lease.node(),
                state,
                since,
                new SenderActivity.Pace(
                        messages.perSecond(now),
                        parts.perSecond(now),
                        receipts.perSecond(now),
                        troubles.perSecond(now),
                        load.allowedMessages(),
                        load.allowedParts(),
                        load.held()),
                window,
                load.inFlight(),
                load.unsent(),
                load.waiting(),
                load.broken(),
                answers.summary(now),
                deliveries.summary(now),
                book.faults(),
                book.last(),
                history.points(now),
                now);
    }
}
