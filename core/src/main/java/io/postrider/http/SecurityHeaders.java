package io.postrider.http;

import io.vertx.ext.web.RoutingContext;

/** Tells browsers to trust an answer with as little as possible. */
final class SecurityHeaders {
    private static final String CSP =
            "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none';"
                    + " form-action 'self'; object-src 'none'; style-src 'self'";

    private SecurityHeaders() {}

    /** The policy; {@code styles} lets more than files through, such as a nonce. */
    static String policy(String styles) {
        return CSP + styles;
    }

    static void set(RoutingContext context) {
        context.response()
                .putHeader("Content-Security-Policy", policy(""))
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
