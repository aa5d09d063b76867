package io.postrider.http;

import io.postrider.refusal.Refusal;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.Validator;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.contract.RequestBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares a request with what the contract says of it, and names everything that is wrong. */
final class RequestCheck {
    private static final String JSON = "application/json";
    private static final JsonSchemaOptions OPTIONS = new JsonSchemaOptions()
            .setBaseUri("app://")
            .setDraft(Draft.DRAFT202012)
            .setOutputFormat(OutputFormat.Basic);
    private final List<Checked> parameters;
    private final @Nullable Checked body;

    /** A parameter, or the body under the empty name. */
    private record Checked(String name, Location in, boolean required, String type, Validator validator) {}

    private RequestCheck(List<Checked> parameters, @Nullable Checked body) {
        this.parameters = parameters;
        this.body = body;
    }

    static RequestCheck of(OpenAPIContract contract, Operation operation) {
        return new RequestCheck(
                operation.getParameters().stream()
                        .map(parameter -> checked(contract, parameter))
                        .toList(),
                body(contract, operation.getRequestBody()));
    }

    private static Checked checked(OpenAPIContract contract, Parameter parameter) {
        return new Checked(
                parameter.getName(),
                parameter.getIn(),
                parameter.isRequired(),
                parameter.getSchemaType() == null
                        ? ""
                        : parameter.getSchemaType().getName(),
                contract.getSchemaRepository().validator(parameter.getSchema(), OPTIONS));
    }

    private static @Nullable Checked body(OpenAPIContract contract, @Nullable RequestBody body) {
        if (body == null || !body.getContent().containsKey(JSON)) {
            return null;
        }
        return new Checked(
                "",
                Location.QUERY,
                body.isRequired(),
                "object",
                contract.getSchemaRepository()
                        .validator(body.getContent().get(JSON).getSchema(), OPTIONS));
    }

    /** Whether a JSON body is read. */
    boolean hasBody() {
        return body != null;
    }

    /** Whether a JSON body must be there. */
    boolean needsBody() {
        return body != null && body.required();
    }

    /** Refuses, naming every field that is wrong. An id in the path that is not a number names nothing. */
    void check(RoutingContext context, Optional<JsonObject> given) {
        for (Checked parameter : parameters) {
            if (parameter.in() == Location.PATH && !problems(parameter, context).isEmpty()) {
                throw Refusal.of(HttpReason.NOT_FOUND);
            }
        }
        List<Refusal> problems = new ArrayList<>(unknown(context.queryParams()));
        parameters.forEach(parameter -> problems.addAll(problems(parameter, context)));
        if (body != null && given.isPresent()) {
            problems.addAll(SchemaProblems.of("", body.validator().validate(given.get())));
        }
        given.ifPresent(json -> problems.addAll(ControlCharacters.in(json)));
        if (!problems.isEmpty()) {
            throw Refusal.ofFields(HttpReason.FIELDS, problems);
        }
    }

    private List<Refusal> unknown(MultiMap query) {
        return query.names().stream()
                .filter(name -> parameters.stream()
                        .noneMatch(known ->
                                known.in() == Location.QUERY && known.name().equals(name)))
                .map(name -> wrong("/" + name, "There is no parameter of this name."))
                .toList();
    }

    private static List<Refusal> problems(Checked parameter, RoutingContext context) {
        List<String> values = values(parameter, context);
        if (values.isEmpty()) {
            return parameter.required()
                    ? List.of(wrong("/" + parameter.name(), "This parameter is missing."))
                    : List.of();
        }
        if (values.size() > 1) {
            return List.of(wrong("/" + parameter.name(), "This parameter may be given once only."));
        }
        return SchemaProblems.of(
                "/" + parameter.name(), parameter.validator().validate(typed(parameter.type(), values.get(0))));
    }

    private static List<String> values(Checked parameter, RoutingContext context) {
        List<String> values =
                switch (parameter.in()) {
                    case QUERY -> context.queryParams().getAll(parameter.name());
                    case HEADER -> context.request().headers().getAll(parameter.name());
                    case PATH ->
                        Stream.ofNullable(context.pathParam(parameter.name())).toList();
                    default -> List.of();
                };
        return values.stream().filter(value -> !value.isEmpty()).toList();
    }

    private static Object typed(String type, String value) {
        try {
            return switch (type) {
                case "integer" -> Long.parseLong(value);
                case "number" -> Double.parseDouble(value);
                case "boolean" -> value.equals("true") || value.equals("false") ? Boolean.valueOf(value) : value;
                default -> value;
            };
        } catch (NumberFormatException notANumber) {
            return value;
        }
    }

    private static Refusal wrong(String pointer, String sentence) {
        return Refusal.ofField(HttpReason.FIELD, pointer, Map.of("sentence", sentence));
    }
}
