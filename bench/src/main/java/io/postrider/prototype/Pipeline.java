package io.postrider.prototype;

import io.vertx.core.Future;
import java.util.List;

/** Statements that were sent one after another without waiting in between. */
final class Pipeline {
    private Pipeline() {}

    /** Completes with the last; when one fails, those after it fail too, so the first says why. */
    static Future<Void> done(List<Future<?>> statements) {
        return Future.join(statements)
                .<Void>mapEmpty()
                .recover(some -> Future.failedFuture(statements.stream()
                        .filter(Future::failed)
                        .findFirst()
                        .orElseThrow()
                        .cause()));
    }
}
