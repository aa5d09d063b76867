package io.postrider.rig;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Calls a JSON interface over HTTP, one call at a time. An answer of 400 and above is an exception with its sentence. */
public final class Client {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final String authorization;

    /**
     * @param base address that paths are resolved against
     * @param authorization value of the Authorization header; empty for none
     */
    public Client(URI base, String authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    /** Logs a person in and makes an API key, with which the new client calls. */
    public Client logIn(String login, String password) {
        HttpResponse<String> response = send(request("/api/v1/sessions")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(new JsonObject()
                        .put("login", login)
                        .put("password", password)
                        .encode())));
        String cookie = response.headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
        JsonObject key = json(send(request("/api/v1/api-keys")
                .header("Content-Type", "application/json")
                .header("Cookie", cookie)
                .header("X-CSRF-Token", json(response).getString("csrfToken", ""))
                .POST(BodyPublishers.ofString(new JsonObject()
                        .put("name", "Command line")
                        .put("role", "admin")
                        .encode()))));
        return as("Bearer " + key.getString("key"));
    }

    /** The same address with another authorization. */
    public Client as(String otherAuthorization) {
        return new Client(base, otherAuthorization);
    }

    /** GET. */
    public JsonObject get(String path) {
        return json(send(request(path).GET()));
    }

    /** POST of a JSON body. */
    public JsonObject post(String path, JsonObject body) {
        return json(send(
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.encode()))));
    }

    /** POST of a JSON body without waiting for the answer; the future fails as {@link #post} would throw. */
    public CompletableFuture<JsonObject> postLater(String path, JsonObject body) {
        HttpRequest built = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode()))
                .build();
        return http.sendAsync(built, BodyHandlers.ofString()).thenApply(response -> json(checked(built, response)));
    }

    /** PATCH of a JSON body. */
    public JsonObject patch(String path, JsonObject body) {
        BodyPublisher publisher = BodyPublishers.ofString(body.encode());
        return json(
                send(request(path).header("Content-Type", "application/json").method("PATCH", publisher)));
    }

    /** POST of a file as it stands. */
    public JsonObject upload(String path, Path file) throws IOException {
        return json(send(
                request(path).header("Content-Type", "application/octet-stream").POST(BodyPublishers.ofFile(file))));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        try {
            return checked(built, http.send(built, BodyHandlers.ofString()));
        } catch (IOException problem) {
            throw new RigException(built.method() + " " + built.uri() + " failed: " + problem, problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RigException("A call was interrupted.", interrupted);
        }
    }

    private static HttpResponse<String> checked(HttpRequest request, HttpResponse<String> response) {
        if (response.statusCode() >= 400) {
            throw new RigException(request.method() + " " + request.uri().getPath() + " was answered with "
                    + response.statusCode() + ": " + sentence(response.body()));
        }
        return response;
    }

    private static String sentence(String body) {
        return body.startsWith("{") ? new JsonObject(body).getString("detail", body) : body;
    }

    private static JsonObject json(HttpResponse<String> response) {
        return response.body().isBlank() ? new JsonObject() : new JsonObject(response.body());
    }
}
