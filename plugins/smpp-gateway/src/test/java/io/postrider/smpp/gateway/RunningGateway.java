package io.postrider.smpp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.Encoding;
import io.postrider.plugin.api.Gateway;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.Submission;
import io.postrider.plugin.testkit.GatewayContract.RecordingHost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;

/** A started gateway and the host that it talks to. */
final class RunningGateway implements AutoCloseable {
    private static final long PATIENCE = 20;

    private final RecordingHost host;
    private final Gateway gateway;

    private RunningGateway(RecordingHost host) {
        this.host = host;
        this.gateway = new SmppProvider().open(host);
    }

    /** Starts one and waits until the first attempt to connect has ended. */
    static RunningGateway start(Map<String, String> settings) throws Exception {
        var running = new RunningGateway(new RecordingHost(settings));
        await(running.gateway.start());
        return running;
    }

    /** The same settings and these pairs of name and value. */
    static Map<String, String> with(Map<String, String> settings, String... more) {
        Map<String, String> all = new HashMap<>(settings);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    RecordingHost host() {
        return host;
    }

    /** Hands over messages, waiting for room. */
    void submit(List<Submission> batch) throws InterruptedException {
        List<Submission> rest = batch;
        while (!rest.isEmpty()) {
            int taken = gateway.submit(rest);
            rest = rest.subList(taken, rest.size());
            if (!rest.isEmpty()) {
                host.awaitReady();
            }
        }
    }

    /** Hands over one message of these parts. */
    void submit(long token, String... parts) throws InterruptedException {
        submit(List.of(message(token, parts)));
    }

    /** What is taken at once. */
    int offer(List<Submission> batch) {
        return gateway.submit(batch);
    }

    /** The next outcome, which is of this kind. */
    <T extends Outcome> T outcome(Class<T> kind) throws InterruptedException {
        Outcome next = host.outcomes(1).get(0);
        assertThat(next).isInstanceOf(kind);
        return kind.cast(next);
    }

    /** Begins to stop in order. */
    CompletionStage<Void> beginStop() {
        return gateway.stop(Duration.ofSeconds(PATIENCE));
    }

    static <T> T await(CompletionStage<T> stage) throws InterruptedException, ExecutionException, TimeoutException {
        return stage.toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        try {
            await(gateway.stop(Duration.ZERO));
        } catch (InterruptedException | ExecutionException | TimeoutException notStopped) {
            throw new IllegalStateException("The gateway does not stop", notStopped);
        }
    }

    static Submission message(long token, String... parts) {
        return new Submission(
                token, "Shop", Long.toString(79_161_000_000L + token), List.of(parts), Encoding.GSM7, null, true);
    }

    /** Messages of one part with tokens from 1. */
    static List<Submission> messages(int count) {
        return new ArrayList<>(LongStream.rangeClosed(1, count)
                .mapToObj(token -> message(token, "message " + token))
                .toList());
    }
}
