package io.postrider.simulator.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.simulator.scenario.Presets;
import io.postrider.smpp.wire.Frame;
import io.postrider.smpp.wire.PduDecoder;
import io.postrider.smpp.wire.Tlvs;
import io.vertx.core.json.JsonObject;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.SubmitSmResp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each preset does what its name says; the tests are named after them. */
@Timeout(60)
class PresetsTest {
    private static final String PHONE = "12025550101";

    @Test
    void everyPresetHasATestHere() {
        List<String> tests = Arrays.stream(PresetsTest.class.getDeclaredMethods())
                .map(Method::getName)
                .toList();
        assertThat(tests).containsAll(Presets.all().keySet());
        assertThat(Presets.all().values())
                .allMatch(preset -> preset.description().endsWith("."));
    }

    @Test
    void everyPresetIsDescribedInRussianToo() throws Exception {
        try (InputStream file = Objects.requireNonNull(
                Presets.class.getResourceAsStream("/io/postrider/simulator/page/presetwords.ru.js"))) {
            String words = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(Presets.all().keySet()).allMatch(name -> words.contains("\n  " + name + ": '"));
        }
    }

    @Test
    void kind() throws Exception {
        try (Stage stage = Stage.withPreset("kind");
                WireClient client = stage.client()) {
            send(client, 50);
            assertThat(client.read(100)).allMatch(pdu -> pdu.getCommandStatus() == 0);
            assertThat(stage.statistic("delivered")).isEqualTo(50);
            assertThat(stage.statistics().getString("preset")).isEqualTo("kind");
        }
    }

    @Test
    void slow() throws Exception {
        long begun = System.nanoTime();
        assertThat(first("slow")).isInstanceOf(SubmitSmResp.class);
        assertThat(System.nanoTime() - begun).isGreaterThan(300_000_000L);
    }

    @Test
    void throttling() throws Exception {
        assertThat(statuses("throttling", 120)).contains(0, 0x58);
    }

    @Test
    void queueFull() throws Exception {
        assertThat(statuses("queueFull", 30)).contains(0, 0x14);
    }

    @Test
    void forgetful() throws Exception {
        try (Stage stage = Stage.withPreset("forgetful");
                WireClient client = stage.client()) {
            send(client, 200);
            stage.awaitStatistic("receipts", 0);
            List<Command> all = untilAsked(client, stage, 200);
            assertThat(all.stream().filter(SubmitSmResp.class::isInstance).count())
                    .isBetween(170L, 199L);
            assertThat(stage.statistic("submitted")).isEqualTo(200);
        }
    }

    /** Everything up to the answer of a question that is asked when all submits were taken. */
    private static List<Command> untilAsked(WireClient client, Stage stage, int pdus) throws Exception {
        stage.awaitStatistic("pdus", pdus);
        client.ask();
        List<Command> all = new ArrayList<>();
        Command next = client.read();
        while (next.getCommandId() != SMPPConstant.CID_ENQUIRE_LINK_RESP) {
            all.add(next);
            next = client.read();
        }
        return all;
    }

    @Test
    void late() throws Exception {
        try (Stage stage = Stage.withPreset("late");
                WireClient client = stage.client()) {
            send(client, 100);
            stage.awaitStatistic("pdus", 100);
            List<Command> some = client.read(150);
            assertThat(some.stream().filter(DeliverSm.class::isInstance).count())
                    .isGreaterThan(20);
            stage.awaitStatistic("receipts", 50);
            assertThat(stage.statistic("receiptsWaiting")).isGreaterThan(5);
        }
    }

    @Test
    void early() throws Exception {
        assertThat(first("early")).isInstanceOf(DeliverSm.class);
    }

    @Test
    void twice() throws Exception {
        try (Stage stage = Stage.withPreset("twice");
                WireClient client = stage.client()) {
            send(client, 1);
            assertThat(client.read(3)).filteredOn(DeliverSm.class::isInstance).hasSize(2);
        }
    }

    @Test
    void hexer() throws Exception {
        try (Stage stage = Stage.withPreset("hexer");
                WireClient client = stage.client()) {
            send(client, 1);
            String id = ((SubmitSmResp) client.read()).getMessageId();
            DeliverSm receipt = (DeliverSm) client.read();
            assertThat(text(receipt)).startsWith("id:" + Long.parseLong(id, 16) + " ");
            assertThat(Tlvs.value(receipt, Tlvs.RECEIPTED_MESSAGE_ID)).isNull();
        }
    }

