package io.postrider.http;

import io.vertx.core.Future;

/** One HTTP operation. It runs on the event loop; a {@code Refusal} becomes a problem that a person can read. */
@FunctionalInterface
public interface Operation {
    /** Carries the call out. Whoever calls may do it, and the request is as {@code openapi.yaml} says. */
    Future<Answer> run(Call call);
}
