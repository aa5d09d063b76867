package io.postrider.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;

/**
 * One operation of the contract.
 *
 * @param path as in the contract, with names in braces
 * @param permission what the caller must be allowed to do
 * @param streams whether the operation reads the body itself
 */
record Route(
        String operationId,
        HttpMethod method,
        String path,
        String permission,
        boolean streams,
        boolean idempotent,
        RequestCheck check) {
    /** Needs no login. */
    static final String ANYONE = "anyone";

    private static final String OCTETS = "application/octet-stream";

    static Route of(OpenAPIContract contract, Operation operation) {
        JsonObject model = operation.getOpenAPIModel();
        String permission = model.getString("x-permission", "");
        if (permission.isEmpty()) {
            throw new IllegalStateException(
                    "openapi.yaml names no x-permission for the operation " + operation.getOperationId());
        }
        return new Route(
                operation.getOperationId(),
                operation.getHttpMethod(),
                operation.getOpenAPIPath(),
                permission,
                operation.getRequestBody() != null
                        && operation.getRequestBody().getContent().containsKey(OCTETS),
                operation.getParameters().stream()
                        .anyMatch(parameter -> parameter.getName().equalsIgnoreCase(IdempotentAnswers.HEADER)),
                RequestCheck.of(contract, operation));
    }

    /** The path as the router writes it. */
    String routerPath() {
        return path.replaceAll("\\{([^}]+)}", ":$1");
    }

    /** Whether the operation changes something. */
    boolean changes() {
        return !method.equals(HttpMethod.GET);
    }
}
