package io.postrider.bench;

import io.vertx.core.json.JsonObject;

/** What was measured of one server in one case. */
final class Side {
    private final Series rates = new Series();
    private final Series pairRates = new Series();
    private final Series cpuMicros = new Series();
    private final Series clientMicros = new Series();
    private long refused;

    void add(Trial.Sample sample) {
        rates.add(sample.rate());
        pairRates.add(sample.pairRate());
        cpuMicros.add(sample.cpuMicros());
        clientMicros.add(sample.clientMicros());
        refused += sample.refused();
    }

    Series rates() {
        return rates;
    }

    Series pairRates() {
        return pairRates;
    }

    Series cpuMicros() {
        return cpuMicros;
    }

    Series clientMicros() {
        return clientMicros;
    }

    JsonObject json(boolean receipts) {
        JsonObject json = rates.json()
                .put("cpuMicrosPerMessage", cpuMicros.fineJson())
                .put("clientCpuMicrosPerMessage", clientMicros.fineJson())
                .put("refused", refused);
        return receipts ? json.put("pairs", pairRates.json()) : json;
    }
}
