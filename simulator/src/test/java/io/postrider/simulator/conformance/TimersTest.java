package io.postrider.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.simulator.Timers;
import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.PduEncoder;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.Outbind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TimersTest extends Conformance {
    private static final Duration NEVER = Duration.ofMinutes(10);
    private static final Duration SOON = Duration.ofMillis(200);

    @Test
    @DisplayName("S1 a client that never binds is closed without a PDU")
    void aClientThatNeverBindsIsClosed() throws Exception {
        start(settings().with(new Timers(SOON, NEVER, NEVER, NEVER, NEVER)));
        connect().assertEnds();
        awaitStatistic("sessions", 0);
    }

    @Test
    @DisplayName("S1 a client that was bound in time stays")
    void aClientThatWasBoundStays() throws Exception {
        start(settings().with(new Timers(SOON, NEVER, NEVER, NEVER, NEVER)));
        Wire bound = transceiver();
        connect().assertEnds();
        connect().assertEnds();
        bound.assertLives();
    }

    @Test
    @DisplayName("S24 a silent client is asked by enquire_link and closed if it does not answer")
    void aSilentClientIsAskedAndClosed() throws Exception {
        start(settings().with(new Timers(NEVER, SOON, SOON, NEVER, NEVER)));
        Wire wire = transceiver();
        assertThat(wire.read().getCommandId()).isEqualTo(SMPPConstant.CID_ENQUIRE_LINK);
        wire.assertEnds();
        awaitStatistic("binds", 0);
    }

    @Test
    @DisplayName("S24 a client that answers is asked again and stays")
    void aClientThatAnswersStays() throws Exception {
        start(settings().with(new Timers(NEVER, SOON, SOON, NEVER, NEVER)));
        Wire wire = transceiver();
        for (int i = 0; i < 3; i++) {
            Command question = wire.read(SMPPConstant.CID_ENQUIRE_LINK);
            wire.write(PduEncoder.encode(CommandIds.answer(question, 0)).getBytes());
        }
        wire.assertLives();
    }

    @Test
    @DisplayName("S28 a deliver_sm that is not answered comes again with a new sequence_number")
    void anUnansweredDeliveryComesAgain() throws Exception {
        start(settings().with(new Timers(NEVER, NEVER, NEVER, SOON, NEVER)));
        Wire wire = transceiver();
        wire.send(message());
        DeliverSm first = wire.readDelivery();
        DeliverSm second = wire.readDelivery();

        assertThat(second.getSequenceNumber()).isNotEqualTo(first.getSequenceNumber());
        assertThat(second.getShortMessage()).isEqualTo(first.getShortMessage());
    }

    @Test
    @DisplayName("S25 when the operator unbinds, it delivers nothing more and closes after the answer")
    void theOperatorUnbinds() throws Exception {
        start(settings().with(new Timers(NEVER, NEVER, NEVER, NEVER, NEVER)));
        Wire wire = transceiver();
        drop();
        Command unbind = wire.read(SMPPConstant.CID_UNBIND);
        assertThat(wire.status(message())).isZero();
        wire.write(PduEncoder.encode(CommandIds.answer(unbind, 0)).getBytes());
        wire.assertEnds();

        assertThat(transceiver().readDelivery().getSourceAddr()).isEqualTo(PHONE);
    }

    @Test
    @DisplayName("S25 when the operator unbinds, it closes also without an answer")
    void theOperatorUnbindsAndIsNotAnswered() throws Exception {
        start(settings().with(new Timers(NEVER, NEVER, SOON, NEVER, NEVER)));
        Wire wire = transceiver();
        drop();
        wire.read(SMPPConstant.CID_UNBIND);
        wire.assertEnds();
    }

    private void drop() throws Exception {
        ask(HttpRequest.newBuilder(rest("sessions?how=unbind")).DELETE());
    }

    private URI rest(String path) {
        return URI.create("http://127.0.0.1:" + simulator().httpPort() + "/api/v1/" + path);
    }

    private static void ask(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    @DisplayName("S8 outbind asks a client that listens to bind there, and it gets what waited")
    void outbindAsksAClientToBind() throws Exception {
        start();
        assertThat(transmitter().status(message())).isZero();
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var body = new JsonObject().put("port", server.getLocalPort());
            ask(HttpRequest.newBuilder(rest("outbind"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body.encode())));
            Wire wire = keep(new Wire(server.accept()));
            var outbind = (Outbind) wire.read();
            assertThat(outbind.getSystemId()).isEqualTo("postrider");
            assertThat(outbind.getPassword()).isEqualTo("simulate");

            wire.bound(SMPPConstant.CID_BIND_RECEIVER);
            assertThat(wire.readDelivery().getSourceAddr()).isEqualTo(PHONE);
        }
    }
}
