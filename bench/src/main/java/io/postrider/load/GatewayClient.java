package io.postrider.load;

import io.postrider.plugin.api.Encoding;
import io.postrider.plugin.api.Gateway;
import io.postrider.plugin.api.GatewayContext;
import io.postrider.plugin.api.GatewayState;
import io.postrider.plugin.api.Inbound;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.Setting;
import io.postrider.plugin.api.Submission;
import io.postrider.smpp.gateway.SmppProvider;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The gateway plugin as the server calls it: messages in lists of a quarter of the window, at most a window of them without
 * outcome, and outcomes and receipts in lists too. Nothing is written down.
 */
public final class GatewayClient implements LoadClient {
    private static final long PATIENCE_SECONDS = 30;
    private static final int LISTS = 4;

    private final Gateway gateway;
    private final Host host;
    private final int list;
    private final String text = new String(Feed.text(), StandardCharsets.US_ASCII);
    private long token;

    private GatewayClient(Account account, int window, Tally tally) {
        this.list = Math.max(1, window / LISTS);
        this.host = new Host(settings(account, window), tally, list * LISTS);
        this.gateway = new SmppProvider().open(host);
    }

    /**
     * Clients of this kind.
     *
     * @param window messages that may be without an outcome
     */
    public static Kind kind(int window) {
        return (account, tally) -> {
            GatewayClient client = new GatewayClient(account, window, tally);
            client.start();
            return client;
        };
    }

    private static Map<String, String> settings(Account account, int window) {
        Map<String, String> settings = new HashMap<>();
        for (Setting setting : new SmppProvider().settings()) {
            settings.put(setting.name(), setting.defaultValue());
        }
        settings.put("host", Account.HOST);
        settings.put("port", Integer.toString(account.port()));
        settings.put("system-id", account.systemId());
        settings.put("password", account.password());
        settings.put("window", Integer.toString(window));
        return settings;
    }

    /** What the server would do, without a database. */
    private static final class Host implements GatewayContext {
        private final Map<String, String> settings;
        private final Tally tally;
        private final Semaphore credit;
        private final Semaphore room = new Semaphore(0);
        private final CountDownLatch up = new CountDownLatch(1);

        Host(Map<String, String> settings, Tally tally, int window) {
            this.settings = Map.copyOf(settings);
            this.tally = tally;
            this.credit = new Semaphore(window);
        }

        @Override
        public String sender() {
            return "bench";
        }

        @Override
        public Map<String, String> settings() {
            return settings;
        }

        @Override
        public void ready() {
            room.release();
        }

        @Override
        public void outcomes(List<Outcome> batch) {
            batch.forEach(outcome -> tally.answered(outcome instanceof Outcome.Accepted));
            credit.release(batch.size());
        }

        @Override
        public CompletionStage<Void> inbound(List<Inbound> batch) {
            batch.forEach(item -> {
                if (item instanceof Inbound.Receipt) {
                    tally.receipt();
                }
            });
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void state(GatewayState state) {
            if (state.phase() == GatewayState.Phase.UP) {
                up.countDown();
            }
        }
    }

    private void start() {
        gateway.start();
        try {
            if (!host.up.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new LoadException("The gateway does not come up");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LoadException("The start was interrupted", interrupted);
        }
    }

    @Override
    public void send(Feed feed) {
        int window = list * LISTS;
        try {
            for (List<Submission> batch = next(feed); !batch.isEmpty(); batch = next(feed)) {
                host.credit.acquire(batch.size());
                submit(batch);
            }
            if (!host.credit.tryAcquire(window, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new LoadException("The gateway did not tell every outcome");
            }
            host.credit.release(window);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LoadException("The load was interrupted", interrupted);
        }
    }

    private void submit(List<Submission> batch) throws InterruptedException {
        int taken = gateway.submit(batch);
        while (taken < batch.size()) {
            host.room.acquire();
            taken += gateway.submit(batch.subList(taken, batch.size()));
        }
    }

    private List<Submission> next(Feed feed) {
        List<Submission> batch = new ArrayList<>(list);
        while (batch.size() < list) {
            long phone = feed.next();
            if (phone == Feed.END) {
                return batch;
            }
            batch.add(new Submission(
                    ++token, Feed.FROM, Long.toString(phone), List.of(text), Encoding.GSM7, null, feed.receipts()));
        }
        return batch;
    }

    @Override
    public void close() {
        try {
            gateway.stop(Duration.ZERO).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException problem) {
            throw new LoadException("The gateway does not stop", problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
