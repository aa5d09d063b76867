package io.postrider.simulator.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postrider.smpp.wire.Frame;
import io.postrider.smpp.wire.PduDecoder;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.SubmitSmResp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each fault as a client meets it. */
@Timeout(60)
class FaultsTest {
    private static final String PHONE = "12025550101";

    @Test
    void throttleAnswersTheExcessOfASecondOnly() throws Exception {
        var clock = new SteppedClock();
        var faults = new JsonObject().put("faults", new JsonObject().put("throttle", 5));
        try (Stage stage = Stage.with(faults, clock);
                WireClient client = stage.client()) {
            assertThat(statuses(client, 7)).containsExactly(0, 0, 0, 0, 0, 0x58, 0x58);
            clock.advance(1_000);
            assertThat(statuses(client, 2)).containsExactly(0, 0);
            assertThat(stage.statistic("throttled")).isEqualTo(2);
        }
    }

    private static List<Integer> statuses(WireClient client, int number) throws Exception {
        for (int i = 0; i < number; i++) {
            client.submitQuietly(PHONE, "Hello");
        }
        return client.read(number).stream().map(Command::getCommandStatus).toList();
    }

    @Test
    void windowAnswersWhatIsMoreThanItHolds() throws Exception {
        var changes = new JsonObject().put("latency", 300).put("faults", new JsonObject().put("window", 3));
        try (Stage stage = Stage.with(changes);
                WireClient client = stage.client()) {
            assertThat(statuses(client, 5)).containsExactly(0, 0, 0, 0x14, 0x14);
        }
    }

    @Test
    void aLostSubmitNeverHappened() throws Exception {
        try (Stage stage = Stage.withFault("loseSubmits", 100);
                WireClient client = stage.client()) {
            client.submit(PHONE, "Hello");
            client.ask();
            assertThat(client.read().getCommandId()).isEqualTo(SMPPConstant.CID_ENQUIRE_LINK_RESP);
            assertThat(stage.statistic("pdus")).isEqualTo(1);
            assertThat(stage.statistic("submitted")).isZero();
        }
    }

    @Test
    void aLostResponseStillDelivers() throws Exception {
        try (Stage stage = Stage.withFault("loseResponses", 100);
                WireClient client = stage.client()) {
            client.submit(PHONE, "Hello");
            assertThat(client.read()).isInstanceOf(DeliverSm.class);
            assertThat(stage.statistic("submitted")).isEqualTo(1);
        }
    }

    @Test
    void anEmptyResponseIsAHeaderAndAnEmptyIdIsANul() throws Exception {
        try (Stage bodyless = Stage.withFault("emptyResponses", 100);
                WireClient client = bodyless.client()) {
            client.submit(PHONE, "Hello");
            assertThat(client.frame()).hasSize(16);
        }
        try (Stage nameless = Stage.withFault("emptyIds", 100);
                WireClient client = nameless.client()) {
            client.submit(PHONE, "Hello");
            assertThat(client.frame()).hasSize(17).endsWith((byte) 0);
        }
    }

    @Test
    void aNackNamesNoSubmit() throws Exception {
        try (Stage stage = Stage.withFault("nacks", 100);
                WireClient client = stage.client()) {
            client.submit(PHONE, "Hello");
            Command nack = client.read();
            assertThat(nack.getCommandId()).isEqualTo(SMPPConstant.CID_GENERIC_NACK);
            assertThat(nack.getSequenceNumber()).isZero();
            assertThat(nack.getCommandStatus()).isEqualTo(SMPPConstant.STAT_ESME_RSYSERR);
        }
    }

    @Test
    void aReceiptMayComeBeforeTheResponse() throws Exception {
        try (Stage stage = Stage.withFault("receiptsFirst", 100);
                WireClient client = stage.client()) {
            client.submit(PHONE, "Hello");
            assertThat(client.read()).isInstanceOf(DeliverSm.class);
            assertThat(client.read()).isInstanceOf(SubmitSmResp.class);
        }
    }

    @Test
    void aLostReceiptIsNotWaitedFor() throws Exception {
        try (Stage stage = Stage.withFault("loseReceipts", 100);
                WireClient client = stage.client()) {
            client.submit(PHONE, "Hello");
            assertThat(client.read()).isInstanceOf(SubmitSmResp.class);
            client.ask();
            assertThat(client.read().getCommandId()).isEqualTo(SMPPConstant.CID_ENQUIRE_LINK_RESP);
            assertThat(stage.statistic("receiptsWaiting")).isZero();
            assertThat(stage.statistic("delivered")).isEqualTo(1);
        }
    }

    @Test
    void aDuplicateReceiptSaysTheSame() throws Exception {
        try (Stage stage = Stage.withFault("duplicateReceipts", 100);
                WireClient client = stage.client()) {
            client.submit(PHONE, "Hello");
            List<Command> all = client.read(3);
            DeliverSm first = (DeliverSm) all.get(1);
            DeliverSm second = (DeliverSm) all.get(2);
            assertThat(second.getShortMessage()).isEqualTo(first.getShortMessage());
            assertThat(second.getSequenceNumber()).isNotEqualTo(first.getSequenceNumber());
            stage.awaitStatistic("receipts", 1);
            assertThat(stage.statistic("receipts")).isEqualTo(1);
        }
    }

