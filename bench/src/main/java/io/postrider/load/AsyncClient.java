package io.postrider.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A client that no thread waits in: each session keeps its window full, and whatever one read event causes leaves in one
 * write. PDUs are jsmpp's; all sessions share one thread.
 */
public final class AsyncClient implements LoadClient {
    private final Selector selector;
    private final int window;
    private final Tally tally;
    private final Queue<SocketChannel> bound = new ConcurrentLinkedQueue<>();
    private final List<AsyncSession> sessions = new ArrayList<>();
    private final Thread loop;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Work work;
    private volatile boolean closing;

    private record Work(Feed feed, CountDownLatch done) {}

    private AsyncClient(Selector selector, int window, Tally tally) {
        this.selector = selector;
        this.window = window;
        this.tally = tally;
        this.loop = new Thread(this::loop, "async load");
        loop.setDaemon(true);
    }

    /**
     * Clients of this kind.
     *
     * @param sessions how many binds
     * @param window submit_sm that each may have unanswered
     */
    public static Kind kind(int sessions, int window) {
        return (account, tally) -> {
            try {
                AsyncClient client = new AsyncClient(Selector.open(), window, tally);
                client.loop.start();
                client.bind(sessions, account);
                return client;
            } catch (IOException problem) {
                throw new LoadException("The asynchronous client cannot bind", problem);
            }
        };
    }

    /** Each bind is served before the next begins, because a server may wait for an answer in between. */
    private void bind(int binds, Account account) throws IOException {
        try {
            for (int i = 0; i < binds; i++) {
                bound.add(AsyncSession.bind(account));
                selector.wakeup();
            }
        } catch (IOException | LoadException refused) {
            close();
            throw refused;
        }
    }

    @Override
    public void send(Feed feed) {
        CountDownLatch done = new CountDownLatch(1);
        work = new Work(feed, done);
        selector.wakeup();
        try {
            while (!done.await(1, TimeUnit.SECONDS) && !closing) {
                // still busy
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LoadException("The load was interrupted", interrupted);
        }
        if (closing) {
            throw new LoadException("The server closed the connection");
        }
    }

    private void loop() {
        CountDownLatch done = new CountDownLatch(0);
        try {
            while (!closing) {
                selector.select(AsyncClient::handle);
                join();
                Work begun = work;
                if (begun != null) {
                    work = null;
                    done = begun.done();
                    begin(begun);
                }
            }
        } catch (IOException | LoadException lost) {
            closing = true;
        } finally {
            sessions.forEach(AsyncSession::close);
            done.countDown();
            ended.countDown();
        }
    }

    private void join() throws IOException {
        for (SocketChannel next = bound.poll(); next != null; next = bound.poll()) {
            sessions.add(AsyncSession.join(next, selector, window, tally));
        }
    }

    private void begin(Work begun) {
        AtomicInteger busy = new AtomicInteger(sessions.size());
        for (AsyncSession session : sessions) {
            session.begin(begun.feed(), () -> {
                if (busy.decrementAndGet() == 0) {
                    begun.done().countDown();
                }
            });
        }
    }

    private static void handle(SelectionKey key) {
        try {
            ((AsyncSession) key.attachment()).ready(key);
        } catch (IOException lost) {
            throw new LoadException("A connection was lost", lost);
        }
    }

    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        try {
            ended.await();
            selector.close();
        } catch (IOException gone) {
            throw new LoadException("The selector cannot be closed", gone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
