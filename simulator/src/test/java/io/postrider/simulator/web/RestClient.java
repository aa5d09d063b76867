package io.postrider.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.simulator.Simulator;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks a simulator over HTTP. */
final class RestClient {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    RestClient(Simulator simulator) {
        this.base = "http://127.0.0.1:" + simulator.httpPort();
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    JsonObject get(String path) throws IOException, InterruptedException {
        return ok("GET", path, "");
    }

    JsonArray items(String path) throws IOException, InterruptedException {
        return get(path).getJsonArray("items");
    }

    JsonObject ok(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = send(method, path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new JsonObject(response.body());
    }

    byte[] file(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).build();
        return http.send(request, BodyHandlers.ofByteArray()).body();
    }

    String base() {
        return base;
    }

    HttpClient http() {
        return http;
    }
}
