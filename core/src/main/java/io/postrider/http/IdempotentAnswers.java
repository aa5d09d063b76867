package io.postrider.http;

import io.postrider.http.IdempotencyStore.Kept;
import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries a request out once, however often it comes under the same {@code Idempotency-Key}. */
final class IdempotentAnswers {
    static final String HEADER = "Idempotency-Key";
    private static final String REPEATED = "Idempotency-Replayed";
    private final IdempotencyStore store;

    IdempotentAnswers(IdempotencyStore store) {
        this.store = store;
    }

    /** Runs the work, or repeats the answer of an equal request before. */
    Future<Answer> run(Route route, Call call, Buffer body, Supplier<Future<Answer>> work) {
        @Nullable String header = call.stream().getHeader(HEADER);
        if (!route.idempotent() || header == null) {
            return work.get();
        }
        IdempotencyStore.Key key =
                new IdempotencyStore.Key(call.account(), header, route.operationId(), hash(call, body));
        return store.claim(key, call.now()).compose(first -> first ? once(key, work) : again(key));
    }

    private Future<Answer> once(IdempotencyStore.Key key, Supplier<Future<Answer>> work) {
        return Future.succeededFuture()
                .compose(ignored -> work.get())
                .compose(
                        answer -> store.finish(key, answer).map(answer),
                        problem -> store.forget(key).transform(ignored -> Future.failedFuture(problem)));
    }

    private Future<Answer> again(IdempotencyStore.Key key) {
        return store.find(key).map(found -> {
            Kept kept = found.orElseThrow(() -> Refusal.of(HttpReason.KEY_IN_USE));
            if (!kept.operation().equals(key.operation()) || !kept.requestHash().equals(key.requestHash())) {
                throw Refusal.of(HttpReason.KEY_REUSED);
            }
            return kept.answer()
                    .orElseThrow(() -> Refusal.of(HttpReason.KEY_IN_USE))
                    .with(REPEATED, "true");
        });
    }

    private static Buffer hash(Call call, Buffer body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String head = call.caller().userId() + " " + call.stream().uri() + "\n";
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            return Buffer.buffer(digest.digest(body.getBytes()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
