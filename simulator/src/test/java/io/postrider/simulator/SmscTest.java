package io.postrider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.simulator.behaviour.Behaviour;
import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.Tlvs;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.SubmitSmResp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmscTest {
    private static final Behaviour QUICK = Behaviour.usual()
            .withTimes(Duration.ZERO, Duration.ZERO)
            .withShares(100, 0, 0)
            .withClick(0);

    private final Vertx vertx = Vertx.vertx();
    private Simulator simulator = new Simulator(SimulatorSettings.onFreePorts().with(QUICK));

    @AfterEach
    void close() throws Exception {
        await(simulator.stop());
        await(vertx.close());
    }

    @Test
    void aSubmitIsAnsweredWithAnIdThatItsReceiptNames() throws Exception {
        Esme esme = start(QUICK).bound();
        SubmitSm submit = Esme.message("12025550101", "Hello");
        submit.setOptionalParameters(
                new OptionalParameter[] {Tlvs.of(Tlvs.USER_MESSAGE_REFERENCE, (byte) 1, (byte) 2)});
        esme.send(submit);

        var answer = (SubmitSmResp) esme.await(SMPPConstant.CID_SUBMIT_SM_RESP);
        DeliverSm receipt = esme.awaitDelivery();

        assertThat(answer.getCommandStatus()).isZero();
        assertThat(receipt.getEsmClass()).isEqualTo((byte) 4);
        assertThat(receipt.getSourceAddr()).isEqualTo("12025550101");
        assertThat(receipt.getDestAddress()).isEqualTo("Shop");
        assertThat(Tlvs.string(receipt, Tlvs.RECEIPTED_MESSAGE_ID)).isEqualTo(answer.getMessageId());
        assertThat(Tlvs.number(receipt, Tlvs.MESSAGE_STATE)).hasValue(2);
        assertThat(Tlvs.number(receipt, Tlvs.USER_MESSAGE_REFERENCE)).hasValue(0x0102);
        assertThat(new String(receipt.getShortMessage(), StandardCharsets.ISO_8859_1))
                .startsWith("id:" + answer.getMessageId() + " sub:001 dlvrd:001 submit date:")
                .contains(" stat:DELIVRD err:000 text:Hello");
    }

    @Test
    void everySubmitIsCountedEvenIfItIsRefused() throws Exception {
        Esme esme = start(QUICK).bound();
        esme.send(Esme.message("12025550101", "Hello"));
        esme.send(Esme.message("not a phone", "Hello"));
        esme.await(SMPPConstant.CID_SUBMIT_SM_RESP);
        Command refusal = esme.await(SMPPConstant.CID_SUBMIT_SM_RESP);

        assertThat(refusal.getCommandStatus()).isEqualTo(SMPPConstant.STAT_ESME_RINVDSTADR);
        JsonObject statistics = await(simulator.statistics());
        assertThat(statistics.getLong("pdus")).isEqualTo(2);
        assertThat(statistics.getLong("submitted")).isEqualTo(1);
        assertThat(statistics.getLong("refused")).isEqualTo(1);
        assertThat(statistics.getLong("phones")).isEqualTo(1);
    }

    @Test
    void receiptsThatAKilledClientDidNotAcknowledgeComeAgainOnTheNextBind() throws Exception {
        Esme killed = start(QUICK, false).bound();
        Set<String> unanswered = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            killed.send(Esme.message("1202555" + (1000 + i), "Hello"));
        }
        for (int i = 0; i < 50; i++) {
            unanswered.add(killed.awaitDelivery().getSourceAddr());
        }
        killed.kill();
        killed.await(Esme.CLOSED);

        Esme transmitter = new Esme(vertx, simulator.smppPort(), true).bound(SMPPConstant.CID_BIND_TRANSMITTER);
        Esme receiver = new Esme(vertx, simulator.smppPort(), true).bound(SMPPConstant.CID_BIND_RECEIVER);
        Set<String> again = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            again.add(receiver.awaitDelivery().getSourceAddr());
        }

        assertThat(again).isEqualTo(unanswered).hasSize(50);
        assertThat(transmitter.waiting(SMPPConstant.CID_DELIVER_SM)).isZero();
        awaitStatistic("receipts", 50);
        assertThat(await(simulator.statistics()).getLong("receiptsWaiting")).isZero();
    }

    @Test
    void aThousandReceiptsMayBeUnansweredOnABind() throws Exception {
        Esme esme = start(QUICK, false).bound();
        for (int i = 0; i < 1_000; i++) {
            esme.send(Esme.message("1202555" + (1000 + i), "Hello"));
        }
        for (int i = 0; i < 1_000; i++) {
            esme.awaitDelivery();
        }
        assertThat(await(simulator.statistics()).getLong("receiptsWaiting")).isEqualTo(1_000);
    }

    @Test
    void aReceiptThatTheClientWantsLaterComesAgain() throws Exception {
        Esme esme = start(QUICK, false).bound();
        esme.send(Esme.message("12025550101", "Hello"));
        DeliverSm first = esme.awaitDelivery();
        esme.answer(first, SMPPConstant.STAT_ESME_RX_T_APPN);
        DeliverSm second = esme.awaitDelivery();

        assertThat(second.getSequenceNumber()).isNotEqualTo(first.getSequenceNumber());
        assertThat(second.getShortMessage()).isEqualTo(first.getShortMessage());
    }

    @Test
    void aWrongPasswordIsRefusedAndTheConnectionClosed() throws Exception {
        Esme esme = start(QUICK);
        assertThat(esme.bind(SMPPConstant.CID_BIND_TRANSCEIVER, "postrider", "wrong"))
                .isEqualTo(SMPPConstant.STAT_ESME_RINVPASWD);
        esme.await(Esme.CLOSED);
    }

    @Test
    void aSecondBindIsRefusedAndTheFirstGoesOn() throws Exception {
        Esme esme = start(QUICK).bound();
        assertThat(esme.bind(SMPPConstant.CID_BIND_TRANSCEIVER, "postrider", "simulate"))
                .isEqualTo(SMPPConstant.STAT_ESME_RALYBND);
        esme.send(Esme.message("12025550101", "Hello"));
        assertThat(esme.await(SMPPConstant.CID_SUBMIT_SM_RESP).getCommandStatus())
                .isZero();
    }

    @Test
    void brokenFramesAreNackedAndHurtNobodyElse() throws Exception {
        Esme other = start(QUICK).bound();
        Esme esme = new Esme(vertx, simulator.smppPort(), true);
        esme.sendRaw(Buffer.buffer().appendInt(16).appendInt(0x99).appendInt(0).appendInt(7));
        Command unknown = esme.await(SMPPConstant.CID_GENERIC_NACK);
        esme.sendRaw(Buffer.buffer().appendInt(3));
        Command desynchronised = esme.await(SMPPConstant.CID_GENERIC_NACK);
        esme.await(Esme.CLOSED);

        assertThat(unknown.getCommandStatus()).isEqualTo(SMPPConstant.STAT_ESME_RINVCMDID);
        assertThat(unknown.getSequenceNumber()).isEqualTo(7);
        assertThat(desynchronised.getCommandStatus()).isEqualTo(SMPPConstant.STAT_ESME_RINVCMDLEN);
        other.send(CommandIds.request(SMPPConstant.CID_ENQUIRE_LINK, 0));
        other.await(SMPPConstant.CID_ENQUIRE_LINK_RESP);
    }

    @Test
    void whatHappensToAPhoneDependsOnTheSeedAlone() throws Exception {
        Behaviour mixed = QUICK.withShares(50, 30, 20).withRefused(20);
        Set<String> first = outcomes(mixed);
        await(simulator.stop());
        Set<String> second = outcomes(mixed.withTimes(Duration.ofMillis(5), Duration.ofMillis(3)));
        await(simulator.stop());
        Set<String> otherSeed = outcomes(mixed.withSeed(2));

        assertThat(second).isEqualTo(first);
        assertThat(otherSeed).isNotEqualTo(first);
    }

    private Set<String> outcomes(Behaviour behaviour) throws Exception {
        Esme esme = start(behaviour).bound();
        for (int i = 0; i < 200; i++) {
            esme.send(Esme.message("1202555" + (1000 + i), "Hello"));
        }
        awaitStatistic("pdus", 200);
        long accepted = await(simulator.statistics()).getLong("submitted");
        Set<String> outcomes = new HashSet<>();
        for (int i = 0; i < accepted; i++) {
            DeliverSm receipt = esme.awaitDelivery();
            outcomes.add(receipt.getSourceAddr() + Tlvs.number(receipt, Tlvs.MESSAGE_STATE));
        }
        return outcomes;
    }

    private Esme start(Behaviour behaviour) throws Exception {
        return start(behaviour, true);
    }

    private Esme start(Behaviour behaviour, boolean acknowledges) throws Exception {
        simulator = new Simulator(SimulatorSettings.onFreePorts().with(behaviour));
        await(simulator.start());
        return new Esme(vertx, simulator.smppPort(), acknowledges);
    }

    private void awaitStatistic(String name, long value) throws Exception {
        while (await(simulator.statistics()).getLong(name) < value) {
            Thread.onSpinWait();
        }
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(15, TimeUnit.SECONDS);
    }
}
