package io.postrider.simulator.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.simulator.Account;
import io.postrider.simulator.SimulatorSettings;
import io.postrider.simulator.behaviour.Behaviour;
import io.postrider.simulator.junit.SimulatorExtension;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A simulator with settings of one's own, as a field. */
class ShopWithItsOwnAccountTest {
    @RegisterExtension
    static final SimulatorExtension SMSC = SimulatorExtension.with(SimulatorSettings.onFreePorts()
            .with(Account.of("shop", "secret"))
            .with(Behaviour.usual().withShares(0, 100, 0)));

    private Shop shop;

    @BeforeEach
    void open() throws Exception {
        shop = new Shop(SMSC.smppPort(), "shop", "secret");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aMessageThatCannotBeDeliveredIsReportedSo() throws Exception {
        String id = shop.send("12025550101", "Hello");

        assertThat(shop.receipt(id).get(15, TimeUnit.SECONDS)).isEqualTo("UNDELIV");
        assertThat(SMSC.smsc().awaitMessage("12025550101", "undelivered").account())
                .isEqualTo("shop");
    }
}
