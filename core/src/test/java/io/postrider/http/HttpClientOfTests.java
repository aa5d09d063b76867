package io.postrider.http;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Sends requests with some headers to the server under test, by a client that is not the server's library. */
public final class HttpClientOfTests {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final Map<String, String> headers;

    public HttpClientOfTests(int port, Map<String, String> headers) {
        this.port = port;
        this.headers = headers;
    }

    /** What came back. */
    public record Reply(int status, HttpHeaders headers, String text) {
        /** The body as JSON. */
        public JsonObject json() {
            return new JsonObject(text);
        }

        /** A header, empty when it is missing. */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The code of a problem. */
        public String code() {
            return json().getString("code");
        }
    }

    /** The same client with a header more. */
    public HttpClientOfTests with(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new HttpClientOfTests(port, more);
    }

    /** The same client with this version in {@code If-Match}. */
    public HttpClientOfTests at(int version) {
        return with("If-Match", "\"" + version + "\"");
    }

    public Reply get(String path) {
        return send("GET", path, "");
    }

    public Reply post(String path, JsonObject body) {
        return send("POST", path, body.encode());
    }

    public Reply patch(String path, JsonObject body) {
        return send("PATCH", path, body.encode());
    }

    public Reply put(String path, JsonObject body) {
        return send("PUT", path, body.encode());
    }

    public Reply delete(String path) {
        return send("DELETE", path, "");
    }

    /** Sends a body as JSON, unless the client has another Content-Type; an empty one is none. */
    public Reply send(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty() && !headers.containsKey("Content-Type")) {
            request.setHeader("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        return reply(request.build());
    }

    private static Reply reply(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
