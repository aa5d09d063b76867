package io.postrider;

import io.postrider.config.Settings;
import io.postrider.queue.HintQueue;
import io.postrider.sender.price.PriceBook;
import io.postrider.stage.receipt.ReceiptVerticle;
import io.postrider.stage.receipt.ReplyReader;
import io.postrider.stage.receipt.ReplyVerticle;
import io.postrider.stage.receipt.Sweeper;
import io.vertx.core.Deployable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What looks after all that operators send on their own: receipts that wait for their message, and replies. */
final class Receiving {
    private static final Duration SWEPT_EVERY = Duration.ofMinutes(1);
    private static final Duration QUIET = Duration.ofMinutes(10);
    private static final Duration PARKED_RECEIPTS_KEPT = Duration.ofDays(30);

    private Receiving() {}

    static List<Deployable> stages(
            Stores stores, PriceBook prices, HintQueue queue, Clock clock, Settings.Sending sending) {
        Sweeper sweeper =
                new Sweeper(stores.sweeps(), prices, queue, clock, sending.receiptGrace(), QUIET, PARKED_RECEIPTS_KEPT);
        ReplyReader reader = new ReplyReader(stores.readReplies(), queue, clock);
        return List.of(new ReceiptVerticle(sweeper, SWEPT_EVERY), new ReplyVerticle(reader, queue, sending.sweep()));
    }
}
