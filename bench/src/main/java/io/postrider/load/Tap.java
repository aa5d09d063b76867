package io.postrider.load;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Stands between a client and an SMPP server and notes when each submit_sm leaves the client. It passes everything on as it
 * is; on loopback what a client writes is here within microseconds.
 */
public final class Tap implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;
    private static final int SUBMIT_SM = 4;
    private static final int HEADER = 16;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

    /** One for all, and held: Vert.x closes the sockets of a client that the collector finds. */
    private final NetClient onward = vertx.createNetClient();

    private final int target;
    private final int port;
    private long[] times = new long[1 << 12];
    private int count;

    /** @param target port of the server on this machine */
    public Tap(int target) {
        this.target = target;
        this.port = listen();
    }

    private int listen() {
        try {
            return vertx.createNetServer()
                    .connectHandler(this::connected)
                    .listen(0, Account.HOST)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .actualPort();
        } catch (ExecutionException | TimeoutException problem) {
            throw new LoadException("The tap cannot listen", problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LoadException("The start of the tap was interrupted", interrupted);
        }
    }

    private void connected(NetSocket client) {
        client.pause();
        onward.connect(target, Account.HOST)
                .onFailure(refused -> client.close())
                .onSuccess(server -> {
                    Frames frames = new Frames(this);
                    client.handler(octets -> {
                        frames.read(octets);
                        pass(octets, client, server);
                    });
                    server.handler(octets -> pass(octets, server, client));
                    client.closeHandler(gone -> server.close());
                    server.closeHandler(gone -> client.close());
                    client.resume();
                });
    }

    private static void pass(Buffer octets, NetSocket from, NetSocket to) {
        to.write(octets).onFailure(gone -> from.close());
        if (to.writeQueueFull()) {
            from.pause();
            to.drainHandler(free -> from.resume());
        }
    }

    /** Finds where PDUs begin in what a client writes. */
    private static final class Frames {
        private final Tap tap;
        private Buffer unread = Buffer.buffer();

        Frames(Tap tap) {
            this.tap = tap;
        }

        void read(Buffer octets) {
            long now = System.nanoTime();
            Buffer all = unread.length() == 0
                    ? octets
                    : Buffer.buffer().appendBuffer(unread).appendBuffer(octets);
            int at = 0;
            while (all.length() - at >= HEADER && all.length() - at >= all.getInt(at)) {
                if (all.getInt(at + Integer.BYTES) == SUBMIT_SM) {
                    tap.note(now);
                }
                at += all.getInt(at);
            }
            unread = all.getBuffer(at, all.length());
        }
    }

    private synchronized void note(long now) {
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
        }
        times[count++] = now;
    }

    /** Port to connect to instead of the server's. */
    public int port() {
        return port;
    }

    /** How many submit_sm have been written. */
    public synchronized int count() {
        return count;
    }

    /** When each submit_sm was written, as {@link System#nanoTime} counts, in order. */
    public synchronized long[] times() {
        return Arrays.copyOf(times, count);
    }

    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException problem) {
            throw new LoadException("The tap cannot be closed", problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
