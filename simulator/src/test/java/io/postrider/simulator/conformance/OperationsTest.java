package io.postrider.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.simulator.Account;
import io.postrider.smpp.wire.PduEncoder;
import io.postrider.smpp.wire.Tlvs;
import io.vertx.core.json.JsonArray;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Address;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DataSmResp;
import org.jsmpp.bean.DestinationAddress;
import org.jsmpp.bean.DistributionList;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.QuerySmResp;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitMultiResp;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.SubmitSmResp;
import org.jsmpp.bean.UnsuccessDelivery;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("SMPP 3.4 sections 4.5 and 4.7 to 4.10")
class OperationsTest extends Conformance {
    private static String submit(Wire wire) throws Exception {
        return ((SubmitSmResp) wire.ask(message())).getMessageId();
    }

    private static QuerySm query(String id, String source) {
        var pdu = new QuerySm();
        pdu.setCommandId(SMPPConstant.CID_QUERY_SM);
        pdu.setMessageId(id);
        pdu.setSourceAddr(source);
        return pdu;
    }

    private static CancelSm cancel(String id, String phone) {
        var pdu = new CancelSm();
        pdu.setCommandId(SMPPConstant.CID_CANCEL_SM);
        pdu.setMessageId(id);
        pdu.setSourceAddr("Shop");
        pdu.setDestinationAddress(phone);
        return pdu;
    }

    private static ReplaceSm replace(String id, String text) {
        var pdu = new ReplaceSm();
        pdu.setCommandId(SMPPConstant.CID_REPLACE_SM);
        pdu.setMessageId(id);
        pdu.setSourceAddr("Shop");
        pdu.setShortMessage(text.getBytes(StandardCharsets.US_ASCII));
        return pdu;
    }

    private static SubmitMulti multi(DestinationAddress... destinations) {
        var pdu = new SubmitMulti();
        pdu.setCommandId(SMPPConstant.CID_SUBMIT_MULTI);
        pdu.setSourceAddr("Shop");
        pdu.setDestAddresses(destinations);
        pdu.setRegisteredDelivery((byte) 1);
        pdu.setShortMessage(new byte[] {'H', 'i'});
        return pdu;
    }

    private static Address phone(String phone) {
        return new Address((byte) 1, (byte) 1, phone);
    }

    private MessageState state(Wire wire, String id) throws Exception {
        return ((QuerySmResp) wire.ask(query(id, "Shop"))).getMessageState();
    }

    private String shown(String field) throws Exception {
        JsonArray messages = await(simulator().messages(PHONE));
        return messages.getJsonObject(0).getString(field);
    }

    @Test
    @DisplayName("query_sm says ENROUTE without a date while a message is on its way")
    void queryOfAMessageOnItsWay() throws Exception {
        start(ENDLESS);
        Wire wire = transceiver();
        String id = submit(wire);
        var answer = (QuerySmResp) wire.ask(query(id, "Shop"));
        assertThat(answer.getCommandStatus()).isZero();
        assertThat(answer.getMessageId()).isEqualTo(id);
        assertThat(answer.getMessageState()).isEqualTo(MessageState.ENROUTE);
        assertThat(answer.getFinalDate()).isEmpty();
    }

