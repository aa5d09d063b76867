package io.postrider.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.streams.ReadStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operation answers. Made by the methods below, so that no noun needs to know the numbers of HTTP.
 *
 * @param body JSON; null for an answer without a body or with a file
 * @param file bytes of a download; null for none
 */
public record Answer(
        int status,
        Map<String, String> headers,
        @Nullable JsonObject body,
        @Nullable ReadStream<Buffer> file) {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** Something that has no version. */
    public static Answer of(JsonObject body) {
        return new Answer(OK, Map.of(), body, null);
    }

    /** Something that can be changed by whoever sends its ETag back. */
    public static Answer versioned(JsonObject body, int version) {
        return new Answer(OK, Map.of("ETag", etag(version)), body, null);
    }

    /** Something new; {@code location} is its path. */
    public static Answer created(String location, JsonObject body, int version) {
        return new Answer(CREATED, Map.of("Location", location, "ETag", etag(version)), body, null);
    }

    /** Something that goes on in the background; the body says where to follow it. */
    public static Answer accepted(JsonObject body) {
        return new Answer(ACCEPTED, Map.of(), body, null);
    }

    /** It is done, and there is nothing to say. */
    public static Answer nothing() {
        return new Answer(NO_CONTENT, Map.of(), null, null);
    }

    /** A page of a list; {@code next} is the cursor of the next page, null on the last. */
    public static Answer page(JsonArray items, @Nullable String next) {
        return of(new JsonObject().put("items", items).put("next", next));
    }

    /** A download under a file name made by us, never by a person. */
    public static Answer file(String name, String type, ReadStream<Buffer> bytes) {
        return new Answer(
                OK,
                Map.of("Content-Type", type, "Content-Disposition", "attachment; filename=\"" + name + "\""),
                null,
                bytes);
    }

    /** A small download that is in memory already. */
    public static Answer file(String name, String type, Buffer content) {
        return file(name, type, new BufferStream(content));
    }

    /** The same answer with a header more. */
    public Answer with(String header, String value) {
        Map<String, String> more = new java.util.HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body, file);
    }

    private static String etag(int version) {
        return "\"" + version + "\"";
    }
}
