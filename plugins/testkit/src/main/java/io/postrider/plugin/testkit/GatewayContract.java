package io.postrider.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.Encoding;
import io.postrider.plugin.api.Gateway;
import io.postrider.plugin.api.GatewayContext;
import io.postrider.plugin.api.GatewayState;
import io.postrider.plugin.api.Inbound;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.Submission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every gateway keeps to. A subclass gives the settings of a gateway whose operator, started by the subclass, takes
 * every message, and of one whose operator cannot be reached.
 */
public abstract class GatewayContract {
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final List<Gateway> opened = new ArrayList<>();

    /** Opens a gateway of the kind that is tested. */
    protected abstract Gateway open(GatewayContext host);

    /** Settings with which every message is taken. */
    protected abstract Map<String, String> settings();

    /** Settings that lead nowhere. */
    protected abstract Map<String, String> settingsOutOfReach();

    @AfterEach
    void stopGateways() throws Exception {
        for (Gateway gateway : opened) {
            await(gateway.stop(Duration.ZERO));
        }
    }

    @Test
    void everyTokenGetsExactlyOneOutcome() throws Exception {
        var host = new RecordingHost(settings());
        Gateway gateway = started(host);
        List<Submission> batch = submissions(1, 500);

        submitAll(gateway, host, batch);

        assertThat(host.outcomes(500))
                .allMatch(Outcome.Accepted.class::isInstance)
                .extracting(Outcome::token)
                .containsExactlyInAnyOrderElementsOf(
                        batch.stream().map(Submission::token).toList());
    }

    @Test
    void aMessageOfThreePartsHasThreeOperatorIds() throws Exception {
        var host = new RecordingHost(settings());
        Gateway gateway = started(host);

        submitAll(gateway, host, List.of(submission(7, List.of("one", "two", "three"))));

        assertThat(host.outcomes(1))
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        accepted ->
                                assertThat(accepted.operatorIds()).hasSize(3).doesNotHaveDuplicates());
    }

    @Test
    void startCompletesAlthoughTheOperatorIsOutOfReach() throws Exception {
        var host = new RecordingHost(settingsOutOfReach());

        Gateway gateway = started(host);

        assertThat(gateway.submit(submissions(1, 10))).isZero();
        assertThat(host.awaitPhase(GatewayState.Phase.DOWN).detail()).isNotBlank();
    }

    @Test
    void stopGivesEveryTakenTokenItsOutcomeAndTakesNoMore() throws Exception {
        var host = new RecordingHost(settings());
        Gateway gateway = started(host);
        List<Submission> batch = submissions(1, 200);
        int taken = gateway.submit(batch);

        await(gateway.stop(DRAIN));
        opened.remove(gateway);

        assertThat(gateway.submit(batch)).isZero();
        assertThat(host.outcomes(taken))
                .extracting(Outcome::token)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, taken).boxed().toList());
    }

    @Test
    void stopLeavesNoThread() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        var host = new RecordingHost(settings());
        Gateway gateway = started(host);
        submitAll(gateway, host, submissions(1, 10));
        Set<Thread> own = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .filter(thread -> thread.getName().contains(host.sender()))
                .collect(Collectors.toSet());

        await(gateway.stop(DRAIN));
        opened.remove(gateway);

        for (Thread thread : own) {
            thread.join(DRAIN.toMillis());
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }

    /** Opens and starts a gateway, which is stopped after the test. */
    protected final Gateway started(RecordingHost host) throws Exception {
        Gateway gateway = open(host);
        opened.add(gateway);
        await(gateway.start());
        return gateway;
    }

    /** Offers the batch until all of it is taken, waiting for {@code ready()} in between. */
    protected static void submitAll(Gateway gateway, RecordingHost host, List<Submission> batch) throws Exception {
        List<Submission> rest = batch;
        while (!rest.isEmpty()) {
            int taken = gateway.submit(rest);
            rest = rest.subList(taken, rest.size());
            if (!rest.isEmpty()) {
                host.awaitReady();
            }
        }
    }

    /** Messages of one part with these tokens. */
    protected static List<Submission> submissions(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(token -> submission(token, List.of("message " + token)))
                .toList();
    }

    /** A message of these parts. */
    protected static Submission submission(long token, List<String> parts) {
        return new Submission(token, "Shop", "7916" + (1_000_000 + token), parts, Encoding.GSM7, null, true);
    }

    /** Waits for what a plugin promised. */
    protected static <T> T await(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    /** A host that keeps what it is told. Safe for use by any thread. */
    public static final class RecordingHost implements GatewayContext {
        private static final long PATIENCE = 15;

        private final Map<String, String> settings;
        private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
        private final BlockingQueue<Inbound> inbound = new LinkedBlockingQueue<>();
        private final BlockingQueue<GatewayState> states = new LinkedBlockingQueue<>();
        private final BlockingQueue<Boolean> ready = new LinkedBlockingQueue<>();
        private volatile CompletionStage<Void> stored = CompletableFuture.completedFuture(null);

        /** @param settings of the sender */
        public RecordingHost(Map<String, String> settings) {
            this.settings = settings;
        }

        @Override
        public String sender() {
            return "contract";
        }

        @Override
        public Map<String, String> settings() {
            return settings;
        }

        @Override
        public void ready() {
            ready.add(true);
        }

        @Override
        public void outcomes(List<Outcome> batch) {
            outcomes.addAll(batch);
        }

        @Override
        public CompletionStage<Void> inbound(List<Inbound> batch) {
            inbound.addAll(batch);
            return stored;
        }

        @Override
        public void state(GatewayState state) {
            states.add(state);
        }

        /** From now on what comes in counts as durable when this completes. */
        public void storeWhen(CompletionStage<Void> stage) {
            stored = stage;
        }

        /** The next outcomes, waiting for them. */
        public List<Outcome> outcomes(int count) throws InterruptedException {
            return take(outcomes, count);
        }

        /** The next receipts and replies, waiting for them. */
        public List<Inbound> inbound(int count) throws InterruptedException {
            return take(inbound, count);
        }

        /** How many outcomes came that nobody asked for. */
        public int outcomesLeft() {
            return outcomes.size();
        }

        /** Waits for {@code ready()}. */
        public void awaitReady() throws InterruptedException {
            take(ready, 1);
        }

        /** Waits for the next state of this phase, passing over the others. */
        public GatewayState awaitPhase(GatewayState.Phase phase) throws InterruptedException {
            GatewayState state = take(states, 1).get(0);
            while (state.phase() != phase) {
                state = take(states, 1).get(0);
            }
            return state;
        }

        private static <T> List<T> take(BlockingQueue<T> queue, int count) throws InterruptedException {
            List<T> taken = new ArrayList<>();
            while (taken.size() < count) {
                T next = queue.poll(PATIENCE, TimeUnit.SECONDS);
                assertThat(next).as("what should come after %s", taken.size()).isNotNull();
                taken.add(next);
            }
            return taken;
        }
    }
}
