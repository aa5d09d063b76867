package io.postrider.smpp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.Inbound;
import io.postrider.plugin.api.Outcome;
import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.PduEncoder;
import io.postrider.smpp.wire.SmppConnection;
import io.postrider.smpp.wire.Tlvs;
import io.vertx.core.buffer.Buffer;
import java.util.Random;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator may send that is wrong, strange or in pieces (SMPP 3.4 section 3 and 4.3). */
class FramesTest {
    private final ScriptedSmsc smsc;

    FramesTest() throws Exception {
        smsc = new ScriptedSmsc();
    }

    @AfterEach
    void closeOperator() throws Exception {
        smsc.close();
    }

    private void send(Buffer octets) {
        smsc.withConnections(connection -> connection.sendRaw(octets));
    }

    private static Buffer header(int length, int commandId, int sequence) {
        return Buffer.buffer()
                .appendInt(length)
                .appendInt(commandId)
                .appendInt(0)
                .appendInt(sequence);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 15, 0x7FFFFFFF, -1, 100_000})
    void aLengthThatCannotBeIsNackedAndEndsTheConnectionWhichComesBack(int length) throws Exception {
        try (var gateway = RunningGateway.start(smsc.settings())) {
            smsc.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            send(header(length, SMPPConstant.CID_DELIVER_SM, 5));

            assertThat(smsc.await(SMPPConstant.CID_GENERIC_NACK).getCommandStatus())
                    .isEqualTo(SMPPConstant.STAT_ESME_RINVCMDLEN);
            smsc.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            gateway.submit(1, "still goes");
            assertThat(gateway.outcome(Outcome.Accepted.class).token()).isEqualTo(1);
        }
    }

    @Test
    void anUnknownRequestIsNackedWithItsNumberAndTheBindStays() throws Exception {
        try (var gateway = RunningGateway.start(smsc.settings())) {
            smsc.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            send(header(16, 0x99, 77));

            var nack = smsc.await(SMPPConstant.CID_GENERIC_NACK);
            assertThat(nack.getCommandStatus()).isEqualTo(SMPPConstant.STAT_ESME_RINVCMDID);
            assertThat(nack.getSequenceNumber()).isEqualTo(77);
            gateway.submit(1, "by the same bind");
            gateway.outcome(Outcome.Accepted.class);
            assertThat(smsc.waiting(SMPPConstant.CID_BIND_TRANSCEIVER)).isZero();
        }
    }

    @Test
    void aRequestThatOnlyAnOperatorTakesIsRefusedByItsOwnResponse() throws Exception {
        try (var gateway = RunningGateway.start(smsc.settings())) {
            smsc.withConnections(connection -> {
                var submit = Deliveries.deliver(9, 0, 0, new byte[] {'x'});
                submit.setCommandId(SMPPConstant.CID_SUBMIT_SM);
                connection.send(submit);
            });

            assertThat(smsc.await(SMPPConstant.CID_SUBMIT_SM_RESP).getCommandStatus())
                    .isEqualTo(SMPPConstant.STAT_ESME_RINVCMDID);
            assertThat(gateway.host().outcomesLeft()).isZero();
        }
    }

    @Test
    void unsolicitedResponsesOutbindAndAlertNotificationAreIgnored() throws Exception {
        try (var gateway = RunningGateway.start(smsc.settings())) {
            smsc.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            send(header(17, SMPPConstant.CID_SUBMIT_SM_RESP, 4_000).appendByte((byte) 0));
            send(header(16, SMPPConstant.CID_ENQUIRE_LINK_RESP, 4_001));
            send(header(16, SMPPConstant.CID_GENERIC_NACK, 4_002));
            send(header(18, SMPPConstant.CID_OUTBIND, 4_003).appendShort((short) 0));
            send(header(22, SMPPConstant.CID_ALERT_NOTIFICATION, 4_004)
                    .appendInt(0)
                    .appendShort((short) 0));
            send(header(16, SMPPConstant.CID_ENQUIRE_LINK, 4_005));

            smsc.await(SMPPConstant.CID_ENQUIRE_LINK_RESP);
            gateway.submit(1, "nothing happened");
            gateway.outcome(Outcome.Accepted.class);
            assertThat(smsc.waiting(SMPPConstant.CID_GENERIC_NACK)).isZero();
            assertThat(smsc.waiting(SMPPConstant.CID_BIND_TRANSCEIVER)).isZero();
        }
    }

    @Test
    void aDeliveryThatCannotBeReadIsRefusedAndTheNextIsRead() throws Exception {
        try (var gateway = RunningGateway.start(smsc.settings())) {
            send(header(20, SMPPConstant.CID_DELIVER_SM, 6).appendInt(0x41414141));
            smsc.withConnections(connection -> connection.send(Deliveries.receipt(7, "id:7 stat:DELIVRD")));

            assertThat(smsc.await(SMPPConstant.CID_DELIVER_SM_RESP).getCommandStatus())
                    .isNotZero();
            assertThat(smsc.await(SMPPConstant.CID_DELIVER_SM_RESP).getCommandStatus())
                    .isZero();
            assertThat(gateway.host().inbound(1))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Inbound.Receipt.class,
                            receipt -> assertThat(receipt.operatorId()).isEqualTo("7"));
        }
    }

    @Test
    void unknownOptionalParametersAreIgnored() throws Exception {
        try (var gateway = RunningGateway.start(smsc.settings())) {
            smsc.withConnections(connection -> connection.send(
                    Deliveries.receipt(7, "id:7 stat:DELIVRD", Tlvs.of(0x1403, (byte) 1, (byte) 2), Tlvs.of(0x3FFF))));

            assertThat(gateway.host().inbound(1)).hasSize(1);
            assertThat(smsc.await(SMPPConstant.CID_DELIVER_SM_RESP).getCommandStatus())
                    .isZero();
        }
    }

    @Test
    void octetsThatComeOneByOneAndPdusThatComeGluedGiveTheSame() throws Exception {
        try (var gateway = RunningGateway.start(smsc.settings())) {
            smsc.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            Buffer octets = PduEncoder.encode(Deliveries.receipt(1, "id:1 stat:DELIVRD"))
                    .appendBuffer(PduEncoder.encode(Deliveries.receipt(2, "id:2 stat:UNDELIV")))
                    .appendBuffer(PduEncoder.encode(CommandIds.request(SMPPConstant.CID_ENQUIRE_LINK, 3)));
            smsc.withConnections(connection -> {
                for (int i = 0; i < octets.length(); i++) {
                    connection.sendRaw(octets.slice(i, i + 1));
                    connection.flush();
                }
            });
            smsc.withConnections(connection -> connection.sendRaw(octets));

            assertThat(gateway.host().inbound(4))
                    .extracting(inbound -> ((Inbound.Receipt) inbound).operatorId())
                    .containsExactly("1", "2", "1", "2");
        }
    }

    @Test
    void aFrameThatIsCutOffByTheEndOfTheConnectionIsForgotten() throws Exception {
        try (var gateway = RunningGateway.start(smsc.settings())) {
            smsc.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            Buffer octets = PduEncoder.encode(Deliveries.receipt(1, "id:1 stat:DELIVRD"));
            smsc.withConnections(connection -> {
                connection.sendRaw(octets.slice(0, octets.length() - 3));
                connection.close().onFailure(failure -> connection.abort());
            });
            smsc.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            smsc.withConnections(connection -> connection.send(Deliveries.receipt(2, "id:2 stat:DELIVRD")));

            assertThat(gateway.host().inbound(1))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Inbound.Receipt.class,
                            receipt -> assertThat(receipt.operatorId()).isEqualTo("2"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void garbageNeverEndsTheGateway(long seed) throws Exception {
        var random = new Random(seed);
        try (var gateway = RunningGateway.start(smsc.settings())) {
            smsc.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            for (int i = 0; i < 20; i++) {
                Buffer octets = PduEncoder.encode(
                        Deliveries.receipt(i + 1, "id:1 stat:DELIVRD", Tlvs.ofString(Tlvs.RECEIPTED_MESSAGE_ID, "1")));
                for (int damage = 0; damage < 5; damage++) {
                    octets.setByte(4 + random.nextInt(octets.length() - 4), (byte) random.nextInt());
                }
                send(octets);
            }
            smsc.withConnections(SmppConnection::abort);
            smsc.await(SMPPConstant.CID_BIND_TRANSCEIVER);
            gateway.submit(1, "still goes");

            assertThat(gateway.outcome(Outcome.Accepted.class).token()).isEqualTo(1);
        }
    }
}
