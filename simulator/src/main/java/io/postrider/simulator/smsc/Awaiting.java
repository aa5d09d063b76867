package io.postrider.simulator.smsc;

import io.postrider.simulator.people.People;
import io.postrider.simulator.people.ReceivedMessage;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Waits until enough messages fit, so that no test has to sleep; those that came before count too. On the event loop. */
public final class Awaiting implements Consumer<ReceivedMessage> {
    /** How many it waits for at most. */
    public static final int MOST = 1_000_000;

    private final Vertx vertx;
    private final Exchange exchange;
    private final Function<People, List<ReceivedMessage>> earlier;
    private final Predicate<ReceivedMessage> fits;
    private final long count;
    private final Set<ReceivedMessage> found = new LinkedHashSet<>();
    private final Promise<List<ReceivedMessage>> end = Promise.promise();
    private Round round;
    private long timer;

    /** @param count how many messages must fit at the same time */
    public Awaiting(Vertx vertx, Exchange exchange, Predicate<ReceivedMessage> fits, long count) {
        this(vertx, exchange, people -> people.newest(Long.MAX_VALUE, fits, MOST), fits, count);
    }

    /**
     * The same for a filter that knows where to look.
     *
     * @param earlier those of the kept messages that fit
     */
    public Awaiting(
            Vertx vertx,
            Exchange exchange,
            Function<People, List<ReceivedMessage>> earlier,
            Predicate<ReceivedMessage> fits,
            long count) {
        this.earlier = earlier;
        this.vertx = vertx;
        this.exchange = exchange;
        this.fits = fits;
        this.count = count;
        this.round = exchange.round();
    }

    /** What fits in the end: fewer than it waits for if they did not come in this time. */
    public Future<List<ReceivedMessage>> start(long millis) {
        found.addAll(earlier.apply(round.people()));
        if (found.size() >= count) {
            finish();
        } else {
            timer = vertx.setTimer(millis, late -> finish());
            exchange.feed().watch(this);
        }
        return end.future();
    }

    @Override
    public void accept(ReceivedMessage message) {
        if (round != exchange.round()) {
            round = exchange.round();
            found.clear();
        }
        if (fits.test(message)) {
            found.add(message);
        } else {
            found.remove(message);
        }
        if (found.size() >= count) {
            finish();
        }
    }

    /** Waits no longer: nobody asks any more. */
    public void finish() {
        vertx.cancelTimer(timer);
        exchange.feed().leave(this);
        end.tryComplete(new ArrayList<>(found));
    }
}
