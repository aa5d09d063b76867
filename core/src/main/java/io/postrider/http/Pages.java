package io.postrider.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of the web UI. The build lists them, so what can be asked for is a closed set held in memory: no path of a request
 * reaches a file system or the class path.
 */
final class Pages {
    /** Where the first page holds the number by which its style elements are let through. */
    private static final String NONCE = "__STYLE_NONCE__";

    private static final String FOLDER = "/web/";
    private static final String FIRST = "/index.html";
    /** Screens have plain words and numbers as paths; anything else that does not exist is not one. */
    private static final Pattern SCREEN = Pattern.compile("(/[A-Za-z0-9_-]+)*/?");

    private static final int NONCE_BYTES = 16;
    private final Map<String, Page> files;
    private final SecureRandom random = new SecureRandom();

    /** A file as it is and as gzip makes it; null for the first page, which differs from request to request. */
    private record Page(String type, Buffer bytes, @Nullable Buffer small) {}

    private Pages(Map<String, Page> files) {
        this.files = Map.copyOf(files);
    }

    /** Reads the files from the web UI's jar. */
    static Future<Pages> load(Vertx vertx) {
        return vertx.executeBlocking(() -> {
            Map<String, Page> files = new HashMap<>();
            String list = new String(read("files.txt"), StandardCharsets.UTF_8);
            for (String name : list.lines().toList()) {
                @Nullable Buffer small = has(name + ".gz") ? Buffer.buffer(read(name + ".gz")) : null;
                files.put("/" + name, new Page(type(name), Buffer.buffer(read(name)), small));
            }
            return new Pages(files);
        });
    }

    /** Answers with the file, or with the first page where a screen may be meant, or leaves it to the next handler. */
    void serve(RoutingContext context) {
        @Nullable String path = context.request().path();
        @Nullable Page file = path == null ? null : files.get(path);
        if (path != null && file != null && !path.equals(FIRST)) {
            send(context, path, file);
        } else if (path != null && (path.equals("/") || path.equals(FIRST) || isScreen(context.request(), path))) {
            first(context);
        } else {
            context.next();
        }
    }

    private static boolean isScreen(HttpServerRequest request, String path) {
        @Nullable String accept = request.getHeader("Accept");
        return accept != null
                && accept.contains("text/html")
                && SCREEN.matcher(path).matches();
    }

    /** Hashed names never change their content; the others are looked at again each time. */
    private static void send(RoutingContext context, String path, Page file) {
        HttpServerResponse response = context.response()
                .putHeader("Content-Type", file.type())
                .putHeader("Vary", "Accept-Encoding")
                .putHeader(
                        "Cache-Control",
                        path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
        @Nullable String accepted = context.request().getHeader("Accept-Encoding");
        Buffer small = file.small();
        if (small != null && accepted != null && accepted.contains("gzip")) {
            response.putHeader("Content-Encoding", "gzip").end(small);
        } else {
            response.end(file.bytes());
        }
    }

    private void first(RoutingContext context) {
        @Nullable Page page = files.get(FIRST);
        if (page == null) {
            context.next();
            return;
        }
        byte[] made = new byte[NONCE_BYTES];
        random.nextBytes(made);
        String nonce = Base64.getEncoder().encodeToString(made);
        context.response()
                .putHeader("Content-Type", page.type())
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Security-Policy", SecurityHeaders.policy(" 'nonce-" + nonce + "'"))
                .end(page.bytes().toString(StandardCharsets.UTF_8).replace(NONCE, nonce));
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html;charset=UTF-8";
            case "js" -> "text/javascript;charset=UTF-8";
            case "css" -> "text/css;charset=UTF-8";
            case "txt" -> "text/plain;charset=UTF-8";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            default -> "application/octet-stream";
        };
    }

    private static boolean has(String name) {
        return Pages.class.getResource(FOLDER + name) != null;
    }

    private static byte[] read(String name) {
        try (InputStream stream = Pages.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("the web UI is not complete: " + name + " is missing; build it again");
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
