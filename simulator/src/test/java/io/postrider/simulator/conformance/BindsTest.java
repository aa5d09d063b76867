package io.postrider.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.simulator.Account;
import io.postrider.simulator.Account.Answers;
import io.postrider.simulator.Tls;
import io.postrider.smpp.wire.CommandIds;
import io.postrider.smpp.wire.Tlvs;
import java.net.Socket;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Bind;
import org.jsmpp.bean.BindResp;
import org.jsmpp.bean.Command;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BindsTest extends Conformance {
    private static final Answers OTHERS = new Answers(
            SMPPConstant.STAT_ESME_RBINDFAIL,
            SMPPConstant.STAT_ESME_RBINDFAIL,
            SMPPConstant.STAT_ESME_RINVCMDLEN,
            SMPPConstant.STAT_ESME_RTLVNOTALLWD,
            SMPPConstant.STAT_ESME_RMSGQFUL);

    @ParameterizedTest
    @ValueSource(
            ints = {SMPPConstant.CID_BIND_TRANSMITTER, SMPPConstant.CID_BIND_RECEIVER, SMPPConstant.CID_BIND_TRANSCEIVER
            })
    @DisplayName("S2 a right bind is answered with the system_id of the operator and its version")
    void aRightBindIsAnswered(int command) throws Exception {
        start();
        var answer = (BindResp) connect().bind(command, "postrider", "simulate");

        assertThat(answer.getCommandId()).isEqualTo(CommandIds.responseOf(command));
        assertThat(answer.getCommandStatus()).isZero();
        assertThat(answer.getSystemId()).isEqualTo("simulator");
        assertThat(Tlvs.number(answer, Tlvs.SC_INTERFACE_VERSION)).hasValue(0x34);
        assertThat(statistic("binds")).isEqualTo(1);
    }

    @Test
    @DisplayName("S2 a client of SMPP 3.3 is answered without optional parameters")
    void aClientOfAnOlderVersionGetsNoOptionalParameters() throws Exception {
        start();
        Bind bind = Wire.bindRequest(SMPPConstant.CID_BIND_TRANSMITTER, "postrider", "simulate");
        bind.setInterfaceVersion((byte) 0x33);
        Command answer = connect().ask(bind);

        assertThat(answer.getCommandStatus()).isZero();
        assertThat(((BindResp) answer).getOptionalParameters()).isEmpty();
    }

    @Test
    @DisplayName("S3 a wrong password is refused with 0x0E and the connection closed")
    void aWrongPasswordIsRefused() throws Exception {
        start();
        Wire wire = connect();
        assertThat(wire.bind(SMPPConstant.CID_BIND_TRANSCEIVER, "postrider", "wrong")
                        .getCommandStatus())
                .isEqualTo(SMPPConstant.STAT_ESME_RINVPASWD);
        wire.assertEnds();
    }

    @Test
    @DisplayName("S3 S4 an account may have a wrong password and a bind too many answered with 0x0D")
    void refusalsOfBindsAreSettingsOfTheAccount() throws Exception {
        start(settings().with(limited(1, 0, 0, OTHERS)));
        transceiver();
        Wire wrong = connect();
        assertThat(wrong.bind(SMPPConstant.CID_BIND_TRANSCEIVER, "postrider", "wrong")
                        .getCommandStatus())
                .isEqualTo(SMPPConstant.STAT_ESME_RBINDFAIL);
        wrong.assertEnds();
        assertThat(connect()
                        .bind(SMPPConstant.CID_BIND_TRANSCEIVER, "postrider", "simulate")
                        .getCommandStatus())
                .isEqualTo(SMPPConstant.STAT_ESME_RBINDFAIL);
    }

    @Test
    @DisplayName("S4 an unknown system_id is refused with 0x0F and the connection closed")
    void anUnknownAccountIsRefused() throws Exception {
        start();
        Wire wire = connect();
        assertThat(wire.bind(SMPPConstant.CID_BIND_TRANSCEIVER, "nobody", "simulate")
                        .getCommandStatus())
                .isEqualTo(SMPPConstant.STAT_ESME_RINVSYSID);
        wire.assertEnds();
    }

    @Test
    @DisplayName("S4 a bind beyond the limit of the account is refused with 0x05 until another one ends")
    void aBindTooManyIsRefused() throws Exception {
        start(settings().with(limited(2, 0, 0, Answers.USUAL), Account.of("other", "simulate")));
        Wire first = transceiver();
        transmitter();
        Wire third = connect();
        assertThat(third.bind(SMPPConstant.CID_BIND_RECEIVER, "postrider", "simulate")
                        .getCommandStatus())
                .isEqualTo(SMPPConstant.STAT_ESME_RALYBND);
        third.assertEnds();
        assertThat(connect()
                        .bind(SMPPConstant.CID_BIND_RECEIVER, "other", "simulate")
                        .getCommandStatus())
                .isZero();

        first.close();
        awaitStatistic("binds", 2);
        receiver().assertLives();
    }

    @Test
    @DisplayName("S5 a second bind on a session is refused with 0x05 and the first goes on")
    void aSecondBindOnASessionIsRefused() throws Exception {
        start();
        Wire wire = transceiver();
        assertThat(wire.bind(SMPPConstant.CID_BIND_TRANSMITTER, "postrider", "simulate")
                        .getCommandStatus())
                .isEqualTo(SMPPConstant.STAT_ESME_RALYBND);
        assertThat(wire.status(message())).isZero();
        assertThat(wire.readDelivery().getSourceAddr()).isEqualTo(PHONE);
    }

    @Test
    @DisplayName("S6 a submit before the bind is refused with 0x04 and the session can still be bound")
    void aSubmitBeforeTheBindIsRefused() throws Exception {
        start();
        Wire wire = connect();
        Command answer = wire.ask(message());
        assertThat(answer.getCommandId()).isEqualTo(SMPPConstant.CID_SUBMIT_SM_RESP);
        assertThat(answer.getCommandStatus()).isEqualTo(SMPPConstant.STAT_ESME_RINVBNDSTS);
        assertThat(wire.bound(SMPPConstant.CID_BIND_TRANSCEIVER).status(message()))
                .isZero();
    }

    @Test
    @DisplayName("S7 a submit on a receiver is refused with 0x04 and not stored")
    void aSubmitOnAReceiverIsRefused() throws Exception {
        start();
        Wire wire = receiver();
        assertThat(wire.status(message())).isEqualTo(SMPPConstant.STAT_ESME_RINVBNDSTS);
        wire.assertLives();
        assertThat(await(simulator().messages(PHONE))).isEmpty();
    }

    @Test
    @DisplayName("S14 a password of nine characters is refused with 0x0E and the connection closed")
    void aPasswordThatIsTooLongIsRefused() throws Exception {
        start();
        Wire wire = connect();
        assertThat(wire.bind(SMPPConstant.CID_BIND_TRANSCEIVER, "postrider", "123456789")
                        .getCommandStatus())
                .isEqualTo(SMPPConstant.STAT_ESME_RINVPASWD);
        wire.assertEnds();
    }

    @Test
    @DisplayName("S14 a system_id of 16 characters is refused with 0x0F, a system_type of 13 with 0x53")
    void otherFieldsOfABindThatAreTooLongAreRefused() throws Exception {
        start();
        assertThat(connect()
                        .bind(SMPPConstant.CID_BIND_RECEIVER, "1234567890123456", "simulate")
                        .getCommandStatus())
                .isEqualTo(SMPPConstant.STAT_ESME_RINVSYSID);
        Bind bind = Wire.bindRequest(SMPPConstant.CID_BIND_RECEIVER, "postrider", "simulate");
        bind.setSystemType("1234567890123");
        assertThat(connect().status(bind)).isEqualTo(SMPPConstant.STAT_ESME_RINVSYSTYP);
    }

    @Test
    @DisplayName("S2 a bind over TLS is a bind like any other")
    void aBindOverTlsWorks() throws Exception {
        start(settings().with(new Tls(0, "", "")));
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Credulous()}, new SecureRandom());
        Socket socket =
                context.getSocketFactory().createSocket("127.0.0.1", simulator().tlsPort());
        Wire wire = keep(new Wire(socket)).bound(SMPPConstant.CID_BIND_TRANSCEIVER);

        assertThat(wire.status(message())).isZero();
        assertThat(wire.readDelivery().getSourceAddr()).isEqualTo(PHONE);
        transceiver().assertLives();
    }

    /** Takes the certificate that the simulator made for this run. */
    private static final class Credulous extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
