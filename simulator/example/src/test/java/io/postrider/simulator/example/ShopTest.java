package io.postrider.simulator.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postrider.simulator.SmsMessage;
import io.postrider.simulator.Smsc;
import io.postrider.simulator.junit.SmscSimulator;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** One simulator for all tests of the class, reset before each of them, as a parameter. */
@SmscSimulator(preset = "kind")
class ShopTest {
    private static final String PHONE = "12025550101";

    @Test
    void aMessageArrivesAndItsReceiptComesBack(Smsc smsc) throws Exception {
        try (var shop = new Shop(smsc.smppPort(), "postrider", "simulate")) {
            String id = shop.send(PHONE, "Your parcel is here");

            assertThat(shop.receipt(id).get(15, TimeUnit.SECONDS)).isEqualTo("DELIVRD");
            SmsMessage message = smsc.awaitReceipt(PHONE);
            assertThat(message.text()).isEqualTo("Your parcel is here");
            assertThat(message.from()).isEqualTo("Shop");
            assertThat(message.encoding()).isEqualTo("GSM-7");
        }
    }

    @Test
    void aThrottledMessageIsTriedAgain(@SmscSimulator(preset = "throttling") Smsc smsc) throws Exception {
        smsc.behave(
                "{faults: {throttle: 5}}"); // the preset allows 50 a second, and a busy machine may not send as many
        try (var shop = new Shop(smsc.smppPort(), "postrider", "simulate")) {
            for (int i = 0; i < 8; i++) {
                shop.send("1202555010" + i, "Hello");
            }
        }
        assertThat(smsc.awaitMessages(8, Duration.ofSeconds(10))).hasSize(8);
        assertThat(smsc.count("throttled")).isPositive();
    }

    @Test
    void whoWritesStopGetsNoMore(Smsc smsc) throws Exception {
        try (var shop = new Shop(smsc.smppPort(), "postrider", "simulate")) {
            shop.send(PHONE, "Sale!");
            smsc.awaitMessage(PHONE, "delivered");
            smsc.reply(PHONE, "Shop", "STOP");

            assertThat(shop.reply(PHONE).get(15, TimeUnit.SECONDS)).isEqualTo("STOP");
            assertThatThrownBy(() -> shop.send(PHONE, "Sale!")).hasMessage(PHONE + " wants no more messages");
            assertThat(smsc.messages(PHONE)).hasSize(1);
        }
    }
}
