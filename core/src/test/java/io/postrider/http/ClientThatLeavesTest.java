package io.postrider.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.postrider.store.Database;
import io.postrider.store.Ids;
import io.postrider.store.TestDatabase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** A browser that goes to the next page drops the requests of the last one; an admin is not alarmed by that. */
@ExtendWith(TestDatabase.class)
final class ClientThatLeavesTest {
    private static final String HALF = """
            POST /api/v1/sessions HTTP/1.1\r
            Host: 127.0.0.1\r
            Content-Type: application/json\r
            Content-Length: 100\r
            \r
            {"login":""";

    @Test
    void leavingInTheMiddleOfARequestIsNoErrorInTheLog(Vertx vertx, Database database, Ids ids) throws Exception {
        Listener listener = new Listener();
        Logger log = (Logger) LoggerFactory.getLogger(Answers.class);
        Level before = log.getLevel();
        log.setLevel(Level.DEBUG);
        log.addAppender(listener);
        listener.start();
        try (HttpFixture http = HttpFixture.open(vertx, database, ids, Clock.systemUTC())) {
            leave(http.port());
            assertThat(listener.first.get(30, TimeUnit.SECONDS).getLevel()).isEqualTo(Level.DEBUG);
        } finally {
            log.detachAppender(listener);
            log.setLevel(before);
        }
    }

    private static void leave(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(HALF.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static final class Listener extends AppenderBase<ILoggingEvent> {
        private final CompletableFuture<ILoggingEvent> first = new CompletableFuture<>();

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getFormattedMessage().contains("/api/v1/sessions")) {
                first.complete(event);
            }
        }
    }
}
