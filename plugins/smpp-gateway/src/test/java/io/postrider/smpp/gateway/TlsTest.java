package io.postrider.smpp.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postrider.plugin.api.GatewayState;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.SettingException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Path;
import java.util.Map;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS to the operator: trust, names, client certificates. */
class TlsTest {
    private static Pem server = new Pem("", "");
    private static Pem client = new Pem("", "");

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) throws Exception {
        server = Pem.make(folder, "server", "san=dns:localhost");
        client = Pem.make(folder, "client", "san=dns:client.example");
    }

    private static NetServerOptions encrypted() {
        return new NetServerOptions()
                .setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addCertValue(Buffer.buffer(server.certificate()))
                        .addKeyValue(Buffer.buffer(server.key())));
    }

    private static Map<String, String> settings(ScriptedSmsc smsc, String host, String... more) {
        return RunningGateway.with(RunningGateway.with(smsc.settings(), "host", host, "tls", "on"), more);
    }

    @Test
    void aServerWithATrustedCertificateAndItsNameIsBound() throws Exception {
        var smsc = new ScriptedSmsc(0, encrypted());
        try (var gateway = RunningGateway.start(settings(smsc, "localhost", "tls.trusted", server.certificate()))) {
            gateway.submit(1, "encrypted");

            assertThat(gateway.outcome(Outcome.Accepted.class).token()).isEqualTo(1);
        } finally {
            smsc.close();
        }
    }

    @Test
    void aServerUnderAnotherNameIsNotSpokenTo() throws Exception {
        var smsc = new ScriptedSmsc(0, encrypted());
        try (var gateway = RunningGateway.start(settings(smsc, "127.0.0.1", "tls.trusted", server.certificate()))) {
            assertThat(gateway.host().awaitPhase(GatewayState.Phase.DOWN).detail())
                    .startsWith("Cannot connect");
            assertThat(smsc.waiting(SMPPConstant.CID_BIND_TRANSCEIVER)).isZero();
        } finally {
            smsc.close();
        }
    }

    @Test
    void aServerWhoseCertificateNobodyVouchesForIsNotSpokenTo() throws Exception {
        var smsc = new ScriptedSmsc(0, encrypted());
        try (var gateway = RunningGateway.start(settings(smsc, "localhost"))) {
            assertThat(gateway.host().awaitPhase(GatewayState.Phase.DOWN).detail())
                    .startsWith("Cannot connect");
        } finally {
            smsc.close();
        }
    }

    @Test
    void anOperatorThatWantsACertificateOfOursGetsIt() throws Exception {
        var smsc = new ScriptedSmsc(
                0,
                encrypted()
                        .setClientAuth(ClientAuth.REQUIRED)
                        .setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(client.certificate()))));
        try (var gateway = RunningGateway.start(settings(
                smsc,
                "localhost",
                "tls.trusted",
                server.certificate(),
                "tls.certificate",
                client.certificate(),
                "tls.key",
                client.key()))) {
            gateway.submit(1, "known");

            assertThat(gateway.outcome(Outcome.Accepted.class).token()).isEqualTo(1);
        } finally {
            smsc.close();
        }
    }

    @Test
    void aCertificateWithoutItsKeyIsRefusedInTheForm() throws Exception {
        Map<String, String> settings =
                Map.of("host", "smsc.example", "system-id", "esme", "tls.certificate", client.certificate());

        assertThatThrownBy(() -> SmppSettings.of(settings)).isInstanceOf(SettingException.class);
    }
}
