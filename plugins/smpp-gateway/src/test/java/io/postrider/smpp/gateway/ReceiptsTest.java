package io.postrider.smpp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.Inbound;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.ReceiptState;
import io.postrider.smpp.wire.SmppConnection;
import io.postrider.smpp.wire.Tlvs;
import java.util.concurrent.CompletableFuture;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AbstractSmRespCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When receipts come, how often, and what the operator hears of it (SMPP 3.4 section 4.6 and Appendix B). */
class ReceiptsTest {
    private final ScriptedSmsc smsc;

    ReceiptsTest() throws Exception {
        smsc = new ScriptedSmsc();
    }

    @AfterEach
    void closeOperator() throws Exception {
        smsc.close();
    }

    private RunningGateway start(String... more) throws Exception {
        return RunningGateway.start(RunningGateway.with(smsc.settings(), more));
    }

    private static Inbound.Receipt receipt(RunningGateway gateway) throws InterruptedException {
        return (Inbound.Receipt) gateway.host().inbound(1).get(0);
    }

    @Test
    void theOperatorIsAnsweredOnceTheReceiptIsDurableAndNotBefore() throws Exception {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        try (var gateway = start()) {
            gateway.host().storeWhen(stored);
            smsc.withConnections(connection -> connection.send(Deliveries.receipt(5, "id:1 stat:DELIVRD")));
            receipt(gateway);
            assertThat(smsc.waiting(SMPPConstant.CID_DELIVER_SM_RESP)).isZero();
            stored.complete(null);

            var answer = (AbstractSmRespCommand) smsc.await(SMPPConstant.CID_DELIVER_SM_RESP);
            assertThat(answer.getSequenceNumber()).isEqualTo(5);
            assertThat(answer.getCommandStatus()).isZero();
            assertThat(answer.getMessageId()).isEmpty();
        }
    }

    @Test
    void whatCannotBeStoredIsLeftToTheOperatorForLater() throws Exception {
        try (var gateway = start()) {
            gateway.host().storeWhen(CompletableFuture.failedFuture(new IllegalStateException("disk full")));
            smsc.withConnections(connection -> connection.send(Deliveries.receipt(5, "id:1 stat:DELIVRD")));

            assertThat(smsc.await(SMPPConstant.CID_DELIVER_SM_RESP).getCommandStatus())
                    .isEqualTo(SMPPConstant.STAT_ESME_RX_T_APPN);
            gateway.host().storeWhen(CompletableFuture.completedFuture(null));
            smsc.withConnections(connection -> connection.send(Deliveries.receipt(6, "id:1 stat:DELIVRD")));
            assertThat(smsc.await(SMPPConstant.CID_DELIVER_SM_RESP).getCommandStatus())
                    .isZero();
        }
    }

    @Test
    void aReceiptBeforeTheAnswerToItsSubmitIsHandedOverAndSoIsItsCopy() throws Exception {
        smsc.onSubmit((connection, pdu) -> {
            connection.send(Deliveries.receipt(1, "id:9 stat:DELIVRD"));
            connection.send(Deliveries.receipt(2, "id:9 stat:DELIVRD"));
            connection.send(ScriptedSmsc.taken(pdu, "9"));
        });
        try (var gateway = start()) {
            gateway.submit(1, "quick");

            assertThat(gateway.outcome(Outcome.Accepted.class).operatorIds()).containsExactly("9");
            assertThat(gateway.host().inbound(2))
                    .allMatch(
                            inbound -> ((Inbound.Receipt) inbound).operatorId().equals("9"));
        }
    }

    @Test
    void receiptsComeAfterAReconnectAndOnAnotherBindThanTheirMessage() throws Exception {
        try (var gateway = start("mode", "transmitter+receiver")) {
            smsc.await(SMPPConstant.CID_BIND_TRANSMITTER);
            smsc.await(SMPPConstant.CID_BIND_RECEIVER);
            gateway.submit(1, "goes by the transmitter");
            gateway.outcome(Outcome.Accepted.class);
            smsc.withConnections(SmppConnection::abort);
            smsc.on(SMPPConstant.CID_BIND_RECEIVER, (connection, pdu) -> {
                connection.send(ScriptedSmsc.bindAnswer(pdu, SMPPConstant.STAT_ESME_ROK));
                connection.send(Deliveries.receipt(1, "id:1 stat:DELIVRD"));
            });

            assertThat(receipt(gateway).operatorId()).isEqualTo("1");
            smsc.await(SMPPConstant.CID_DELIVER_SM_RESP);
        }
    }

    @Test
    void aReceiptInDataSmIsReadAndAnsweredByItsOwnResponse() throws Exception {
        try (var gateway = start()) {
            smsc.withConnections(connection -> connection.send(Deliveries.data(
                    4,
                    Tlvs.ofString(Tlvs.RECEIPTED_MESSAGE_ID, "77"),
                    Tlvs.of(Tlvs.MESSAGE_STATE, (byte) 5),
                    Tlvs.of(Tlvs.NETWORK_ERROR_CODE, (byte) 3, (byte) 0, (byte) 21))));

            assertThat(receipt(gateway))
                    .satisfies(read -> assertThat(read.operatorId()).isEqualTo("77"))
                    .satisfies(read -> assertThat(read.state()).isEqualTo(ReceiptState.UNDELIVERABLE))
                    .satisfies(read -> assertThat(read.code()).isEqualTo("3:21"));
            assertThat(smsc.await(SMPPConstant.CID_DATA_SM_RESP).getSequenceNumber())
                    .isEqualTo(4);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "asis,    00AbC,    00AbC",
        "auto,    00ABC,    abc",
        "auto,    0123,     123",
        "respHex, 1F,       31",
        "respHex, 0000001f, 0000000031",
        "dlrHex,  31,       1f",
        "dlrHex,  0031,     0000001F",
        "respHex, 5f2b-x,   5F2B-X"
    })
    void anIdIsTheSameInTheResponseAndInTheReceiptHoweverTheOperatorWritesIt(
            String setting, String inResponse, String inReceipt) throws Exception {
        smsc.onSubmit((connection, pdu) -> {
            connection.send(ScriptedSmsc.taken(pdu, inResponse));
            connection.send(Deliveries.receipt(1, "id:" + inReceipt + " stat:DELIVRD"));
            connection.send(Deliveries.receipt(
                    2, "id:other stat:DELIVRD", Tlvs.ofString(Tlvs.RECEIPTED_MESSAGE_ID, inReceipt)));
        });
        try (var gateway = start("receipt-id", setting)) {
            gateway.submit(1, "message");
            String id = gateway.outcome(Outcome.Accepted.class).operatorIds().get(0);

            assertThat(gateway.host().inbound(2))
                    .extracting(inbound -> ((Inbound.Receipt) inbound).operatorId())
                    .containsExactly(id, id);
        }
    }
}
