package io.postrider.simulator.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The receipts that a client got, which may be there before the response that names their message. */
final class Receipts {
    private static final long PATIENCE = 15;

    private final Map<String, CompletableFuture<Sent.Receipt>> byId = new ConcurrentHashMap<>();

    void add(String id, String stat) {
        of(id).complete(new Sent.Receipt(id, stat));
    }

    List<Sent.Receipt> await(List<String> ids) throws Exception {
        List<Sent.Receipt> receipts = new ArrayList<>();
        for (String id : ids) {
            receipts.add(of(id).get(PATIENCE, TimeUnit.SECONDS));
        }
        return receipts;
    }

    private CompletableFuture<Sent.Receipt> of(String id) {
        return byId.computeIfAbsent(id, unknown -> new CompletableFuture<>());
    }
}
