package io.postrider.http;

import io.postrider.http.Authentication.Identity;
import io.postrider.refusal.Refusal;
import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Lets a request in: who calls, whether the role allows it, and whether a browser was not led by a foreign page. */
final class Gate {
    private static final String BEARER = "Bearer ";
    private static final Caller NOBODY = new Caller(0, 0, "", "");
    private final Authentication authentication;

    Gate(Authentication authentication) {
        this.authentication = authentication;
    }

    /** By what the request says who calls. */
    static Credential credential(HttpServerRequest request) {
        @Nullable String header = request.getHeader("Authorization");
        if (header != null) {
            boolean bearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
            return new Credential(
                    Credential.Kind.API_KEY,
                    bearer ? header.substring(BEARER.length()).trim() : "");
        }
        @Nullable Cookie cookie = request.getCookie(Call.SESSION_COOKIE);
        return cookie == null ? Credential.NOBODY : new Credential(Credential.Kind.SESSION, cookie.getValue());
    }

    /** The caller, or a refusal. */
    Future<Caller> admit(Route route, HttpServerRequest request, Credential credential) {
        if (route.permission().equals(Route.ANYONE)) {
            if (route.changes()) {
                refuseForeignOrigin(request);
            }
            return Future.succeededFuture(NOBODY);
        }
        if (credential.kind() == Credential.Kind.NOBODY) {
            throw Refusal.of(HttpReason.NOT_LOGGED_IN);
        }
        return authentication.identify(credential).map(found -> {
            Identity identity = found.orElseThrow(() -> Refusal.of(HttpReason.NOT_LOGGED_IN));
            if (credential.kind() == Credential.Kind.SESSION && route.changes()) {
                refuseForeignOrigin(request);
                refuseWithoutToken(request, identity.csrfToken());
            }
            if (!authentication.allows(identity.caller(), route.permission())) {
                throw Refusal.of(HttpReason.NOT_ALLOWED);
            }
            return identity.caller();
        });
    }

    private static void refuseWithoutToken(HttpServerRequest request, String token) {
        @Nullable String shown = request.getHeader("X-CSRF-Token");
        if (shown == null || !MessageDigest.isEqual(bytes(shown), bytes(token))) {
            throw Refusal.of(HttpReason.FOREIGN);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void refuseForeignOrigin(HttpServerRequest request) {
        @Nullable String origin = request.getHeader("Origin");
        if (origin != null && !sameHost(origin, request)) {
            throw Refusal.of(HttpReason.FOREIGN);
        }
    }

    private static boolean sameHost(String origin, HttpServerRequest request) {
        try {
            @Nullable String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(request.getHeader("Host"));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
