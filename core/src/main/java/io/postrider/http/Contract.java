package io.postrider.http;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What {@code openapi.yaml} promises.
 *
 * @param text the file as it is served
 * @param routes every operation; concrete paths stand before those with parameters
 */
record Contract(String text, List<Route> routes) {
    private static final String FILE = "/openapi.yaml";

    Contract {
        routes = List.copyOf(routes);
    }

    /** Reads the description of this server. */
    static Future<Contract> load(Vertx vertx) {
        return vertx.executeBlocking(Contract::read).compose(text -> parse(vertx, text));
    }

    private static String read() {
        try (InputStream stream = Contract.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("openapi.yaml is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Reads a description. */
    static Future<Contract> parse(Vertx vertx, String text) {
        return vertx.executeBlocking(() -> withoutAnswers(tree(text)))
                .compose(tree -> OpenAPIContract.from(vertx, tree))
                .map(contract -> new Contract(text, routes(contract)));
    }

    private static List<Route> routes(OpenAPIContract contract) {
        return contract.operations().stream()
                .map(operation -> Route.of(contract, operation))
                .sorted(Comparator.comparing(route -> route.path().replace('{', '~')))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static JsonObject tree(String yaml) throws IOException {
        return new JsonObject((Map<String, Object>) new YAMLMapper().readValue(yaml, Map.class));
    }

    /** The library refuses answers of types it does not know, such as event streams, and relative servers; we check requests only. */
    private static JsonObject withoutAnswers(JsonObject contract) {
        JsonObject nothing = new JsonObject().put("default", new JsonObject().put("description", "not checked here"));
        JsonObject paths = contract.getJsonObject("paths");
        for (String path : paths.fieldNames()) {
            JsonObject methods = paths.getJsonObject(path);
            methods.fieldNames().stream()
                    .filter(method -> methods.getValue(method) instanceof JsonObject)
                    .forEach(method -> methods.getJsonObject(method).put("responses", nothing.copy()));
        }
        contract.getJsonObject("components").remove("responses");
        contract.remove("servers");
        return contract;
    }
}
