package io.postrider.sender.price;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The price lists of all senders, at hand for whoever writes down what a message costs. Safe to ask from any thread. */
public final class PriceBook {
    private final PriceStore store;
    private volatile Map<Long, Known> lists = Map.of();

    private record Known(int version, PriceList list) {}

    public PriceBook(PriceStore store) {
        this.store = store;
    }

    /** The prices of a sender as they were at the last refresh. */
    public PriceList of(long sender) {
        Known known = lists.get(sender);
        return known == null ? PriceList.NONE : known.list;
    }

    /** Reads the lists that have changed. Not to be called again before it has completed. */
    public Future<Void> refresh() {
        return store.versions().compose(versions -> refresh(versions, lists));
    }

    private Future<Void> refresh(List<PriceStore.Version> versions, Map<Long, Known> before) {
        Map<Long, Known> now = new HashMap<>();
        Future<Void> read = Future.succeededFuture();
        for (PriceStore.Version newest : versions) {
            Known known = before.get(newest.senderId());
            if (known != null && known.version == newest.version()) {
                now.put(newest.senderId(), known);
            } else {
                read = read.compose(done -> store.list(newest.accountId(), newest.senderId()))
                        .map(list -> {
                            now.put(newest.senderId(), new Known(newest.version(), list));
                            return null;
                        });
            }
        }
        return read.onSuccess(done -> lists = Map.copyOf(now));
    }
}
