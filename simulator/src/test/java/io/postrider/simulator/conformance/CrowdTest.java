package io.postrider.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.simulator.Account;
import io.postrider.simulator.Esme;
import io.postrider.simulator.Keep;
import io.postrider.simulator.Timers;
import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.PduEncoder;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CrowdTest extends Conformance {
    private static final int CROWD = 500;
    private static final int FEW_THREADS = 20;
    private static final int PATIENCE_MILLIS = 500;
    private static final int FEW_OCTETS = 16 * 1024;
    private static final long TOO_MUCH = 256L * 1024 * 1024;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
    }

    private List<Esme> crowd() throws Exception {
        List<Esme> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            crowd.add(new Esme(vertx, simulator().smppPort(), true).bound());
        }
        return crowd;
    }

    private void startForTwoAccounts() throws Exception {
        start(settings().with(Account.of("postrider", "simulate"), Account.of("slow", "simulate")));
    }

    @Test
    @DisplayName("S30 five hundred sessions work at once and cost no thread each")
    void manySessionsCostNoThreads() throws Exception {
        start();
        var threads = ManagementFactory.getThreadMXBean();
        new Esme(vertx, simulator().smppPort(), true).bound();
        int before = threads.getThreadCount();
        List<Esme> crowd = crowd();
        assertThat(statistic("binds")).isEqualTo(CROWD + 1);
        assertThat(threads.getThreadCount()).isLessThan(before + FEW_THREADS);

        for (int i = 0; i < CROWD; i++) {
            crowd.get(i).send(Esme.message("1202555" + (1000 + i), "Hello"));
        }
        for (Esme esme : crowd) {
            assertThat(esme.await(SMPPConstant.CID_SUBMIT_SM_RESP).getCommandStatus())
                    .isZero();
        }
        awaitStatistic("receipts", CROWD);
    }

    @Test
    @DisplayName("S30 a client that never reads and one that stops inside a PDU do not disturb five hundred others")
    void badNeighboursDisturbNobody() throws Exception {
        startForTwoAccounts();
        SubmitSm submit = message();
        byte[] bind = PduEncoder.encode(Wire.bindRequest(SMPPConstant.CID_BIND_TRANSCEIVER, "slow", "simulate"))
                .getBytes();
        try (SocketChannel deaf = dial();
                Wire stuck = transceiver()) {
            stuck.write((byte) 0, (byte) 0);
            deaf.write(ByteBuffer.wrap(bind));
            flood(deaf, PduEncoder.encode(submit).getBytes());

            List<Esme> crowd = crowd();
            for (Esme esme : crowd) {
                esme.send(message());
                esme.send(CommandIds.request(SMPPConstant.CID_ENQUIRE_LINK, 0));
            }
            for (Esme esme : crowd) {
                assertThat(esme.await(SMPPConstant.CID_SUBMIT_SM_RESP).getCommandStatus())
                        .isZero();
                esme.await(SMPPConstant.CID_ENQUIRE_LINK_RESP);
            }
        }
        awaitStatistic("binds", CROWD);
    }

    @Test
    @DisplayName("S11 a client that is not bound and never reads cannot fill the memory with answers")
    void aStrangerCannotFillTheMemory() throws Exception {
        var never = Duration.ofMinutes(10);
        start(settings().with(new Timers(never, never, never, never, never)));
        try (SocketChannel deaf = dial()) {
            assertThat(flood(deaf, header(16, SMPPConstant.CID_ENQUIRE_LINK, 1)))
                    .isLessThan(TOO_MUCH);
        }
        transceiver().assertLives();
    }

    @Test
    @DisplayName("S30 a phone with more messages than are kept gets each further one as fast as the first")
    void aPhoneMayGetVeryManyMessages() throws Exception {
        start(settings().with(new Keep(50_000, 1_000, 256 * 1024, 1_000)));
        var together = new ByteArrayOutputStream();
        SubmitSm submit = message();
        submit.setRegisteredDelivery((byte) 0);
        for (int i = 0; i < 1_000; i++) {
            together.writeBytes(PduEncoder.encode(submit).getBytes());
        }
        Wire wire = transmitter();
        long first = Long.MAX_VALUE;
        long last = Long.MAX_VALUE;
        for (int i = 0; i < 70; i++) {
            long before = System.nanoTime();
            wire.write(together.toByteArray());
            for (int answer = 0; answer < 1_000; answer++) {
                assertThat(wire.read().getCommandStatus()).isZero();
            }
            long took = System.nanoTime() - before;
            first = i >= 20 && i < 40 ? Math.min(first, took) : first;
            last = i >= 50 ? Math.min(last, took) : last;
        }
        assertThat(last).isLessThan(5 * first);
        assertThat(statistic("messages")).isEqualTo(70_000);
    }

    private SocketChannel dial() throws IOException {
        var address = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), simulator().smppPort());
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, FEW_OCTETS);
        channel.connect(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        return channel;
    }

    /** Writes the same PDU again and again until the peer reads no more, or it is far too much; says how many octets went. */
    private static long flood(SocketChannel channel, byte[] pdu) throws IOException {
        var many = new ByteArrayOutputStream();
        for (int i = 0; i < 1_000; i++) {
            many.writeBytes(pdu);
        }
        ByteBuffer octets = ByteBuffer.wrap(many.toByteArray());
        long written = 0;
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_WRITE);
            while (written < TOO_MUCH && selector.select(PATIENCE_MILLIS) > 0) {
                selector.selectedKeys().clear();
                written += channel.write(octets);
                if (!octets.hasRemaining()) {
                    octets.rewind();
                }
            }
        }
        return written;
    }
}
