package io.postrider.smpp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Address;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DestinationAddress;
import org.jsmpp.bean.DistributionList;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.QuerySmResp;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitMultiResp;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.bean.UnsuccessDelivery;
import org.jsmpp.util.DefaultComposer;
import org.junit.jupiter.api.Test;

/** jsmpp's own composer is the oracle: the same octets, read back to the same fields. */
class OperationCodecTest {
    private static final byte[] TEXT = "Hello".getBytes(StandardCharsets.US_ASCII);
    private final DefaultComposer composer = new DefaultComposer();

    @Test
    void submitMultiIsWrittenAsJsmppWritesItAndReadBack() throws Exception {
        byte[] octets = composer.submitMulti(
                7,
                "CMT",
                (byte) 5,
                (byte) 0,
                "Shop",
                new DestinationAddress[] {
                    new Address(TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, "12025550101"),
                    new Address((byte) 2, (byte) 8, "5550102")
                },
                (byte) 0,
                (byte) 1,
                (byte) 2,
                null,
                "000001000000000R",
                (byte) 1,
                (byte) 0,
                (byte) 8,
                (byte) 3,
                TEXT,
                Tlvs.of(0x0204, (byte) 1, (byte) 2));

        var read = (SubmitMulti) readBack(octets);

        assertThat(read.getServiceType()).isEqualTo("CMT");
        assertThat(((Address) read.getDestAddresses()[0]).getAddress()).isEqualTo("12025550101");
        assertThat(((Address) read.getDestAddresses()[1]).getNpi()).isEqualTo((byte) 8);
        assertThat(read.getValidityPeriod()).isEqualTo("000001000000000R");
        assertThat(read.getShortMessage()).isEqualTo(TEXT);
        assertThat(Tlvs.number(read, 0x0204)).hasValue(0x0102);
    }

    /** Not against jsmpp, whose composer leaves the name of the list out. */
    @Test
    void aDistributionListIsReadBack() throws Exception {
        var multi = new SubmitMulti();
        multi.setCommandId(SMPPConstant.CID_SUBMIT_MULTI);
        multi.setDestAddresses(new DestinationAddress[] {new DistributionList("friends")});
        multi.setShortMessage(TEXT);

        var read = (SubmitMulti) readBack(PduEncoder.encode(multi).getBytes());

        assertThat(((DistributionList) read.getDestAddresses()[0]).getName()).isEqualTo("friends");
    }

    @Test
    void submitMultiResponseNamesWhoWasNotReached() throws Exception {
        byte[] octets = composer.submitMultiResp(
                9, "id-1", new UnsuccessDelivery[] {new UnsuccessDelivery((byte) 1, (byte) 1, "123", 11)});

        var read = (SubmitMultiResp) readBack(octets);

        assertThat(read.getMessageId()).isEqualTo("id-1");
        assertThat(read.getUnsuccessSmes()[0].getErrorStatusCode()).isEqualTo(11);
    }

    @Test
    void queryCancelAndReplaceAreReadBack() throws Exception {
        var query = (QuerySm) readBack(composer.querySm(1, "id-1", (byte) 5, (byte) 0, "Shop"));
        var answer = (QuerySmResp)
                readBack(composer.querySmResp(1, "id-1", "261128120000000+", MessageState.DELIVERED.value(), (byte) 3));
        var cancel = (CancelSm) readBack(
                composer.cancelSm(2, "CMT", "id-1", (byte) 5, (byte) 0, "Shop", (byte) 1, (byte) 1, "12025550101"));
        var replace = (ReplaceSm) readBack(composer.replaceSm(
                3, "id-1", (byte) 5, (byte) 0, "Shop", null, "000001000000000R", (byte) 1, (byte) 0, TEXT));

        assertThat(query.getMessageId()).isEqualTo("id-1");
        assertThat(answer.getMessageState()).isEqualTo(MessageState.DELIVERED);
        assertThat(answer.getFinalDate()).isEqualTo("261128120000000+");
        assertThat(cancel.getDestinationAddress()).isEqualTo("12025550101");
        assertThat(replace.getShortMessage()).isEqualTo(TEXT);
    }

    @Test
    void aDestinationOfNoKindIsRefusedWithItsStatus() throws Exception {
        byte[] octets = composer.submitMulti(
                7,
                "",
                (byte) 0,
                (byte) 0,
                "1",
                new DestinationAddress[] {new DistributionList("x")},
                (byte) 0,
                (byte) 0,
                (byte) 0,
                null,
                null,
                (byte) 0,
                (byte) 0,
                (byte) 0,
                (byte) 0,
                TEXT,
                new OptionalParameter[0]);
        octets[22] = 3;

        assertThat(PduDecoder.decode(octets, 0, octets.length))
                .isEqualTo(new Frame.Malformed(
                        SMPPConstant.CID_SUBMIT_MULTI, 7, SMPPConstant.STAT_ESME_RINVDESTFLAG, false));
    }

    private static Command readBack(byte[] octets) throws IOException {
        Frame frame = PduDecoder.decode(octets, 0, octets.length);
        Command command = ((Frame.Pdu) frame).command();
        assertThat(PduEncoder.encode(command).getBytes()).isEqualTo(octets);
        return command;
    }
}