    @Test
    void mumbler() throws Exception {
        try (Stage stage = Stage.withPreset("mumbler");
                WireClient client = stage.client()) {
            send(client, 1);
            assertThat(text((DeliverSm) client.read(2).get(1))).startsWith("stat:DELIVERED err:000 id:");
        }
    }

    @Test
    void mute() throws Exception {
        try (Stage stage = Stage.withPreset("mute");
                WireClient client = stage.client()) {
            send(client, 1);
            assertThat(client.read(2).get(1)).isInstanceOf(DataSm.class);
        }
    }

    @Test
    void flapping() throws Exception {
        try (Stage stage = Stage.withPreset("flapping");
                WireClient client = stage.client()) {
            assertThat(client.readToEnd()).isZero();
        }
    }

    @Test
    void closed() throws Exception {
        try (Stage stage = Stage.withPreset("closed");
                WireClient client = new WireClient(stage.simulator().smppPort())) {
            assertThat(client.bind()).isEqualTo(SMPPConstant.STAT_ESME_RBINDFAIL);
        }
    }

    @Test
    void silent() throws Exception {
        try (Stage stage = Stage.with(new JsonObject());
                WireClient client = stage.client()) {
            Stage.await(stage.simulator().preset("silent"));
            client.ask();
            assertThat(client.isSilentFor(200)).isTrue();
        }
    }

    @Test
    void lossy() throws Exception {
        try (Stage stage = Stage.withPreset("lossy");
                WireClient client = stage.client()) {
            send(client, 500);
            stage.awaitStatistic("pdus", 500);
            assertThat(stage.statistic("submitted")).isBetween(470L, 499L);
        }
    }

    @Test
    void garbled() throws Exception {
        try (Stage stage = Stage.withPreset("garbled")) {
            int broken = 0;
            for (int i = 0; i < 400 && broken == 0; i++) {
                try (WireClient client = stage.client()) {
                    client.submitQuietly("1202555" + (1000 + i), "Hello");
                    byte[] frame = client.frame();
                    boolean good = frame.length >= 16
                            && PduDecoder.decode(frame, 0, frame.length) instanceof Frame.Pdu pdu
                            && pdu.command() instanceof SubmitSmResp;
                    broken += good ? 0 : 1;
                }
            }
            assertThat(broken).isEqualTo(1);
        }
    }

    @Test
    void reader() throws Exception {
        try (Stage stage = Stage.withPreset("reader");
                WireClient client = stage.client()) {
            for (int i = 0; i < 3_000; i++) {
                client.submit(PHONE, "Hello, this is a text of some length, so that it takes a while");
            }
            stage.awaitStatistic("pdus", 1);
            assertThat(stage.statistic("pdus")).isLessThan(3_000);
        }
    }

    @Test
    void busyThumbs() throws Exception {
        try (Stage stage = Stage.withPreset("busyThumbs");
                WireClient client = stage.client()) {
            for (int i = 0; i < 60; i++) {
                client.submit("1202555" + (1000 + i), "Look at http://127.0.0.1:1/x");
            }
            stage.awaitStatistic("clicksWaiting", 60);
            assertThat(client.read(121))
                    .anyMatch(pdu -> pdu instanceof DeliverSm reply
                            && reply.getEsmClass() == 0
                            && text(reply).equals("STOP"));
        }
    }

    @Test
    void badFriday() throws Exception {
        assertThat(statuses("badFriday", 400)).contains(0, 0x0B).containsAnyOf(0x58, 0x14);
    }

    private static Command first(String preset) throws Exception {
        try (Stage stage = Stage.withPreset(preset);
                WireClient client = stage.client()) {
            send(client, 1);
            return client.read();
        }
    }

    private static List<Integer> statuses(String preset, int number) throws Exception {
        try (Stage stage = Stage.withPreset(preset);
                WireClient client = stage.client()) {
            send(client, number);
            List<Integer> statuses = new ArrayList<>();
            while (statuses.size() < number * 9 / 10) {
                Command next = client.read();
                if (next instanceof SubmitSmResp) {
                    statuses.add(next.getCommandStatus());
                }
            }
            return statuses;
        }
    }

    private static void send(WireClient client, int number) throws Exception {
        for (int i = 0; i < number; i++) {
            client.submit("1202555" + (1000 + i), "Hello");
        }
    }

    private static String text(DeliverSm pdu) {
        return new String(pdu.getShortMessage(), StandardCharsets.ISO_8859_1);
    }
}
