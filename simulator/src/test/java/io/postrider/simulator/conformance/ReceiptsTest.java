package io.postrider.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.simulator.Esme;
import io.postrider.simulator.behaviour.Behaviour;
import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.Tlvs;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Bind;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.SubmitSmResp;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptsTest extends Conformance {
    private static String text(DeliverSm receipt) {
        return new String(receipt.getShortMessage(), StandardCharsets.ISO_8859_1);
    }

    private static SubmitSm wanting(int registeredDelivery) {
        SubmitSm pdu = message();
        pdu.setRegisteredDelivery((byte) registeredDelivery);
        return pdu;
    }

    private static List<String> phones(int count) {
        List<String> phones = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            phones.add("1202555" + (1000 + i));
        }
        return phones;
    }

    @Test
    @DisplayName("S8 a transmitter gets no deliver_sm; a receiver that comes later gets what waited in order")
    void whatWaitsComesToAReceiverInOrder() throws Exception {
        start();
        Wire transmitter = transmitter();
        for (String phone : phones(50)) {
            assertThat(transmitter.status(Esme.message(phone, "Hello"))).isZero();
        }
        int question = transmitter.send(CommandIds.request(SMPPConstant.CID_ENQUIRE_LINK, 0));
        assertThat(transmitter.read().getSequenceNumber()).isEqualTo(question);

        Wire receiver = receiver();
        List<String> came = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            DeliverSm receipt = receiver.readDelivery();
            came.add(receipt.getSourceAddr());
            receiver.acknowledge(receipt, 0);
        }
        assertThat(came).isEqualTo(phones(50));
        awaitStatistic("receiptsWaiting", 0);
    }

    @Test
    @DisplayName("S27 a client of SMPP 3.3 gets a receipt in words alone")
    void aClientOfAnOlderVersionGetsReceiptsWithoutOptionalParameters() throws Exception {
        start();
        Wire wire = connect();
        Bind bind = Wire.bindRequest(SMPPConstant.CID_BIND_TRANSCEIVER, "postrider", "simulate");
        bind.setInterfaceVersion((byte) 0x33);
        wire.ask(bind);
        wire.send(message());

        DeliverSm receipt = wire.readDelivery();
        assertThat(text(receipt)).contains("stat:DELIVRD");
        assertThat(receipt.getOptionalParameters()).isEmpty();
    }

    @Test
    @DisplayName("S25 after unbind nothing more is delivered, and what was not answered waits for the next bind")
    void unbindLeavesReceiptsForTheNextBind() throws Exception {
        start();
        Wire wire = transceiver();
        wire.send(message());
        wire.readDelivery();
        Command answer = wire.ask(CommandIds.request(SMPPConstant.CID_UNBIND, 0));
        assertThat(answer.getCommandId()).isEqualTo(SMPPConstant.CID_UNBIND_RESP);
        assertThat(answer.getCommandStatus()).isZero();
        wire.assertEnds();
        assertThat(receiver().readDelivery().getSourceAddr()).isEqualTo(PHONE);
    }

    @ParameterizedTest
    @CsvSource({"0, 100, false", "0, 0, false", "1, 100, true", "1, 0, true", "2, 100, false", "2, 0, true"})
    @DisplayName("S26 registered_delivery says which outcomes are reported")
    void registeredDeliverySaysWhatIsReported(int wanted, int delivered, boolean reported) throws Exception {
        start(QUICK.withShares(delivered, 100 - delivered, 0));
        Wire wire = transceiver();
        assertThat(wire.status(wanting(wanted))).isZero();
        if (reported) {
            assertThat(Tlvs.number(wire.readDelivery(), Tlvs.MESSAGE_STATE)).hasValue(delivered > 0 ? 2 : 5);
        } else {
            int question = wire.send(CommandIds.request(SMPPConstant.CID_ENQUIRE_LINK, 0));
            assertThat(wire.read().getSequenceNumber()).isEqualTo(question);
            assertThat(statistic("receiptsWaiting")).isZero();
        }
    }

    @Test
    @DisplayName("S26 registered_delivery 0x10 brings an intermediate notification of esm_class 0x20 and no receipt")
    void intermediateNotificationsComeFirst() throws Exception {
        start();
        Wire wire = transceiver();
        wire.send(wanting(0x10));
        DeliverSm alone = wire.readDelivery();
        assertThat(alone.getEsmClass()).isEqualTo((byte) 0x20);
        assertThat(Tlvs.number(alone, Tlvs.MESSAGE_STATE)).hasValue(1);
        assertThat(text(alone)).contains("stat:ENROUTE");

        wire.send(wanting(0x11));
        assertThat(wire.readDelivery().getEsmClass()).isEqualTo((byte) 0x20);
        assertThat(wire.readDelivery().getEsmClass()).isEqualTo((byte) 0x04);
    }

    @Test
    @DisplayName("S26 a validity_period that ends before the receipt is due reports EXPIRED")
    void aValidityThatEndsEarlyExpiresTheMessage() throws Exception {
        start(QUICK.withTimes(Duration.ZERO, Duration.ofMinutes(10)));
        Wire wire = transceiver();
        SubmitSm pdu = wanting(2);
        pdu.setValidityPeriod("000000000000000R");
        wire.send(pdu);
        DeliverSm receipt = wire.readDelivery();
        assertThat(Tlvs.number(receipt, Tlvs.MESSAGE_STATE)).hasValue(3);
        assertThat(text(receipt)).contains("stat:EXPIRED");
    }

    @Test
    @DisplayName("S27 a receipt has swapped addresses, esm_class 4, and 001E and 0427")
    void aReceiptIsByTheBook() throws Exception {
        start();
        Wire wire = transceiver();
        var answer = (SubmitSmResp) wire.ask(message());
        DeliverSm receipt = wire.readDelivery();

        assertThat(receipt.getEsmClass()).isEqualTo((byte) 4);
        assertThat(receipt.getSourceAddr()).isEqualTo(PHONE);
        assertThat(receipt.getDestAddress()).isEqualTo("Shop");
        assertThat(receipt.getDestAddrTon()).isEqualTo((byte) 5);
        assertThat(Tlvs.string(receipt, Tlvs.RECEIPTED_MESSAGE_ID)).isEqualTo(answer.getMessageId());
        assertThat(Tlvs.number(receipt, Tlvs.MESSAGE_STATE)).hasValue(2);
        assertThat(text(receipt)).startsWith("id:" + answer.getMessageId() + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"decimal", "hex", "HEX", "padded"})
    @DisplayName("S27 the id of a receipt may be written in another way than in the response")
    void theIdOfAReceiptMayBeWrittenOtherwise(String form) throws Exception {
        Behaviour behaviour = QUICK.with(new JsonObject().put("dialect", new JsonObject().put("receiptId", form)));
        start(behaviour);
        Wire wire = transceiver();
        long id = Long.parseLong(((SubmitSmResp) wire.ask(message())).getMessageId());
        String expected =
                switch (form) {
                    case "hex" -> String.format("%x", id);
                    case "HEX" -> String.format("%X", id);
                    case "padded" -> String.format("%020d", id);
                    default -> Long.toString(id);
                };
        DeliverSm receipt = wire.readDelivery();
        assertThat(Tlvs.string(receipt, Tlvs.RECEIPTED_MESSAGE_ID)).isEqualTo(expected);
        assertThat(text(receipt)).startsWith("id:" + expected + " ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x64, 0x58, 0x14, 0x08})
    @DisplayName("S28 a deliver_sm that the client wants later comes again with a new sequence_number")
    void aDeliveryThatIsWantedLaterComesAgain(int status) throws Exception {
        start();
        Wire wire = transceiver();
        wire.send(message());
        DeliverSm first = wire.readDelivery();
        wire.acknowledge(first, status);
        DeliverSm second = wire.readDelivery();
        assertThat(second.getSequenceNumber()).isNotEqualTo(first.getSequenceNumber());
        assertThat(second.getShortMessage()).isEqualTo(first.getShortMessage());
        wire.acknowledge(second, 0);
        awaitStatistic("receiptsWaiting", 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x65, 0x66})
    @DisplayName("S28 a deliver_sm that the client never wants is dropped")
    void aDeliveryThatIsNeverWantedIsDropped(int status) throws Exception {
        start();
        Wire wire = transceiver();
        wire.send(message());
        wire.acknowledge(wire.readDelivery(), status);
        awaitStatistic("receiptsWaiting", 0);
        assertThat(statistic("receipts")).isZero();
        wire.send(Esme.message("12025550102", "Hello"));
        assertThat(wire.readDelivery().getSourceAddr()).isEqualTo("12025550102");
    }
}
