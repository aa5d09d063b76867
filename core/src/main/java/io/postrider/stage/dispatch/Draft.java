package io.postrider.stage.dispatch;

import io.postrider.message.HandsetReply;
import io.postrider.message.LaneWrites;
import io.postrider.message.LaneWrites.LeftOut;
import io.postrider.message.LaneWrites.PassedOn;
import io.postrider.message.LaneWrites.Retry;
import io.postrider.message.MessageEvent;
import io.postrider.message.OperatorReceipt;
import io.postrider.sender.price.PriceList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a step is going to commit, while it is being decided. */
final class Draft {
    /** Of the sender, as they are now. */
    final PriceList prices;

    final List<MessageEvent> events = new ArrayList<>();
    final List<LeftOut> leftOut = new ArrayList<>();
    final Map<Long, Long> released = new HashMap<>();
    final List<Retry> retries = new ArrayList<>();
    final List<OperatorReceipt> parked = new ArrayList<>();
    final List<PassedOn> passedOn = new ArrayList<>();
    final Map<Long, String> halts = new HashMap<>();
    final List<Long> claimed = new ArrayList<>();
    final List<Long> kept = new ArrayList<>();
    final List<HandsetReply> replies = new ArrayList<>();

    Draft(PriceList prices) {
        this.prices = prices;
    }

    /** All of it, and the batches that end with it. */
    LaneWrites writes(List<Long> ended) {
        ended.forEach(released::remove);
        return new LaneWrites(events, leftOut, released, ended, retries, parked, passedOn, claimed, kept, replies);
    }
}
