package io.postrider.bench;

import io.postrider.load.AsyncClient;
import io.postrider.load.CloudhopperClient;
import io.postrider.load.JsmppClient;
import io.postrider.load.LoadClient;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A way to load a server.
 *
 * @param client name of the client in {@link #KINDS}
 * @param receipts whether each message asks for a receipt
 */
record LoadCase(String client, boolean receipts) {
    private static final int WINDOW = 100;

    /** The clients, each with a window of 100 a bind. */
    static final Map<String, LoadClient.Kind> KINDS = kinds();

    private static Map<String, LoadClient.Kind> kinds() {
        Map<String, LoadClient.Kind> kinds = new LinkedHashMap<>();
        kinds.put("async-1", AsyncClient.kind(1, WINDOW));
        kinds.put("async-4", AsyncClient.kind(4, WINDOW));
        kinds.put("jsmpp", JsmppClient.kind(WINDOW));
        kinds.put("cloudhopper", CloudhopperClient.kind(WINDOW));
        return kinds;
    }

    LoadClient.Kind kind() {
        LoadClient.Kind kind = KINDS.get(client);
        if (kind == null) {
            throw new IllegalArgumentException("there is no client " + client);
        }
        return kind;
    }

    @Override
    public String toString() {
        return client + (receipts ? " with receipts" : "");
    }
}
