package io.postrider.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** Serves the API's own description. */
final class DescriptionApi implements Api {
    private final Buffer text;

    DescriptionApi(String text) {
        this.text = Buffer.buffer(text);
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "getDescription",
                call -> Future.succeededFuture(new Answer(
                        200, Map.of("Content-Type", "application/yaml; charset=utf-8"), null, new BufferStream(text))));
    }
}
