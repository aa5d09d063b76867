package io.postrider.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postrider.simulator.Esme;
import io.postrider.simulator.behaviour.Behaviour;
import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.PduEncoder;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.SubmitSmResp;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FaultsTest extends Conformance {
    private static Behaviour fault(String name, Object value) {
        return QUICK.withFaults(new JsonObject().put(name, value));
    }

    /** The answer to the next question, which must be the next thing that comes. */
    private static void assertNothingComes(Wire wire) throws Exception {
        int question = wire.send(CommandIds.request(SMPPConstant.CID_ENQUIRE_LINK, 0));
        assertThat(wire.read().getSequenceNumber()).isEqualTo(question);
    }

    @Test
    @DisplayName("S29 the receipt comes before the response")
    void receiptsFirst() throws Exception {
        start(fault("receiptsFirst", 100).withTimes(Duration.ofMillis(300), Duration.ZERO));
        Wire wire = transceiver();
        wire.send(message());
        assertThat(wire.read()).isInstanceOf(DeliverSm.class);
        assertThat(wire.read()).isInstanceOf(SubmitSmResp.class);
    }

    @Test
    @DisplayName("S29 the receipt comes twice")
    void duplicateReceipts() throws Exception {
        start(fault("duplicateReceipts", 100));
        Wire wire = transceiver();
        wire.send(message());
        assertThat(wire.readDelivery().getShortMessage())
                .isEqualTo(wire.readDelivery().getShortMessage());
    }

    @Test
    @DisplayName("S29 receipts come in reversed order")
    void reverseReceipts() throws Exception {
        start(fault("reverseReceipts", true));
        Wire wire = transceiver();
        List<String> came = new ArrayList<>();
        var together = new ByteArrayOutputStream();
        for (String phone : List.of("12025550101", "12025550102", "12025550103")) {
            together.writeBytes(PduEncoder.encode(Esme.message(phone, "Hello")).getBytes());
        }
        wire.write(together.toByteArray());
        for (int i = 0; i < 3; i++) {
            came.add(wire.readDelivery().getSourceAddr());
        }
        assertThat(came).containsExactly("12025550103", "12025550102", "12025550101");
    }

    @Test
    @DisplayName("S29 no receipt comes")
    void loseReceipts() throws Exception {
        start(fault("loseReceipts", 100));
        Wire wire = transceiver();
        assertThat(wire.status(message())).isZero();
        assertNothingComes(wire);
        assertThat(statistic("delivered")).isEqualTo(1);
    }

    @Test
    @DisplayName("S29 the receipt comes late")
    void lateReceipts() throws Exception {
        start(QUICK.withFaults(new JsonObject().put("lateReceipts", 100).put("lateBy", 600)));
        Wire wire = transceiver();
        assertThat(wire.status(message())).isZero();
        assertNothingComes(wire);
        assertThat(wire.readDelivery().getSourceAddr()).isEqualTo(PHONE);
    }

    @Test
    @DisplayName("S29 the response is lost though the message is taken")
    void loseResponses() throws Exception {
        start(fault("loseResponses", 100));
        Wire wire = transmitter();
        wire.send(message());
        assertNothingComes(wire);
        assertThat(statistic("submitted")).isEqualTo(1);
    }

    @Test
    @DisplayName("S29 the submit is lost as if it had never come")
    void loseSubmits() throws Exception {
        start(fault("loseSubmits", 100));
        Wire wire = transmitter();
        wire.send(message());
        assertNothingComes(wire);
        assertThat(statistic("submitted")).isZero();
    }

    @Test
    @DisplayName("S29 the response is late")
    void lateResponses() throws Exception {
        start(QUICK.withTimes(Duration.ofMillis(600), Duration.ZERO));
        Wire wire = transmitter();
        long before = System.nanoTime();
        int number = wire.send(message());
        assertNothingComes(wire);
        assertThat(wire.read().getSequenceNumber()).isEqualTo(number);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(590));
    }

    @Test
    @DisplayName("S29 the response has no body, or an empty id")
    void emptyResponses() throws Exception {
        start(fault("emptyResponses", 100));
        Wire wire = transceiver();
        Command bare = wire.ask(message());
        assertThat(bare.getCommandStatus()).isZero();
        assertThat(bare.getCommandLength()).isEqualTo(16);
        await(simulator().behave(fault("emptyIds", 100)));
        Command empty = wire.ask(message());
        assertThat(empty.getCommandStatus()).isZero();
        assertThat(empty.getCommandLength()).isEqualTo(17);
    }

    @Test
    @DisplayName("S29 the connection ends in the middle of the response")
    void cut() throws Exception {
        start(fault("cut", 100));
        Wire wire = transmitter();
        assertThatThrownBy(() -> wire.ask(message())).isInstanceOf(EOFException.class);
        awaitStatistic("sessions", 0);
    }

    @Test
    @DisplayName("S29 the submit is answered by a generic_nack of sequence 0")
    void nacks() throws Exception {
        start(fault("nacks", 100));
        Wire wire = transmitter();
        wire.send(message());
        Command nack = wire.read();
        assertThat(nack.getCommandId()).isEqualTo(SMPPConstant.CID_GENERIC_NACK);
        assertThat(nack.getSequenceNumber()).isZero();
        wire.assertLives();
    }

    @Test
    @DisplayName("S29 every bind is refused")
    void refuseBinds() throws Exception {
        start(fault("refuseBinds", "RBINDFAIL"));
        Wire wire = connect();
        assertThat(wire.bind(SMPPConstant.CID_BIND_RECEIVER, "postrider", "simulate")
                        .getCommandStatus())
                .isEqualTo(SMPPConstant.STAT_ESME_RBINDFAIL);
        wire.assertEnds();
    }

    @Test
    @DisplayName("S29 the operator reads and is silent until it behaves again")
    void silent() throws Exception {
        start();
        Wire wire = transceiver();
        await(simulator().behave(fault("silent", true)));
        wire.send(message());
        wire.send(CommandIds.request(SMPPConstant.CID_ENQUIRE_LINK, 0));
        awaitStatistic("pdus", 1);
        await(simulator().behave(QUICK));
        assertNothingComes(wire);
    }

    @Test
    @DisplayName("S29 the session is reset after so many submits")
    void dropAfter() throws Exception {
        start(fault("dropAfter", 2));
        Wire wire = transmitter();
        assertThat(wire.status(message())).isZero();
        wire.send(message());
        awaitStatistic("sessions", 0);
        assertThat(statistic("submitted")).isEqualTo(2);
    }
}
