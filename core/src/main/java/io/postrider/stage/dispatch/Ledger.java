package io.postrider.stage.dispatch;

import io.postrider.message.LaneQuestions;
import io.postrider.message.LaneStore;
import io.postrider.message.LaneWrites;
import io.postrider.message.MessageTrack;
import io.postrider.message.OperatorReceipt;
import io.postrider.message.Pick;
import io.postrider.plugin.api.Outcome;
import io.postrider.sender.Duty;
import io.postrider.sender.Sender;
import io.postrider.sender.price.PriceBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** What a lane knows of its messages between two steps, and what a step makes of it. */
final class Ledger {
    private static final int OUTCOMES_A_STEP = 2_000;
    private static final int REMEMBERED = 20_000;
    private static final long WEEKS_LOOKED_BACK = 3;
    private static final long SECONDS_A_WEEK = Duration.ofDays(7).toSeconds();
    private static final int WEEK_SHIFT = 32;
    private static final int STEPS_A_WINDOW = 4;

    private Sender sender;
    private final PriceBook prices;
    private final Backlog backlog;
    private final RecentMessages recent = new RecentMessages(REMEMBERED);
    private final Recorder recorder;
    private final Releaser releaser;
    private final ReceiptMatcher matcher;
    private final Deque<Outcome> outcomes = new ArrayDeque<>();
    private final InboundQueue inbound = new InboundQueue();
    private final List<Flight> recalled = new ArrayList<>();
    private boolean parkedExist;

    /** What goes into one step: outcomes, receipts and replies, what to release, what was never handed over. */
    record Work(List<Outcome> outcomes, InboundQueue.Taken letters, List<Pick> picks, List<Flight> unsent) {
        boolean isEmpty() {
            return outcomes.isEmpty() && letters.isEmpty() && picks.isEmpty() && unsent.isEmpty();
        }
    }

    /** @param nanos a monotonic clock, for the limits of runs */
    Ledger(Sender sender, PriceBook prices, LongSupplier nanos) {
        this.sender = sender;
        this.backlog = new Backlog(nanos);
        this.prices = prices;
        this.recorder = new Recorder(backlog, recent, sender.id(), sender.errors());
        this.matcher = new ReceiptMatcher(recent, recorder);
        this.releaser = new Releaser(backlog, sender);
    }

    /** The sender has other limits now. */
    void obey(Sender changed) {
        sender = changed;
        releaser.obey(changed);
        recorder.obey(changed.errors());
    }

    /** Whether receipts wait for their message, so that each new operator id is to be asked for. */
    void parkedExist(boolean exist) {
        parkedExist |= exist;
    }

    /**
     * Replaces what may be released and what was passed on; {@code most} batches of each run were asked for. What is {@code unsent} of a run that was
     * paused or stopped goes back with the next step.
     */
    void due(LaneStore.Due due, SubmitQueue unsent, int most) {
        backlog.due(due.batches(), most);
        inbound.passedOn(due.passedOn(), due.isFullOfReceipts());
        recalled.addAll(unsent.recall(due.halted()));
    }

    /** Whether PostgreSQL has more of something that has come to its end here. */
    boolean wantsMore() {
        return backlog.wantsMore() || inbound.wantsMore();
    }

    /** Notes outcomes for the next step; what the operator was too full for goes to {@code unsent} once more. */
    void add(List<Outcome> batch, SubmitQueue unsent, Instant now) {
        for (Outcome outcome : batch) {
            Flight flight = recorder.flight(outcome.token()).orElse(null);
            if (flight == null || !(outcome instanceof Outcome.Throttled throttled)) {
                outcomes.add(outcome);
            } else if (recorder.isTooLate(flight, throttled.errorClass(), now)) {
                outcomes.add(new Outcome.Rejected(
                        outcome.token(),
                        throttled.errorClass(),
                        throttled.code(),
                        "the operator was full until its time had passed"));
            } else {
                unsent.again(flight, throttled);
            }
        }
    }

    /** Receipts and replies for the next step. */
    InboundQueue inbound() {
        return inbound;
    }

    /** Released messages without an outcome. */
    int flights() {
        return recorder.flights().size();
    }

    /** Whether a sender that is being drained has nothing more here to send or to wait for. */
    boolean isDrained() {
        return sender.duty() == Duty.DRAINING && flights() == 0 && waiting() == 0;
    }

