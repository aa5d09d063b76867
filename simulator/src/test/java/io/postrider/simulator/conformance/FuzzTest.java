package io.postrider.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.postrider.simulator.Keep;
import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.FrameReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FuzzTest extends Conformance {
    private static final int CASES = 100_000;
    private static final int BATCH = 250;
    private static final int ROUND = 1_000;
    private static final int WARM = 30_000;
    private static final long GROWTH = 16L * 1024 * 1024;
    private static final int SENTINEL = 0x7E57;

    private final Mutations mutations = new Mutations(20_260);
    private int cases;

    /** A batch that was written to one connection, and the answers that must come, in order. */
    private final class Batch {
        private final Wire wire;
        private final boolean bound;
        private final Deque<int[]> expected = new ArrayDeque<>();
        private boolean ends;

        Batch(boolean bound) throws IOException {
            this.bound = bound;
            this.wire = bound ? transceiverOnce() : Wire.to(simulator().smppPort());
            var octets = new ByteArrayOutputStream();
            for (int i = 0; i < BATCH && !ends; i++) {
                byte[] pdu = mutations.next(++cases);
                expect(ByteBuffer.wrap(pdu));
                octets.writeBytes(pdu);
            }
            octets.writeBytes(header(16, SMPPConstant.CID_ENQUIRE_LINK, SENTINEL));
            wire.write(octets.toByteArray());
        }

        /** What the specification says to answer, seen from the octets alone. */
        private void expect(ByteBuffer pdu) {
            int length = pdu.getInt(0);
            int command = pdu.getInt(4);
            int sequence = pdu.getInt(12);
            if (length < 16 || length > FrameReader.LONGEST) {
                ends = true;
                expected.add(new int[] {SMPPConstant.CID_GENERIC_NACK, 0});
            } else if (CommandIds.hasResponse(command)) {
                ends = command == SMPPConstant.CID_UNBIND || (!bound && CommandIds.isBind(command));
                expected.add(new int[] {CommandIds.responseOf(command), sequence});
            } else if (!CommandIds.isResponse(command)) {
                expected.add(new int[] {SMPPConstant.CID_GENERIC_NACK, sequence});
            }
        }

        void check() throws IOException {
            Command last = null;
            for (int[] answer : expected) {
                last = answer();
                assertThat(new int[] {last.getCommandId(), last.getSequenceNumber()})
                        .as("answer before case %d", cases)
                        .isEqualTo(answer);
            }
            boolean boundNow = last != null && last.getCommandStatus() == 0 && isBindAnswer(last);
            if (ends && !boundNow) {
                wire.assertEnds();
            } else {
                assertThat(answer().getSequenceNumber()).isEqualTo(SENTINEL);
            }
            wire.close();
        }

        /** The next PDU that is no request of the simulator. */
        private Command answer() throws IOException {
            Command next = wire.read();
            while (!CommandIds.isResponse(next.getCommandId())) {
                next = wire.read();
            }
            return next;
        }
    }

    private static boolean isBindAnswer(Command answer) {
        return CommandIds.isBind(answer.getCommandId() & 0x7FFFFFFF);
    }

    private Wire transceiverOnce() throws IOException {
        return Wire.to(simulator().smppPort()).bound(SMPPConstant.CID_BIND_TRANSCEIVER);
    }

    @Test
    @DisplayName("S13 a hundred thousand malformed PDUs are each answered once and hurt nobody else")
    void malformedPdusAreAnsweredOnceAndHurtNobody() throws Exception {
        ListAppender<ILoggingEvent> log = listen();
        start(settings().with(new Keep(1_000, 1_000, 256 * 1024, 1_000)));
        long warm = 0;
        int next = ROUND;
        while (cases < CASES) {
            List<Batch> batches = List.of(new Batch(true), new Batch(true), new Batch(false), new Batch(true));
            for (Batch batch : batches) {
                batch.check();
            }
            if (cases >= next) {
                next += ROUND;
                try (Wire fresh = transceiverOnce()) {
                    fresh.assertLives();
                }
                warm = warm == 0 && cases >= WARM ? memory() : warm;
            }
        }
        assertThat(memory() - warm).isLessThan(GROWTH);
        awaitStatistic("sessions", 0);
        assertThat(log.list).isEmpty();
    }

    private ListAppender<ILoggingEvent> listen() {
        var log = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var grave = new ThresholdFilter();
        grave.setLevel("ERROR");
        grave.start();
        log.addFilter(grave);
        log.start();
        root.addAppender(log);
        keep(() -> root.detachAppender(log));
        return log;
    }

    private static long memory() {
        var heap = ManagementFactory.getMemoryMXBean();
        heap.gc();
        return heap.getHeapMemoryUsage().getUsed();
    }
}
