package io.postrider.simulator.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.smpp.wire.Tlvs;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.SubmitSmResp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How messages end, and how the operator tells it. */
@Timeout(60)
class HandsetsTest {
    private static final String PHONE = "12025550101";

    @ParameterizedTest
    @CsvSource({
        "delivered, DELIVRD, 2, 000",
        "undelivered, UNDELIV, 5, 027",
        "expired, EXPIRED, 3, 031",
        "rejected, REJECTD, 8, 011",
        "deleted, DELETED, 4, 099",
        "unknown, UNKNOWN, 7, 255"
    })
    void eachOutcomeHasItsWordsInTheReceipt(String outcome, String word, int state, String error) throws Exception {
        var changes = new JsonObject().put("outcomes", new JsonObject().put(outcome, 100));
        try (Stage stage = Stage.with(changes);
                WireClient client = stage.client()) {
            client.submit(PHONE, "Hello");
            DeliverSm receipt = (DeliverSm) client.read(2).get(1);
            assertThat(text(receipt)).contains(" stat:" + word + " err:" + error + " ");
            assertThat(Tlvs.number(receipt, Tlvs.MESSAGE_STATE)).hasValue(state);
            assertThat(stage.statistic(outcome)).isEqualTo(1);
        }
    }

    @Test
    void anUnansweredMessageStaysOnItsWay() throws Exception {
        var changes = new JsonObject().put("outcomes", new JsonObject().put("unanswered", 100));
        try (Stage stage = Stage.with(changes);
                WireClient client = stage.client()) {
            client.submit(PHONE, "Hello");
            assertThat(client.read()).isInstanceOf(SubmitSmResp.class);
            JsonObject message = Stage.await(stage.simulator().messages(PHONE)).getJsonObject(0);
            assertThat(message.getString("state")).isEqualTo("on the way");
            assertThat(stage.statistic("receiptsWaiting")).isZero();
        }
    }

    @Test
    void rulesDecideByPrefixTextAndSender() throws Exception {
        var rules = new JsonArray()
                .add(new JsonObject().put("prefix", "1999").put("status", "RINVDSTADR"))
                .add(new JsonObject()
                        .put("text", "LOTTERY")
                        .put("outcome", "rejected")
                        .put("error", "21b"))
                .add(new JsonObject().put("from", "Shop").put("prefix", "1777").put("receiptDelay", 300));
        try (Stage stage = Stage.with(new JsonObject().put("rules", rules));
                WireClient client = stage.client()) {
            client.submit("19995550101", "Hello");
            assertThat(client.read().getCommandStatus()).isEqualTo(0x0B);
            client.submit(PHONE, "Win the lottery");
            assertThat(text((DeliverSm) client.read(2).get(1))).contains("stat:REJECTD err:21b");
            client.submit("17775550101", "Hello");
            client.submit(PHONE, "Hello");
            assertThat(client.read(4).stream()
                            .filter(DeliverSm.class::isInstance)
                            .map(pdu -> ((DeliverSm) pdu).getSourceAddr()))
                    .containsExactly(PHONE, "17775550101");
        }
    }

    @Test
    void theShareOfARuleIsKept() throws Exception {
        var rule = new JsonObject().put("share", 25).put("status", "RSYSERR");
        try (Stage stage = Stage.with(new JsonObject().put("rules", new JsonArray().add(rule)));
                WireClient client = stage.client()) {
            int refused = 0;
            for (int i = 0; i < 400; i++) {
                client.submitQuietly("12025551" + (100 + i), "Hello");
                refused += client.read().getCommandStatus() == 0 ? 0 : 1;
            }
            assertThat(refused).isBetween(70, 130);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"responseId\":\"hex\",\"receiptId\":\"decimal\"} | [0-9a-f]{12,14} | id:\\d{16} sub:001 .*",
                "{\"responseId\":\"HEX\",\"receiptId\":\"HEX\"} | [0-9A-F]{12,14} | id:[0-9A-F]{12,14} sub:001 .*",
                "{\"responseId\":\"padded\",\"receiptId\":\"padded\"} | 0000\\d{16} | id:0000\\d{16} sub:001 .*",
                "{\"text\":\"upperKeys\"} | \\d{16} | ID:\\d+ SUB:001 DLVRD:001 .* STAT:DELIVRD ERR:000 TEXT:Hello",
                "{\"text\":\"lowerKeys\"} | \\d{16} | .* submitdate:\\d{10} donedate:\\d{10} stat:delivrd .*",
                "{\"text\":\"noCounts\"} | \\d{16} | id:\\d+ submit date:.*",
                "{\"text\":\"shuffled\"} | \\d{16} | stat:DELIVRD err:000 id:\\d+ done date:.*",
                "{\"text\":\"spaced\"} | \\d{16} | id: \\d+ sub: 001 .*",
                "{\"text\":\"fullWords\"} | \\d{16} | .* stat:delivered .*",
                "{\"dates\":\"seconds\"} | \\d{16} | .* submit date:\\d{12} done .*",
                "{\"dates\":\"full\"} | \\d{16} | .* submit date:20\\d{12} done .*",
                "{\"dates\":\"epoch\"} | \\d{16} | .* submit date:\\d{15}\\+ done .*",
                "{\"dates\":\"empty\"} | \\d{16} | .* submit date: done date: .*",
                "{\"states\":{\"delivered\":\"DELIVERED_OK\"}} | \\d{16} | .* stat:DELIVERED_OK .*"
            })
    void dialectsWriteIdsAndTextsAsOperatorsDo(String dialect, String id, String text) throws Exception {
        try (Stage stage = Stage.with(new JsonObject().put("dialect", new JsonObject(dialect)));
                WireClient client = stage.client()) {
            client.submit(PHONE, "Hello");
            SubmitSmResp response = (SubmitSmResp) client.read();
            assertThat(response.getMessageId()).matches(id);
            assertThat(text((DeliverSm) client.read())).matches(text);
        }
    }

