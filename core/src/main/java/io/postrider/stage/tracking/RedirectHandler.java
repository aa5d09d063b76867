package io.postrider.stage.tracking;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** The tracking domain as browsers see it: short codes and nothing else. */
final class RedirectHandler implements Handler<HttpServerRequest> {
    private static final int FOUND = 302;
    private static final int NOT_FOUND = 404;
    private static final int WRONG_METHOD = 405;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%1$s</title><p>%1$s</p><p lang="ru">%2$s</p></html>
            """;
    private static final String NOTHING_HERE = PAGE.formatted(
            "This link does not exist or is no longer valid.", "Такой ссылки нет, или она больше не действует.");
    private static final String LATER =
            PAGE.formatted("Please try again in a minute.", "Пожалуйста, попробуйте ещё раз через минуту.");
    private final Redirector redirector;
    private final boolean behindProxy;

    /** @param behindProxy whether the last address in X-Forwarded-For is the visitor's, because a proxy of ours wrote it */
    RedirectHandler(Redirector redirector, boolean behindProxy) {
        this.redirector = redirector;
        this.behindProxy = behindProxy;
    }

    @Override
    public void handle(HttpServerRequest request) {
        HttpServerResponse response = request.response()
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Robots-Tag", "noindex");
        boolean reading =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (!reading) {
            response.putHeader("Allow", "GET, HEAD").setStatusCode(WRONG_METHOD).end();
        } else if ("/robots.txt".equals(request.path())) {
            response.putHeader("Content-Type", "text/plain").end("User-agent: *\nDisallow: /\n");
        } else {
            String path = request.path();
            redirector
                    .open(request.method().name(), path.isEmpty() ? "" : path.substring(1), visitor(request))
                    .onSuccess(redirect -> answer(request, response, redirect));
        }
    }

    private Visitor visitor(HttpServerRequest request) {
        String address = request.remoteAddress().hostAddress();
        String forwarded = behindProxy ? request.getHeader("X-Forwarded-For") : null;
        String agent = request.getHeader("User-Agent");
        return new Visitor(
                forwarded == null
                        ? address
                        : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip(),
                agent == null ? "" : agent);
    }

    private static void answer(HttpServerRequest request, HttpServerResponse response, Redirect redirect) {
        switch (redirect.kind()) {
            case KNOWN ->
                response.setStatusCode(FOUND)
                        .putHeader("Location", redirect.location())
                        .end();
            case UNKNOWN -> page(request, response.setStatusCode(NOT_FOUND), NOTHING_HERE);
            case TOO_MANY_WRONG ->
                page(request, response.setStatusCode(TOO_MANY).putHeader("Retry-After", "60"), LATER);
            case UNAVAILABLE ->
                page(request, response.setStatusCode(UNAVAILABLE).putHeader("Retry-After", "60"), LATER);
        }
    }

    private static void page(HttpServerRequest request, HttpServerResponse response, String page) {
        response.putHeader("Content-Type", "text/html; charset=utf-8");
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(page);
        }
    }
}
