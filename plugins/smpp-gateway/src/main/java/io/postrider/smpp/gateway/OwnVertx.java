package io.postrider.smpp.gateway;

import io.netty.util.concurrent.GlobalEventExecutor;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugin's own Vert.x with one event loop. So that the plugin's class loader can go when it is unloaded: Vert.x is
 * made and closed on a thread of our own, threads of the host only ever queue a task for the loop (any other Netty call
 * would leave thread-locals in them), and the client is held until it is closed.
 */
final class OwnVertx {
    private static final Logger LOG = LoggerFactory.getLogger(OwnVertx.class);
    private static final long CLOSE_SECONDS = 10;

    private final NetClientOptions options;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final List<Runnable> early = new ArrayList<>();
    private volatile @Nullable Loop loop;
    private Consumer<Throwable> onFailure = failure -> {};

    /** What runs on the loop works with. */
    record Loop(Vertx vertx, Context context, NetClient client) {}

    /** @param name of the thread */
    OwnVertx(String name, NetClientOptions options) {
        this.options = options;
        this.thread = new Thread(this::live, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(OwnVertx.class.getClassLoader());
    }

    /** Makes it; {@code then} runs on the loop, {@code failed} on our own thread, which ends then. */
    void open(Consumer<Loop> then, Consumer<Throwable> failed) {
        run(() -> {
            Loop made = loop;
            if (made != null) {
                then.accept(made);
            }
        });
        onFailure = failed;
        thread.start();
    }

    /** Runs the task on the loop, from any thread, after it was made; drops it when there is no loop any more. */
    synchronized void run(Runnable task) {
        if (loop == null) {
            early.add(task);
            return;
        }
        try {
            loop.context().runOnContext(turn -> task.run());
        } catch (RejectedExecutionException afterClose) {
            LOG.debug("A task came after the event loop was closed");
        }
    }

    private synchronized void made(Loop made) {
        loop = made;
        early.forEach(this::run);
        early.clear();
    }

    /** Begins to close it, from any thread. */
    void close() {
        closing.countDown();
    }

    /** Completes as the last act of our own thread, when all others are gone. */
    CompletionStage<Void> closed() {
        return closed;
    }

    private void live() {
        try {
            liveUntilClosing();
        } catch (InterruptedException interrupted) {
            LOG.warn("The thread of an SMPP gateway was interrupted");
        } finally {
            closed.complete(null);
        }
    }

    private void liveUntilClosing() throws InterruptedException {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setUseDaemonThread(true)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        try {
            NetClient client = vertx.createNetClient(options);
            made(new Loop(vertx, vertx.getOrCreateContext(), client));
            closing.await();
            await(client.close());
        } catch (RuntimeException unusableOptions) {
            onFailure.accept(unusableOptions);
        } finally {
            await(vertx.close());
            awaitNettysLastThread();
        }
    }

    private static void await(Future<Void> end) throws InterruptedException {
        try {
            end.toCompletionStage().toCompletableFuture().get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            LOG.warn("An SMPP gateway did not close in order", failure);
        }
    }

    private static void awaitNettysLastThread() throws InterruptedException {
        try {
            if (!GlobalEventExecutor.INSTANCE.awaitInactivity(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Netty's last thread is still running");
            }
        } catch (IllegalStateException neverStarted) {
            LOG.debug("Netty's last thread was never started");
        }
    }
}
