package io.postrider.http;

import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Brings each request of the API to its operation: who calls, may they, is it as the contract says, was it done before. */
final class ApiRouter {
    private final Contract contract;
    private final Pages pages;
    private final Gate gate;
    private final RequestBodies bodies;
    private final IdempotentAnswers idempotency;
    private final Answers answers;
    private final Clock clock;

    ApiRouter(
            Contract contract,
            Pages pages,
            Gate gate,
            RequestBodies bodies,
            IdempotentAnswers idempotency,
            Answers answers,
            Clock clock) {
        this.contract = contract;
        this.pages = pages;
        this.gate = gate;
        this.bodies = bodies;
        this.idempotency = idempotency;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Mounts every operation.
     *
     * @throws IllegalStateException naming the operations that only the contract or only the server knows
     */
    Router mount(Vertx vertx, List<Api> apis) {
        Map<String, Operation> operations = new HashMap<>();
        apis.forEach(api -> api.operations().forEach((id, operation) -> {
            if (operations.put(id, operation) != null) {
                throw new IllegalStateException("two nouns offer the operation " + id);
            }
        }));
        compare(operations);
        Router router = Router.router(vertx);
        router.route().handler(SecurityHeaders::set);
        for (Route route : contract.routes()) {
            Operation operation = Objects.requireNonNull(operations.get(route.operationId()));
            router.route(route.method(), route.routerPath()).handler(context -> handle(context, route, operation));
        }
        router.getWithRegex("/(?!api(?:/|$)).*").handler(pages::serve);
        router.errorHandler(404, context -> answers.fail(context, Refusal.of(HttpReason.NOT_FOUND)));
        router.errorHandler(400, context -> answers.fail(context, Refusal.of(HttpReason.NOT_FOUND)));
        router.errorHandler(405, context -> answers.fail(context, wrongMethod(context)));
        router.errorHandler(500, context -> answers.fail(context, context.failure()));
        return router;
    }

    private static Refusal wrongMethod(RoutingContext context) {
        return Refusal.of(
                HttpReason.WRONG_METHOD,
                Map.of("method", context.request().method().name()));
    }

    private void compare(Map<String, Operation> operations) {
        TreeSet<String> promised = new TreeSet<>();
        contract.routes().forEach(route -> promised.add(route.operationId()));
        TreeSet<String> missing = new TreeSet<>(promised);
        missing.removeAll(operations.keySet());
        TreeSet<String> unknown = new TreeSet<>(operations.keySet());
        unknown.removeAll(promised);
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new IllegalStateException("openapi.yaml and the server differ: only openapi.yaml names " + missing
                    + ", only the server offers " + unknown);
        }
    }

    private void handle(RoutingContext context, Route route, Operation operation) {
        HttpServerRequest request = context.request();
        request.pause();
        Credential credential = Gate.credential(request);
        Future.succeededFuture()
                .compose(ignored -> gate.admit(route, request, credential))
                .compose(caller -> body(route, request).compose(bytes -> {
                    Optional<JsonObject> json = json(route, request, bytes);
                    route.check().check(context, json);
                    Call call = new Call(context, caller, credential, json.orElseGet(JsonObject::new), clock);
                    return idempotency.run(route, call, bytes, () -> operation.run(call));
                }))
                .onComplete(answer -> answers.send(context, answer), problem -> answers.fail(context, problem));
    }

    private Future<Buffer> body(Route route, HttpServerRequest request) {
        return route.streams() ? Future.succeededFuture(Buffer.buffer()) : bodies.read(request);
    }

    private static Optional<JsonObject> json(Route route, HttpServerRequest request, Buffer bytes) {
        boolean wanted = route.check().needsBody() || (route.check().hasBody() && bytes.length() > 0);
        return wanted ? Optional.of(RequestBodies.json(request, bytes)) : Optional.empty();
    }
}