    /** Messages that may be released as far as batches go. */
    long waiting() {
        return backlog.waiting();
    }

    /** What lies on the lane now, with what the gateway has not taken. */
    Load load(GatewayPort port) {
        return new Load(
                flights(),
                port.unsent().size(),
                waiting(),
                port.messagesPerSecond(),
                port.partsPerSecond(),
                port.isSlowed(),
                port.broken());
    }

    /**
     * How long until the next message may be released; zero if no limit holds it back.
     *
     * @param ofSender the same by the sender's own limits
     */
    Duration untilNext(Duration ofSender) {
        if (backlog.waiting() == 0) {
            return Duration.ZERO;
        }
        Duration ofRuns = backlog.untilNext().orElse(Duration.ZERO);
        return ofSender.compareTo(ofRuns) > 0 ? ofSender : ofRuns;
    }

    /**
     * How many messages a step takes: a quarter of the window, so that it stays full while a commit runs, and more only
     * when the operator answers so fast that more than half of the window is free.
     */
    int stepSize() {
        return Math.max(1, sender.window() / STEPS_A_WINDOW);
    }

    /**
     * What the next step is about.
     *
     * @param intake which messages may be released to be sent; stopped and expired ones are cleared away anyway
     */
    Work next(Intake intake, Instant now) {
        recent.trim(now);
        List<Outcome> done = new ArrayList<>(Math.min(outcomes.size(), OUTCOMES_A_STEP));
        while (!outcomes.isEmpty() && done.size() < OUTCOMES_A_STEP) {
            done.add(outcomes.remove());
        }
        int credit = sender.window() - flights() + recorder.closing(done);
        int share = Math.max(stepSize(), credit / 2);
        int most = Math.max(0, Math.min(Math.min(credit, share), intake.most()));
        List<Flight> back = List.copyOf(recalled);
        recalled.clear();
        return new Work(done, inbound.take(), backlog.picks(most, intake.from(), now), back);
    }

    /** For a lane that stops or is held: no new messages, and those that were never handed over go back. */
    Work last(List<Flight> unsent, Instant now) {
        recalled.addAll(unsent);
        return next(Intake.NOTHING, now);
    }

    /** What must be known before the step can be decided. */
    LaneQuestions questions(Work work, Instant now) {
        Set<String> given = new HashSet<>();
        for (Outcome outcome : work.outcomes()) {
            if (outcome instanceof Outcome.Accepted accepted) {
                given.addAll(accepted.operatorIds());
            }
        }
        List<OperatorReceipt> unknown = work.letters().receipts.stream()
                .filter(receipt -> !given.contains(receipt.operatorKey())
                        && recent.part(receipt.operatorKey()).isEmpty())
                .toList();
        long sinceRun = (now.getEpochSecond() / SECONDS_A_WEEK - WEEKS_LOOKED_BACK) << WEEK_SHIFT;
        return new LaneQuestions(work.picks(), parkedExist ? List.copyOf(given) : List.of(), unknown, sinceRun);
    }

    /** What follows from a step once all is committed: messages to submit, and runs that are to wait for a person. */
    static final class Decided {
        final List<Flight> released = new ArrayList<>();
        final Map<Long, String> halts = new HashMap<>();
        Instant at = Instant.EPOCH;
    }

    /** Decides the step; what follows from it is added to {@code decided}. */
    LaneWrites decide(Work work, LaneStore.Answers answers, Instant now, Decided decided) {
        Draft draft = new Draft(prices.of(sender.id()));
        work.outcomes().forEach(outcome -> recorder.record(outcome, now, draft));
        recorder.takeBack(work.unsent(), now, draft);
        answers.parked().forEach(receipt -> matcher.match(receipt, answers, now, draft));
        work.letters().receipts.forEach(receipt -> matcher.match(receipt, answers, now, draft));
        draft.replies.addAll(work.letters().replies);
        parkedExist |= !draft.parked.isEmpty();
        decided.released.addAll(releaser.release(work.picks(), answers.picked(), id -> tried(id, answers), now, draft));
        decided.halts.putAll(draft.halts);
        decided.at = now;
        recorder.released(decided.released);
        return draft.writes(backlog.ended());
    }

    /** What is known of a message that was tried before. */
    private Optional<MessageTrack> tried(long id, LaneStore.Answers answers) {
        return recorder.known(id).or(() -> Optional.ofNullable(answers.tried().get(id)));
    }
}