    @Test
    void aLateReceiptComesLaterByThat() throws Exception {
        var faults = new JsonObject().put("lateReceipts", 100).put("lateBy", 400);
        try (Stage stage = Stage.with(new JsonObject().put("faults", faults));
                WireClient client = stage.client()) {
            client.submit(PHONE, "Hello");
            assertThat(client.read()).isInstanceOf(SubmitSmResp.class);
            long answered = System.nanoTime();
            assertThat(client.read()).isInstanceOf(DeliverSm.class);
            assertThat(System.nanoTime() - answered).isGreaterThan(300_000_000L);
            assertThat(stage.statistic("delivered")).isEqualTo(1);
        }
    }

    @Test
    void reversedReceiptsComeLastFirst() throws Exception {
        try (Stage stage = Stage.withFault("reverseReceipts", true);
                WireClient client = stage.client()) {
            for (int i = 1; i <= 3; i++) {
                client.submit("1202555010" + i, "Hello");
            }
            List<String> from = client.read(6).stream()
                    .filter(DeliverSm.class::isInstance)
                    .map(pdu -> ((DeliverSm) pdu).getSourceAddr())
                    .toList();
            assertThat(from).containsExactly("12025550103", "12025550102", "12025550101");
        }
    }

    @Test
    void garbledResponsesAreMalformedInSeveralWays() throws Exception {
        try (Stage stage = Stage.withFault("garble", 100)) {
            Set<String> ways = new HashSet<>();
            for (int i = 0; i < 20; i++) {
                try (WireClient client = stage.client()) {
                    int sequence = client.submitQuietly("120255501" + (10 + i), "Hello");
                    ways.add(way(client.frame(), sequence));
                }
            }
            assertThat(ways)
                    .contains("length", "command")
                    .hasSizeGreaterThanOrEqualTo(4)
                    .doesNotContain("good");
        }
    }

    private static String way(byte[] frame, int sequence) {
        if (frame.length == 4) {
            return frame[0] == 0 ? "length" : "huge";
        }
        Frame read = PduDecoder.decode(frame, 0, frame.length);
        if (read instanceof Frame.Malformed) {
            return "command";
        }
        if (frame[frame.length - 1] != 0) {
            return frame[frame.length - 1] == 1 ? "parameter" : "string";
        }
        return sequence > 0 ? "good" : "none";
    }

    @Test
    void aCutConnectionEndsInTheMiddleOfTheResponse() throws Exception {
        try (Stage stage = Stage.withFault("cut", 100);
                WireClient client = stage.client()) {
            client.submit(PHONE, "Hello");
            assertThat(client.readToEnd()).isBetween(1, 30);
        }
    }

    @Test
    void sessionsAreDroppedAgainAndAgain() throws Exception {
        try (Stage stage = Stage.withFault("dropEvery", 300)) {
            for (int i = 0; i < 2; i++) {
                try (WireClient client = stage.client()) {
                    client.readToEnd();
                }
            }
            assertThat(stage.statistic("sessions")).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aSessionIsDroppedAfterSoManySubmits() throws Exception {
        try (Stage stage = Stage.withFault("dropAfter", 3);
                WireClient client = stage.client()) {
            for (int i = 0; i < 3; i++) {
                client.submit(PHONE, "Hello");
            }
            client.readToEnd();
            assertThat(stage.statistic("pdus")).isEqualTo(3);
        }
    }

    @Test
    void refusedBindsSayWhy() throws Exception {
        try (Stage stage = Stage.withFault("refuseBinds", "RBINDFAIL");
                WireClient client = new WireClient(stage.simulator().smppPort())) {
            assertThat(client.bind()).isEqualTo(SMPPConstant.STAT_ESME_RBINDFAIL);
            assertThat(client.readToEnd()).isZero();
        }
    }

    @Test
    void aSilentOperatorReadsAndAnswersNothing() throws Exception {
        try (Stage stage = Stage.with(new JsonObject());
                WireClient client = stage.client()) {
            stage.behave(Stage.kind().put("faults", new JsonObject().put("silent", true)));
            client.submit(PHONE, "Hello");
            client.ask();
            stage.awaitStatistic("pdus", 1);
            assertThat(client.isSilentFor(200)).isTrue();
            stage.behave(Stage.kind());
            client.ask();
            assertThat(client.read().getSequenceNumber()).isEqualTo(4);
        }
    }

    @Test
    void aSlowReaderLeavesTheClientStanding() throws Exception {
        try (Stage stage = Stage.withFault("slowReader", 5_000);
                WireClient client = stage.client()) {
            for (int i = 0; i < 3_000; i++) {
                client.submitQuietly(PHONE, "Hello, this is a text of some length");
            }
            stage.awaitStatistic("pdus", 1);
            assertThat(stage.statistic("pdus")).isLessThan(3_000);
            stage.behave(Stage.kind());
            stage.awaitStatistic("pdus", 3_000);
        }
    }

    @Test
    void anUnknownFaultIsRefusedByItsName() {
        assertThatThrownBy(() -> Stage.withFault("gremlins", 1)).hasMessage("There is no setting \"faults.gremlins\".");
    }
}
