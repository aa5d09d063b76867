package io.postrider.simulator.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** The plain page that names what can be asked. */
final class Page {
    private static final String HTML = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>Postrider simulator</title>
            <h1>Postrider simulator</h1>
            <p>An SMS operator with subscribers, for trying things out. It can be asked and told:</p>
            <ul>
            <li><a href="/api/v1/statistics">GET /api/v1/statistics</a>: what came, what was answered, who clicked
            <li><a href="/api/v1/phones">GET /api/v1/phones?after=&amp;limit=</a>: phones, sorted by number
            <li>GET /api/v1/phones/{phone}: a phone with the messages it shows
            <li><a href="/api/v1/messages">GET /api/v1/messages?phone=&amp;limit=</a>: the newest messages
            <li><a href="/api/v1/settings">GET /api/v1/settings</a>: how it behaves; PUT changes some of it
            <li>POST /api/v1/replies: {"from", "to", "text"} is sent to the client as a person's reply
            <li>POST /api/v1/reset: forgets messages and counters
            </ul>
            </html>
            """;

    private Page() {}

    static void answer(RoutingContext call) {
        call.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .end(HTML)
                .onFailure(call::fail);
    }
}
