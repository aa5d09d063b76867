package io.postrider.http;

import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests that must not be carried out twice, and what was answered. */
public final class IdempotencyStore {
    private static final String CLAIM = """
            insert into idempotency (account_id, key, operation, request_hash, created_at) values ($1, $2, $3, $4, $5)
            on conflict do nothing
            """;
    private static final String FIND = """
            select operation, request_hash, status, headers, body from idempotency where account_id = $1 and key = $2
            """;
    private static final String FINISH = """
            update idempotency set status = $3, headers = $4, body = $5 where account_id = $1 and key = $2
            """;
    private static final String FORGET = "delete from idempotency where account_id = $1 and key = $2";
    private static final String PRUNE = "delete from idempotency where created_at < $1";
    private final Database database;

    public IdempotencyStore(Database database) {
        this.database = database;
    }

    /** A request under a key. */
    record Key(long account, String key, String operation, Buffer requestHash) {}

    /** What stands under a key; the answer is missing while the request is being carried out. */
    record Kept(String operation, Buffer requestHash, Optional<Answer> answer) {}

    /** Takes the key; false if it was taken before. */
    Future<Boolean> claim(Key key, Instant now) {
        return database.update(
                        CLAIM,
                        key.account(),
                        key.key(),
                        key.operation(),
                        key.requestHash(),
                        now.atOffset(ZoneOffset.UTC))
                .map(inserted -> inserted == 1);
    }

    /** What stands under the key. */
    Future<Optional<Kept>> find(Key key) {
        return database.first(IdempotencyStore::kept, FIND, key.account(), key.key());
    }

    /** Keeps the answer. */
    Future<Void> finish(Key key, Answer answer) {
        JsonObject headers = new JsonObject();
        answer.headers().forEach(headers::put);
        @Nullable String body = answer.body() == null ? null : answer.body().encode();
        return database.update(FINISH, key.account(), key.key(), answer.status(), headers, body)
                .mapEmpty();
    }

    /** Gives the key back, for a request that did nothing. */
    Future<Void> forget(Key key) {
        return database.update(FORGET, key.account(), key.key()).mapEmpty();
    }

    /** Deletes what is older. */
    Future<Integer> prune(Instant before) {
        return database.update(PRUNE, before.atOffset(ZoneOffset.UTC));
    }

    private static Kept kept(Row row) {
        return new Kept(
                row.getString("operation"),
                row.getBuffer("request_hash"),
                Optional.ofNullable(row.getInteger("status")).map(status -> answer(status, row)));
    }

    private static Answer answer(int status, Row row) {
        Map<String, String> headers = new HashMap<>();
        row.getJsonObject("headers").forEach(header -> headers.put(header.getKey(), String.valueOf(header.getValue())));
        @Nullable String body = row.getString("body");
        return new Answer(status, headers, body == null ? null : new JsonObject(body), null);
    }
}
