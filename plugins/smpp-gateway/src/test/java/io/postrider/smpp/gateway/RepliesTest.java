package io.postrider.smpp.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.Inbound;
import io.postrider.smpp.wire.Tlvs;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages from handsets: alphabets, and long ones joined (3GPP TS 23.040, 9.2.3.24; SMPP 3.4 section 5.3.2.22). */
class RepliesTest {
    private final ScriptedSmsc smsc;

    RepliesTest() throws Exception {
        smsc = new ScriptedSmsc();
    }

    @AfterEach
    void closeOperator() throws Exception {
        smsc.close();
    }

    private RunningGateway start(String... more) throws Exception {
        return RunningGateway.start(RunningGateway.with(smsc.settings(), more));
    }

    private void deliver(DeliverSm... all) {
        smsc.withConnections(connection -> Arrays.stream(all).forEach(connection::send));
    }

    private static Inbound.Reply reply(RunningGateway gateway) throws InterruptedException {
        return (Inbound.Reply) gateway.host().inbound(1).get(0);
    }

    private static DeliverSm plain(int sequence, int dataCoding, String text, Charset charset) {
        return Deliveries.deliver(sequence, 0, dataCoding, text.getBytes(charset));
    }

    private static DeliverSm headed(int sequence, int dataCoding, byte[] header, byte[] text) {
        var both = new ByteArrayOutputStream();
        both.writeBytes(header);
        both.writeBytes(text);
        return Deliveries.deliver(sequence, 0x40, dataCoding, both.toByteArray());
    }

    private static DeliverSm part(int sequence, int reference, int total, int number, String text) {
        return headed(
                sequence, 0, Concatenation.header8(reference, total, number), text.getBytes(StandardCharsets.US_ASCII));
    }

    private static DeliverSm sar(int sequence, int number, String text) {
        return Deliveries.deliver(
                sequence,
                0,
                0,
                text.getBytes(StandardCharsets.US_ASCII),
                Concatenation.parameters(0x1234, 2, number).toArray(OptionalParameter[]::new));
    }

    @Test
    void eachAlphabetIsReadAndWhatNobodyKnowsIsKeptAsDigits() throws Exception {
        try (var gateway = start()) {
            deliver(
                    Deliveries.deliver(1, 0, 0, new byte[] {0, 0x1B, 0x65, 'A'}),
                    plain(2, 1, "ascii", StandardCharsets.US_ASCII),
                    plain(3, 3, "déjà", StandardCharsets.ISO_8859_1),
                    plain(4, 8, "стоп 😀", StandardCharsets.UTF_16BE),
                    plain(5, 6, "стоп", Charset.forName("ISO-8859-5")),
                    Deliveries.deliver(6, 0, 4, new byte[] {1, (byte) 0xAB}),
                    Deliveries.deliver(7, 0, 0x3F, new byte[] {2}));
            deliver(Deliveries.deliver(
                    8,
                    0,
                    8,
                    new byte[0],
                    Tlvs.of(Tlvs.MESSAGE_PAYLOAD, "длинный".getBytes(StandardCharsets.UTF_16BE))));

            assertThat(gateway.host().inbound(8))
                    .extracting(inbound -> ((Inbound.Reply) inbound).text())
                    .containsExactly("@€A", "ascii", "déjà", "стоп 😀", "стоп", "01ab", "02", "длинный");
        }
    }

    @Test
    void theDefaultAlphabetMayBeLatin1() throws Exception {
        try (var gateway = start("alphabet", "latin1")) {
            deliver(plain(1, 0, "déjà @", StandardCharsets.ISO_8859_1));

            assertThat(reply(gateway).text()).isEqualTo("déjà @");
        }
    }

