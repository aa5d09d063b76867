package io.postrider.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postrider.simulator.junit.SimulatorExtension;
import io.postrider.simulator.junit.SmscSimulator;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SmscRegisteredTest {
    private static final String PHONE = "12025550101";

    @RegisterExtension
    static final SimulatorExtension SHARED = SimulatorExtension.with(SimulatorSettings.onFreePorts());

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @RepeatedTest(2)
    void theTestsOfAClassShareOneThatForgetsInBetween(Smsc smsc) throws Exception {
        assertThat(smsc).isSameAs(SHARED.smsc());
        assertThat(smsc.messages()).isEmpty();
        var esme = new Esme(vertx, SHARED.smppPort(), true).bound();
        esme.send(Esme.message(PHONE, "Hello"));
        esme.send(Esme.message("12025550102", "Hello"));
        assertThat(smsc.awaitMessages(2, Duration.ofSeconds(10)))
                .extracting(SmsMessage::phone)
                .containsExactly(PHONE, "12025550102");
        assertThat(smsc.messages("+12025550102")).hasSize(1);
    }

    @Test
    void aParameterMayHaveAnotherBesides(@SmscSimulator(preset = "kind") Smsc other, Smsc smsc) {
        assertThat(smsc).isSameAs(SHARED.smsc()).isNotSameAs(other);
        assertThat(other.httpPort()).isNotEqualTo(SHARED.httpPort());
    }

    @Test
    void whatDoesNotComeIsSaidTogetherWithWhatCameInstead(Smsc smsc) throws Exception {
        new Esme(vertx, smsc.smppPort(), true).bound().send(Esme.message(PHONE, "Hello"));
        smsc.awaitMessage(PHONE, "delivered");

        assertThatThrownBy(() -> smsc.awaitMessages(2, Duration.ofMillis(50)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Only 1 of 2 complete messages came within 50 ms. What came:\n  " + PHONE
                        + " from Shop: \"Hello\" (delivered)\n"
                        + "And: binds 1, sessions 1, pdus 1, refused 0, throttled 0, malformed 0, incomplete 0");
        smsc.reset();
        assertThatThrownBy(() -> smsc.awaitMessages(1, Duration.ofMillis(50), message -> true))
                .hasMessageStartingWith("Only 0 of 1 messages that fit came within 50 ms. No message came at all.");
    }

    @Test
    void aReplyAndALostConnectionReachTheClient(Smsc smsc) throws Exception {
        var esme = new Esme(vertx, smsc.smppPort(), true).bound();
        esme.send(Esme.message(PHONE, "Hello"));
        smsc.awaitReceipt(PHONE);
        esme.awaitDelivery();
        smsc.reply(PHONE, "Shop", "STOP");
        assertThat(new String(esme.awaitDelivery().getShortMessage(), StandardCharsets.US_ASCII))
                .isEqualTo("STOP");
        smsc.dropSessions();
        assertThat(esme.await(Esme.CLOSED).getCommandId()).isEqualTo(Esme.CLOSED);
    }

    @Test
    void aPresetCanBeChangedToAndAnUnknownOneIsSaid(Smsc smsc) throws Exception {
        smsc.preset("closed");
        assertThat(new Esme(vertx, smsc.smppPort(), true)
                        .bind(SMPPConstant.CID_BIND_TRANSCEIVER, "postrider", "simulate"))
                .isEqualTo(SMPPConstant.STAT_ESME_RBINDFAIL);
        assertThatThrownBy(() -> smsc.preset("nice"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no preset \"nice\".");
        assertThatThrownBy(() -> smsc.behave("{latncy: 5}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no setting \"latncy\".");
        assertThatThrownBy(() -> smsc.count("nonsense")).isInstanceOf(IllegalArgumentException.class);
    }
}
