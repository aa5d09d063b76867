package io.postrider.smpp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.smpp.wire.Tlvs;
import java.util.List;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSmResp;
import org.junit.jupiter.api.Test;

/** What SMPP 5.0's congestion_state does to the window. */
class CongestionTest {
    private static int after(Congestion congestion, int state, int answers) {
        int limit = 0;
        for (int i = 0; i < answers; i++) {
            limit = congestion.limit(state);
        }
        return limit;
    }

    @Test
    void aCongestedOperatorHalvesTheWindowOnceAWindowAndDownToOne() {
        var congestion = new Congestion(100);

        assertThat(congestion.limit(100)).isEqualTo(50);
        assertThat(after(congestion, 100, 100)).isEqualTo(50);
        assertThat(congestion.limit(100)).isEqualTo(25);
        assertThat(after(congestion, 100, 10_000)).isEqualTo(1);
    }

    @Test
    void anOperatorThatIsNearlyCongestedGetsATenthLessAndOneAtItsBestTheSame() {
        var congestion = new Congestion(100);

        assertThat(congestion.limit(95)).isEqualTo(90);
        assertThat(after(congestion, 85, 1_000)).isEqualTo(90);
    }

    @Test
    void theWindowGrowsBackWhenTheOperatorIsIdle() {
        var congestion = new Congestion(100);
        after(congestion, 100, 1_000);

        assertThat(congestion.isLimiting()).isTrue();
        assertThat(after(congestion, 10, 10_000)).isEqualTo(100);
        assertThat(congestion.isLimiting()).isFalse();
    }

    @Test
    void theGatewayHeedsIt() throws Exception {
        var smsc = new ScriptedSmsc();
        ScriptedSmsc.Held held = smsc.hold();
        try (var gateway =
                RunningGateway.start(RunningGateway.with(smsc.settings(), "window", "4", "version", "5.0"))) {
            gateway.offer(RunningGateway.messages(8));
            List<ScriptedSmsc.HeldSubmit> first = held.next(4);
            smsc.run(() -> {
                SubmitSmResp answer = (SubmitSmResp) smsc.taken(first.get(0).pdu());
                answer.setOptionalParameters(new OptionalParameter[] {Tlvs.of(Tlvs.CONGESTION_STATE, (byte) 100)});
                first.get(0).connection().send(answer);
                first.get(0).connection().send(smsc.taken(first.get(1).pdu()));
            });
            assertThat(gateway.host().outcomes(2)).hasSize(2);
            assertThat(held.left()).isZero();
            smsc.take(first.get(2));
            held.next();
        } finally {
            smsc.close();
        }
    }
}
