package io.postrider.simulator.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Keeps pages of other sites out: nobody logs in here, so a browser on this machine must not be talked into asking for them. A
 * request that names another origin is refused, and on loopback one that came by a name other than this machine's.
 */
final class Origins implements Handler<RoutingContext> {
    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");

    private final boolean loopbackOnly;

    /** @param host that the simulator listens on */
    Origins(String host) {
        this.loopbackOnly = LOOPBACK.matcher(host).matches() || host.equals("::1");
    }

    @Override
    public void handle(RoutingContext call) {
        String host = String.valueOf(call.request().authority()).toLowerCase(Locale.ROOT);
        String origin = call.request().getHeader("Origin");
        if ((loopbackOnly && !LOOPBACK.matcher(host).matches()) || (origin != null && !isSame(origin, host))) {
            Answering.problem(
                    call, Answering.FORBIDDEN, "otherOrigin", "Pages of other sites may not use the simulator.");
        } else {
            call.next();
        }
    }

    private static boolean isSame(String origin, String host) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.toLowerCase(Locale.ROOT).equals(host);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