    @Test
    void receiptsComeInOtherPdusAndClassesAndWithoutParameters() throws Exception {
        assertThat(receipt("{\"carrier\":\"data_sm\"}")).isInstanceOf(DataSm.class);
        AbstractSmCommand payload = receipt("{\"carrier\":\"payload\"}");
        assertThat(Tlvs.string(payload, Tlvs.MESSAGE_PAYLOAD)).startsWith("id:");
        assertThat(((DeliverSm) payload).getShortMessage()).isEmpty();
        assertThat(receipt("{\"esmClass\":68}").getEsmClass()).isEqualTo((byte) 0x44);
        AbstractSmCommand bare = receipt("{\"tlvs\":false}");
        assertThat(Tlvs.value(bare, Tlvs.RECEIPTED_MESSAGE_ID)).isNull();
        AbstractSmCommand mute = receipt("{\"text\":\"none\"}");
        assertThat(((DeliverSm) mute).getShortMessage()).isEmpty();
        assertThat(Tlvs.number(mute, Tlvs.MESSAGE_STATE)).hasValue(2);
    }

    private static AbstractSmCommand receipt(String dialect) throws Exception {
        try (Stage stage = Stage.with(new JsonObject().put("dialect", new JsonObject(dialect)));
                WireClient client = stage.client()) {
            client.submit(PHONE, "Hello");
            return (AbstractSmCommand) client.read(2).get(1);
        }
    }

    @Test
    void aPersonAnswersTheSecondMessageByItself() throws Exception {
        var reply = new JsonObject().put("after", 2).put("text", "STOP").put("containing", "hel");
        try (Stage stage = Stage.with(new JsonObject().put("autoReplies", new JsonArray().add(reply)));
                WireClient client = stage.client()) {
            client.submit(PHONE, "Hello");
            client.read(2);
            client.submit(PHONE, "Hello");
            DeliverSm answer = (DeliverSm) client.read(3).stream()
                    .filter(pdu -> pdu instanceof DeliverSm one && one.getEsmClass() == 0)
                    .findFirst()
                    .orElseThrow();
            assertThat(text(answer)).isEqualTo("STOP");
            assertThat(answer.getSourceAddr()).isEqualTo(PHONE);
            assertThat(answer.getDestAddress()).isEqualTo("Shop");
        }
    }

    @Test
    void uniformAndLogNormalDelaysLieWhereTheyShould() throws Exception {
        var changes = new JsonObject()
                .put("latency", new JsonObject().put("from", 100).put("to", 200))
                .put(
                        "receiptDelay",
                        new JsonObject().put("median", 50).put("sigma", 0.5).put("most", 80));
        try (Stage stage = Stage.with(changes);
                WireClient client = stage.client()) {
            long sent = System.nanoTime();
            client.submit(PHONE, "Hello");
            Command response = client.read();
            assertThat(response).isInstanceOf(SubmitSmResp.class);
            assertThat(System.nanoTime() - sent).isGreaterThan(95_000_000L);
            assertThat(client.read()).isInstanceOf(DeliverSm.class);
        }
    }

    private static String text(DeliverSm pdu) {
        return new String(pdu.getShortMessage(), StandardCharsets.ISO_8859_1);
    }
}
