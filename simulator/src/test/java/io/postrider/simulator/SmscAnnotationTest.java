package io.postrider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.simulator.junit.SmscSimulator;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@SmscSimulator(preset = "kind", seed = 7)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SmscAnnotationTest {
    private static final String PHONE = "12025550101";
    private static int portOfTheClass;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    private Esme bound(Smsc smsc) throws Exception {
        return new Esme(vertx, smsc.smppPort(), true).bound();
    }

    @Test
    @Order(1)
    void itBehavesAsThePresetAndSeedSay(Smsc smsc) throws Exception {
        portOfTheClass = smsc.smppPort();
        bound(smsc).send(Esme.message(PHONE, "Hello"));
        SmsMessage message = smsc.awaitMessage("+" + PHONE, "delivered");
        smsc.behave("{faults: {throttle: 5}}");

        assertThat(smsc.statistics()).containsEntry("seed", 7L);
        assertThat(message.text()).isEqualTo("Hello");
        assertThat(message.from()).isEqualTo("Shop");
        assertThat(message.endedAt()).isNotNull();
    }

    @Test
    @Order(2)
    void theTestsOfAClassShareOneThatForgetsInBetween(Smsc smsc, Simulator same) {
        assertThat(same).isSameAs(smsc.simulator());
        assertThat(smsc.smppPort()).isEqualTo(portOfTheClass);
        assertThat(smsc.messages()).isEmpty();
        assertThat(smsc.statistics()).containsEntry("preset", "kind").containsEntry("seed", 7L);
        assertThat(smsc.statistics().get("faultsOn")).hasToString("[]");
    }

    @Test
    @SmscSimulator(account = "shop", password = "secret")
    void aMethodHasItsOwn(Smsc smsc) throws Exception {
        var esme = new Esme(vertx, smsc.smppPort(), true);
        assertThat(esme.bind(SMPPConstant.CID_BIND_TRANSCEIVER, "shop", "secret"))
                .isZero();
        assertThat(smsc.statistics()).containsEntry("preset", null);
    }

    @Test
    void aParameterHasItsOwn(@SmscSimulator(preset = "closed") Smsc closed, @SmscSimulator Smsc open) throws Exception {
        assertThat(new Esme(vertx, closed.smppPort(), true)
                        .bind(SMPPConstant.CID_BIND_TRANSCEIVER, "postrider", "simulate"))
                .isEqualTo(SMPPConstant.STAT_ESME_RBINDFAIL);
        bound(open);
        assertThat(open.count("binds")).isEqualTo(1);
    }

    @Test
    void aScenarioSaysWhoMayBindAndHowItBehaves(@SmscSimulator(scenario = "refusing.yaml") Smsc smsc) throws Exception {
        var esme = new Esme(vertx, smsc.smppPort(), true);
        assertThat(esme.bind(SMPPConstant.CID_BIND_TRANSCEIVER, "shop", "secret"))
                .isZero();
        esme.send(Esme.message(PHONE, "Hello"));
        assertThat(esme.await(SMPPConstant.CID_SUBMIT_SM_RESP).getCommandStatus())
                .isEqualTo(SMPPConstant.STAT_ESME_RINVDSTADR);
    }

    @Test
    void timesCanBeChosen(@SmscSimulator(preset = "slow", latency = 0, receiptDelay = 0) Smsc smsc) throws Exception {
        bound(smsc).send(Esme.message(PHONE, "Hello"));
        assertThat(smsc.awaitReceipt(PHONE).isReceipted()).isTrue();
        assertThat(smsc.awaitMessages(1, Duration.ofSeconds(10))).hasSize(1);
    }

    @Nested
    class Inside {
        @Test
        void aNestedClassSharesItToo(Smsc smsc) {
            assertThat(smsc.statistics()).containsEntry("preset", "kind");
        }
    }

    @Nested
    @SmscSimulator(preset = "silent")
    class InsideWithAnother {
        @Test
        void aNestedClassCanHaveAnother(Smsc smsc) {
            assertThat(smsc.statistics()).containsEntry("preset", "silent");
        }
    }
}