    @Test
    @DisplayName("query_sm says how and when a message ended")
    void queryOfAMessageThatEnded() throws Exception {
        start(QUICK.withShares(0, 100, 0));
        Wire wire = transceiver();
        String id = submit(wire);
        wire.readDelivery();
        var answer = (QuerySmResp) wire.ask(query(id, "Shop"));
        assertThat(answer.getMessageState()).isEqualTo(MessageState.UNDELIVERABLE);
        assertThat(answer.getErrorCode()).isEqualTo((byte) 27);
        assertThat(answer.getFinalDate()).matches("[0-9]{15}\\+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "x", "", "99999999999999999999999999"})
    @DisplayName("an id that nobody has is refused with 0x0C by query_sm, cancel_sm and replace_sm")
    void anUnknownIdIsRefused(String id) throws Exception {
        start(ENDLESS);
        Wire wire = transceiver();
        submit(wire);
        assertThat(wire.status(query(id, "Shop"))).isEqualTo(SMPPConstant.STAT_ESME_RINVMSGID);
        assertThat(wire.status(replace(id, "x"))).isEqualTo(SMPPConstant.STAT_ESME_RINVMSGID);
        assertThat(wire.status(cancel(id, "12025550199"))).isNotZero();
    }

    @Test
    @DisplayName("an id of another sender or another account is refused with 0x0C")
    void anIdOfSomebodyElseIsRefused() throws Exception {
        start(settings().with(ENDLESS).with(Account.of("postrider", "simulate"), Account.of("other", "simulate")));
        String id = submit(transceiver());
        assertThat(transceiver().status(query(id, "Bank"))).isEqualTo(SMPPConstant.STAT_ESME_RINVMSGID);
        Wire other = connect();
        assertThat(other.bind(SMPPConstant.CID_BIND_TRANSCEIVER, "other", "simulate")
                        .getCommandStatus())
                .isZero();
        assertThat(other.status(query(id, "Shop"))).isEqualTo(SMPPConstant.STAT_ESME_RINVMSGID);
        assertThat(other.status(cancel(id, PHONE))).isEqualTo(SMPPConstant.STAT_ESME_RINVMSGID);
    }

    @Test
    @DisplayName("cancel_sm ends one message, once")
    void cancelOfOneMessage() throws Exception {
        start(ENDLESS);
        Wire wire = transceiver();
        String id = submit(wire);
        assertThat(wire.status(cancel(id, "12025550199"))).isEqualTo(SMPPConstant.STAT_ESME_RINVMSGID);
        assertThat(wire.status(cancel(id, PHONE))).isZero();
        assertThat(wire.status(cancel(id, PHONE))).isEqualTo(SMPPConstant.STAT_ESME_RCANCELFAIL);
        assertThat(state(wire, id)).isEqualTo(MessageState.DELETED);
    }

    @Test
    @DisplayName("cancel_sm without id ends all that wait between sender and phone")
    void cancelOfAllMessages() throws Exception {
        start(ENDLESS);
        Wire wire = transceiver();
        String first = submit(wire);
        String second = submit(wire);
        assertThat(wire.status(cancel("", PHONE))).isZero();
        assertThat(state(wire, first)).isEqualTo(MessageState.DELETED);
        assertThat(state(wire, second)).isEqualTo(MessageState.DELETED);
        assertThat(wire.status(cancel("", PHONE))).isEqualTo(SMPPConstant.STAT_ESME_RCANCELFAIL);
    }

    @Test
    @DisplayName("replace_sm changes the text of a message on its way and no other")
    void replaceOfAText() throws Exception {
        start(ENDLESS);
        Wire wire = transceiver();
        String id = submit(wire);
        assertThat(wire.status(replace(id, "Better"))).isZero();
        assertThat(shown("text")).isEqualTo("Better");
        ReplaceSm impossible = replace(id, "Worse");
        impossible.setValidityPeriod("never");
        assertThat(wire.status(impossible)).isEqualTo(SMPPConstant.STAT_ESME_RINVEXPIRY);
        assertThat(wire.status(cancel(id, PHONE))).isZero();
        assertThat(wire.status(replace(id, "Late"))).isEqualTo(SMPPConstant.STAT_ESME_RREPLACEFAIL);
        assertThat(shown("text")).isEqualTo("Better");
    }

    @Test
    @DisplayName("S20 replace_if_present_flag 1 ends the waiting message of the same sender and service_type")
    void replaceIfPresentEndsTheMessageBefore() throws Exception {
        start(ENDLESS);
        Wire wire = transceiver();
        String other = submit(wire);
        SubmitSm pdu = message();
        pdu.setServiceType("CMT");
        String before = ((SubmitSmResp) wire.ask(pdu)).getMessageId();
        pdu.setReplaceIfPresent((byte) 1);
        String after = ((SubmitSmResp) wire.ask(pdu)).getMessageId();

        assertThat(state(wire, before)).isEqualTo(MessageState.DELETED);
        assertThat(state(wire, after)).isEqualTo(MessageState.ENROUTE);
        assertThat(state(wire, other)).isEqualTo(MessageState.ENROUTE);
    }

    @Test
    @DisplayName("submit_multi gives all destinations one id and names those that failed")
    void submitMultiNamesWhatFailed() throws Exception {
        start();
        Wire wire = transceiver();
        var answer = (SubmitMultiResp)
                wire.ask(multi(phone(PHONE), phone("no phone"), new DistributionList("friends"), phone("12025550102")));
        assertThat(answer.getCommandStatus()).isZero();
        UnsuccessDelivery[] failed = answer.getUnsuccessSmes();
        assertThat(failed).extracting(UnsuccessDelivery::getErrorStatusCode).containsExactly(0x0B, 0x34);
        assertThat(failed[0].getDestinationAddress().getAddress()).isEqualTo("no phone");
        for (String phone : new String[] {PHONE, "12025550102"}) {
            var receipt = wire.readDelivery();
            assertThat(receipt.getSourceAddr()).isEqualTo(phone);
            assertThat(Tlvs.string(receipt, Tlvs.RECEIPTED_MESSAGE_ID)).isEqualTo(answer.getMessageId());
        }
    }

    @Test
    @DisplayName("submit_multi needs 1 to 254 destinations")
    void submitMultiNeedsDestinations() throws Exception {
        start();
        Wire wire = transceiver();
        var many = new DestinationAddress[255];
        Arrays.fill(many, phone(PHONE));
        assertThat(wire.status(multi())).isEqualTo(SMPPConstant.STAT_ESME_RINVNUMDESTS);
        assertThat(wire.status(multi(many))).isEqualTo(SMPPConstant.STAT_ESME_RINVNUMDESTS);
        assertThat(wire.status(multi(Arrays.copyOf(many, 254)))).isZero();
        assertThat(statistic("submitted")).isEqualTo(254);
    }

    @ParameterizedTest
    @CsvSource({"25, 3, 0x40", "26, 7, 0x50", "27, 2, 0x51"})
    @DisplayName("submit_multi with an unknown dest_flag, TON or NPI is refused with its status")
    void submitMultiOfAnUnknownKindOfAddressIsRefused(int at, byte value, int status) throws Exception {
        start();
        Wire wire = transceiver();
        byte[] octets = PduEncoder.encode(multi(phone(PHONE))).getBytes();
        octets[at] = value;
        Command answer = wire.ask(octets);
        assertThat(answer.getCommandId()).isEqualTo(SMPPConstant.CID_SUBMIT_MULTI_RESP);
        assertThat(answer.getCommandStatus()).isEqualTo(status);
        wire.assertLives();
    }

    @Test
    @DisplayName("data_sm is answered with an id that its receipt names")
    void dataSmIsAMessage() throws Exception {
        start();
        Wire wire = transceiver();
        var pdu = new DataSm();
        pdu.setCommandId(SMPPConstant.CID_DATA_SM);
        pdu.setSourceAddr("Shop");
        pdu.setDestAddress(PHONE);
        pdu.setRegisteredDelivery((byte) 1);
        pdu.setOptionalParameters(new OptionalParameter[] {Tlvs.of(Tlvs.MESSAGE_PAYLOAD, (byte) 'H', (byte) 'i')});
        var answer = (DataSmResp) wire.ask(pdu);
        assertThat(answer.getCommandStatus()).isZero();
        assertThat(Tlvs.string(wire.readDelivery(), Tlvs.RECEIPTED_MESSAGE_ID)).isEqualTo(answer.getMessageId());
        assertThat(shown("text")).isEqualTo("Hi");
    }

    @Test
    @DisplayName("S7 operations on a receiver are refused with 0x04")
    void operationsOnAReceiverAreRefused() throws Exception {
        start();
        Wire wire = receiver();
        for (Command pdu : new Command[] {query("1", ""), cancel("1", PHONE), replace("1", "x"), multi(phone(PHONE))}) {
            assertThat(wire.status(pdu)).isEqualTo(SMPPConstant.STAT_ESME_RINVBNDSTS);
        }
        wire.assertLives();
    }
}
