package io.postrider.simulator.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.simulator.scenario.Presets;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same seed and the same input give the same octets, whatever goes wrong meanwhile. */
@Timeout(60)
class DeterminismTest {
    private static final int MESSAGES = 300;
    private static final int STEPS = 200;

    @Test
    void theSameSeedGivesTheSameOctets() throws Exception {
        byte[] first = run(7);
        assertThat(first.length).isGreaterThan(MESSAGES * 20);
        assertThat(run(7)).isEqualTo(first);
        assertThat(run(8)).isNotEqualTo(first);
    }

    /** A bad evening on one session, without what ends the session, in steps of a clock that stands still between. */
    private static byte[] run(long seed) throws Exception {
        JsonObject evening = Presets.of("badFriday").changes().copy();
        evening.getJsonObject("faults")
                .put("dropEvery", 0)
                .put("cut", 0)
                .put("garble", 0)
                .put("throttle", 100);
        var clock = new SteppedClock();
        try (Stage stage = Stage.with(evening.put("seed", seed), clock);
                WireClient client = stage.client()) {
            var octets = new ByteArrayOutputStream();
            for (int i = 0; i < MESSAGES; i++) {
                client.submit("1202555" + (1000 + i), "Hello number " + i);
            }
            stage.awaitStatistic("pdus", MESSAGES);
            for (int step = 0; step < STEPS; step++) {
                clock.advance(1_000);
                stage.behave(Stage.kind().mergeIn(evening, false));
            }
            client.ask();
            List<byte[]> frames = frames(client);
            frames.forEach(octets::writeBytes);
            return octets.toByteArray();
        }
    }

    private static List<byte[]> frames(WireClient client) throws Exception {
        List<byte[]> frames = new ArrayList<>();
        while (true) {
            byte[] frame = client.frame();
            frames.add(frame);
            int command = frame[0] == 0 && frame.length >= 16 ? (frame[7] & 0xFF) | ((frame[4] & 0xFF) << 24) : 0;
            if (command == SMPPConstant.CID_ENQUIRE_LINK_RESP) {
                return frames;
            }
        }
    }
}
