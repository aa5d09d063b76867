package io.postrider.http;

import io.vertx.ext.web.RoutingContext;

/** Tells browsers to trust an answer with as little as possible. */
final class SecurityHeaders {
    private static final String CSP =
            "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self';" + " object-src 'none'";

    private SecurityHeaders() {}

    static void set(RoutingContext context) {
        context.response()
                .putHeader("Content-Security-Policy", CSP)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (context.request().path() != null && context.request().path().startsWith("/api/")) {
            context.response().putHeader("Cache-Control", "no-store");
        }
        context.next();
    }
}
