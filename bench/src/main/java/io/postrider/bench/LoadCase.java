package io.postrider.bench;

import io.postrider.load.AsyncClient;
import io.postrider.load.CloudhopperClient;
import io.postrider.load.GatewayClient;
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

    /** The gateway plugin with the window that a sender has unless told otherwise. */
    static final String GATEWAY = "gateway";

    /** The asynchronous client with the same window. */
    static final String WIDE_ASYNC = "async-wide";

    /** Stock jsmpp with 64 threads. */
    static final String JSMPP_64 = "jsmpp-64";

    private static final int WIDE_WINDOW = 1_000;
    private static final int JSMPP_THREADS = 64;

    /** The clients, each with a window of 100 a bind unless it is said. */
    static final Map<String, LoadClient.Kind> KINDS = kinds();

    private static Map<String, LoadClient.Kind> kinds() {
        Map<String, LoadClient.Kind> kinds = new LinkedHashMap<>();
        kinds.put("async-1", AsyncClient.kind(1, WINDOW));
        kinds.put("async-4", AsyncClient.kind(4, WINDOW));
        kinds.put("jsmpp", JsmppClient.kind(WINDOW));
        kinds.put("cloudhopper", CloudhopperClient.kind(WINDOW));
        kinds.put(GATEWAY, GatewayClient.kind(WIDE_WINDOW));
        kinds.put(WIDE_ASYNC, AsyncClient.kind(1, WIDE_WINDOW));
        kinds.put(JSMPP_64, JsmppClient.kind(JSMPP_THREADS));
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
