package io.postrider.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for the whole of {@code openapi.yaml}, whoever adds to it. */
final class ContractTest {
    private static final JsonNode CONTRACT = HttpFixture.contract();
    private static final int DEEPEST = 30;

    @Test
    void everyTextThatGoesInIsBounded() {
        List<String> unbounded = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : CONTRACT.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                JsonNode body = operation.getValue().at("/requestBody/content/application~1json/schema");
                look(operation.getValue().path("operationId").asText(), body, 0, unbounded);
                JsonNode parameters = operation.getKey().equals("parameters")
                        ? operation.getValue()
                        : operation.getValue().path("parameters");
                parameters.forEach(parameter -> {
                    JsonNode resolved = resolved(parameter);
                    look(path.getKey() + "?" + resolved.path("name").asText(), resolved.path("schema"), 0, unbounded);
                });
            }
        }
        assertThat(unbounded).isEmpty();
    }

    @Test
    void everyAnswerOfAProblemIsDescribed() {
        for (Map.Entry<String, JsonNode> path : CONTRACT.get("paths").properties()) {
            path.getValue().properties().stream()
                    .filter(operation -> operation.getValue().has("operationId"))
                    .forEach(operation -> assertThat(operation
                                    .getValue()
                                    .at("/responses/default/$ref")
                                    .asText())
                            .as(operation.getValue().path("operationId").asText())
                            .isEqualTo("#/components/responses/Problem"));
        }
    }

    @Test
    void whatCanBeChangedAsksForItsVersion() {
        for (Map.Entry<String, JsonNode> path : CONTRACT.get("paths").properties()) {
            for (String method : List.of("put", "patch")) {
                JsonNode operation = path.getValue().path(method);
                if (operation.has("operationId")
                        && !operation.path("x-permission").asText().equals("self")) {
                    assertThat(operation.path("parameters").toString())
                            .as(operation.path("operationId").asText())
                            .contains("IfMatch");
                }
            }
        }
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? CONTRACT.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static void look(String where, JsonNode schema, int depth, List<String> unbounded) {
        JsonNode node = resolved(schema);
        if (node.isMissingNode() || depth > DEEPEST) {
            return;
        }
        boolean bounded = node.has("maxLength")
                || node.has("enum")
                || node.has("const")
                || node.has("format")
                || node.path("pattern").asText().matches(".*\\{\\d+(,\\d+)?}\\$");
        if (node.path("type").toString().contains("string") && !bounded) {
            unbounded.add(where);
        }
        node.path("properties")
                .properties()
                .forEach(property -> look(where + "/" + property.getKey(), property.getValue(), depth + 1, unbounded));
        look(where + "/*", node.path("items"), depth + 1, unbounded);
        if (node.path("additionalProperties").isObject()) {
            look(where + "/*", node.get("additionalProperties"), depth + 1, unbounded);
        }
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            node.path(choice).forEach(one -> look(where, one, depth + 1, unbounded));
        }
    }
}
