package io.postrider.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudhopper.commons.charset.CharsetUtil;
import com.cloudhopper.smpp.SmppServerConfiguration;
import com.cloudhopper.smpp.SmppServerHandler;
import com.cloudhopper.smpp.SmppServerSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppServer;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.BaseBind;
import com.cloudhopper.smpp.pdu.BaseBindResp;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.pdu.SubmitSmResp;
import com.cloudhopper.smpp.type.RecoverablePduException;
import com.cloudhopper.smpp.type.SmppChannelException;
import com.cloudhopper.smpp.type.SmppTimeoutException;
import com.cloudhopper.smpp.type.UnrecoverablePduException;
import io.postrider.plugin.api.Encoding;
import io.postrider.plugin.api.Gateway;
import io.postrider.plugin.api.Inbound;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.ReceiptState;
import io.postrider.plugin.api.Submission;
import io.postrider.rig.Child;
import io.postrider.smpp.gateway.SmppProvider;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway against servers that nobody here wrote: messages, long ones, receipts, and a restart of the server. */
class StrangersTest {
    private static final int MESSAGES = 50;
    private static final long PATIENCE_SECONDS = 30;

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void jsmppsExampleTakesMessagesReportsThemAndIsFoundAgain(@TempDir Path folder) throws Exception {
        int port = freePort();
        // the example answers in hexadecimal and reports in decimal
        GatewayHost host = new GatewayHost(port, "j", "jpwd", Map.of("receipt-id", "respHex"));
        Gateway gateway = new SmppProvider().open(host);
        try {
            try (Child first = example(port, folder)) {
                gateway.start();
                host.awaitUp();
                sendAndAwaitReceipts(gateway, host, 1);
                first.kill();
            }
            try (Child second = example(port, folder)) {
                assertThat(second).isNotNull();
                host.awaitUp();
                sendAndAwaitReceipts(gateway, host, 1_000);
            }
        } finally {
            gateway.stop(Duration.ZERO).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static Child example(int port, Path folder) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                "-D" + ExampleServer.PORT + "=" + port,
                ExampleServer.class.getName());
        return Child.start("example of jsmpp", command, folder.resolve("example.log"), ExampleServer.READY);
    }

    @Test
    void aCloudhopperServerTakesMessagesReportsThemAndIsFoundAgain() throws Exception {
        int port = freePort();
        GatewayHost host = new GatewayHost(port, "esme", "secret", Map.of());
        Gateway gateway = new SmppProvider().open(host);
        try {
            try (var first = new CloudhopperServer(port)) {
                gateway.start();
                host.awaitUp();
                sendAndAwaitReceipts(gateway, host, 1);
                assertThat(first.taken()).isEqualTo(MESSAGES + 1);
            }
            try (var second = new CloudhopperServer(port)) {
                host.awaitUp();
                sendAndAwaitReceipts(gateway, host, 1_000);
                assertThat(second.taken()).isEqualTo(MESSAGES + 1);
            }
        } finally {
            gateway.stop(Duration.ZERO).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Short messages and one of two parts. */
    private static void sendAndAwaitReceipts(Gateway gateway, GatewayHost host, long firstToken)
            throws InterruptedException {
        List<Submission> batch = LongStream.range(firstToken, firstToken + MESSAGES)
                .mapToObj(token -> new Submission(
                        token,
                        "Shop",
                        Long.toString(79_161_000_000L + token),
                        token == firstToken ? List.of("a".repeat(153), "end") : List.of("message " + token),
                        Encoding.GSM7,
                        null,
                        true))
                .toList();
        assertThat(gateway.submit(batch)).isEqualTo(MESSAGES);
        Set<String> waiting = new HashSet<>();
        for (int i = 0; i < MESSAGES; i++) {
            Outcome outcome = host.outcome();
            assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
            waiting.addAll(((Outcome.Accepted) outcome).operatorIds());
        }
        assertThat(waiting).hasSize(MESSAGES + 1);
        while (!waiting.isEmpty()) {
            Inbound.Receipt receipt = host.receipt();
            assertThat(receipt.state()).isEqualTo(ReceiptState.DELIVERED);
            assertThat(waiting.remove(receipt.operatorId())).as(receipt.text()).isTrue();
        }
    }

    /** A server made of Cloudhopper that takes all and reports all delivered. */
    private static final class CloudhopperServer implements SmppServerHandler, AutoCloseable {
        private final DefaultSmppServer server;
        private final ExecutorService reporter = Executors.newSingleThreadExecutor();
        private final AtomicInteger ids = new AtomicInteger();

        CloudhopperServer(int port) throws SmppChannelException {
            var configuration = new SmppServerConfiguration();
            configuration.setPort(port);
            configuration.setReuseAddress(true);
            configuration.setDefaultWindowSize(100);
            server = new DefaultSmppServer(configuration, this);
            server.start();
        }

        int taken() {
            return ids.get();
        }

        @Override
        @SuppressWarnings("rawtypes") // as the interface has it
        public void sessionBindRequested(Long id, SmppSessionConfiguration configuration, BaseBind bind) {
            configuration.setName("stranger");
        }

        @Override
        public void sessionCreated(Long id, SmppServerSession session, BaseBindResp answer) {
            session.serverReady(new DefaultSmppSessionHandler() {
                @Override
                @SuppressWarnings("rawtypes") // as the class has it
                public PduResponse firePduRequestReceived(PduRequest request) {
                    PduResponse response = request.createResponse();
                    if (request instanceof SubmitSm submit && response instanceof SubmitSmResp taken) {
                        taken.setMessageId("c" + ids.incrementAndGet());
                        reporter.execute(() -> report(session, submit, taken.getMessageId()));
                    }
                    return response;
                }
            });
        }

        private static void report(SmppServerSession session, SubmitSm submit, String id) {
            var delivery = new DeliverSm();
            delivery.setSourceAddress(submit.getDestAddress());
            delivery.setDestAddress(submit.getSourceAddress());
            delivery.setEsmClass((byte) 4);
            try {
                delivery.setShortMessage(CharsetUtil.encode(
                        "id:" + id
                                + " sub:001 dlvrd:001 submit date:2611010000 done date:2611010000 stat:DELIVRD err:000",
                        CharsetUtil.CHARSET_ISO_8859_1));
                session.sendRequestPdu(delivery, TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), false);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RecoverablePduException
                    | UnrecoverablePduException
                    | SmppTimeoutException
                    | SmppChannelException unsent) {
                throw new IllegalStateException(unsent);
            }
        }

        @Override
        public void sessionDestroyed(Long id, SmppServerSession session) {
            session.destroy();
        }

        @Override
        public void close() {
            server.destroy();
            reporter.shutdownNow();
        }
    }
}