    @Test
    void partsInAnyOrderAndTwiceAreJoinedAndHandedOverOnce() throws Exception {
        try (var gateway = start()) {
            deliver(
                    part(1, 7, 3, 3, "three"),
                    part(2, 7, 3, 1, "one "),
                    part(3, 7, 3, 1, "one "),
                    part(4, 8, 2, 1, "other"),
                    part(5, 7, 3, 2, "two "));

            Inbound.Reply reply = reply(gateway);
            assertThat(reply.text()).isEqualTo("one two three");
            assertThat(reply.from()).isEqualTo(Deliveries.PHONE);
            for (int i = 0; i < 5; i++) {
                smsc.await(SMPPConstant.CID_DELIVER_SM_RESP);
            }
            deliver(part(6, 7, 3, 2, "two "), plain(7, 0, "end", StandardCharsets.US_ASCII));
            assertThat(reply(gateway).text()).isEqualTo("end");
        }
    }

    @Test
    void aReferenceOf16BitsAndSarParametersJoinToo() throws Exception {
        try (var gateway = start()) {
            deliver(
                    headed(1, 0, Concatenation.header16(0x1234, 2, 2), "two".getBytes(StandardCharsets.US_ASCII)),
                    headed(2, 0, Concatenation.header16(0x1234, 2, 1), "one ".getBytes(StandardCharsets.US_ASCII)));
            assertThat(reply(gateway).text()).isEqualTo("one two");
            deliver(sar(3, 2, "bar"), sar(4, 1, "foo"));
            assertThat(reply(gateway).text()).isEqualTo("foobar");
        }
    }

    @Test
    void aCharacterThatAHandsetCutInTwoIsWholeAgain() throws Exception {
        byte[] octets = "Ж😀".getBytes(StandardCharsets.UTF_16BE);
        try (var gateway = start()) {
            deliver(
                    headed(1, 8, Concatenation.header8(1, 2, 1), Arrays.copyOf(octets, 4)),
                    headed(2, 8, Concatenation.header8(1, 2, 2), Arrays.copyOfRange(octets, 4, 6)));

            assertThat(reply(gateway).text()).isEqualTo("Ж😀");
        }
    }

    @Test
    void whatStaysIncompleteIsHandedOverAsFarAsItCame() throws Exception {
        try (var gateway = start("reply-timeout", "PT0.1S")) {
            deliver(part(1, 7, 3, 3, "three"), part(2, 7, 3, 1, "one "));

            assertThat(reply(gateway).text()).isEqualTo("one three");
        }
    }

    @Test
    void aLongReplyThatCouldNotBeStoredIsWholeWhenItsLastPartComesAgain() throws Exception {
        try (var gateway = start()) {
            gateway.host().storeWhen(CompletableFuture.failedFuture(new IllegalStateException("disk full")));
            deliver(part(1, 7, 2, 1, "one "), part(2, 7, 2, 2, "two"));
            smsc.await(SMPPConstant.CID_DELIVER_SM_RESP);
            assertThat(smsc.await(SMPPConstant.CID_DELIVER_SM_RESP).getCommandStatus())
                    .isEqualTo(SMPPConstant.STAT_ESME_RX_T_APPN);
            assertThat(reply(gateway).text()).isEqualTo("one two");

            gateway.host().storeWhen(CompletableFuture.completedFuture(null));
            deliver(part(3, 7, 2, 2, "two"));

            assertThat(reply(gateway).text()).isEqualTo("one two");
            assertThat(smsc.await(SMPPConstant.CID_DELIVER_SM_RESP).getCommandStatus())
                    .isZero();
        }
    }

    @Test
    void aHeaderThatLiesHarmsNobody() throws Exception {
        try (var gateway = start()) {
            List<byte[]> headers = List.of(
                    new byte[] {5, 0, 3, 1, 0, 0},
                    new byte[] {5, 0, 3, 1, 2, 3},
                    new byte[] {(byte) 0xFF, 0, 3, 1, 2, 1},
                    new byte[] {0},
                    new byte[] {2, 0, 9});
            for (byte[] header : headers) {
                deliver(headed(1, 0, header, new byte[] {'x'}));
                reply(gateway);
            }
        }
    }
}
