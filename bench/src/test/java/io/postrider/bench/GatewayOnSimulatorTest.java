package io.postrider.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.Encoding;
import io.postrider.plugin.api.Gateway;
import io.postrider.plugin.api.Inbound;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.ReceiptState;
import io.postrider.plugin.api.Submission;
import io.postrider.simulator.SimulatorSettings;
import io.postrider.simulator.SmsMessage;
import io.postrider.simulator.Smsc;
import io.postrider.simulator.Tls;
import io.postrider.smpp.gateway.SmppProvider;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gateway's messages as phones show them: the simulator reads texts by code of its own, and judges them. */
class GatewayOnSimulatorTest {
    private static final String PHONE = "79161234567";
    private static final String PASSWORD = "password";
    private static final long PATIENCE_SECONDS = 30;

    private static SmsMessage send(Smsc smsc, GatewayHost host, List<String> parts, Encoding encoding)
            throws Exception {
        Gateway gateway = new SmppProvider().open(host);
        try {
            gateway.start();
            host.awaitUp();
            var submission = new Submission(1, "Shop", PHONE, parts, encoding, null, true);
            assertThat(gateway.submit(List.of(submission))).isEqualTo(1);
            assertThat(host.outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Accepted.class,
                            accepted -> assertThat(accepted.operatorIds()).hasSameSizeAs(parts));
            Inbound.Receipt receipt = host.receipt();
            assertThat(receipt.state()).isEqualTo(ReceiptState.DELIVERED);
            return smsc.awaitMessage(PHONE, "delivered");
        } finally {
            gateway.stop(Duration.ZERO).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "udh8, GSM7",
        "udh16, GSM7",
        "sar, GSM7",
        "payload, GSM7",
        "udh8, UCS2",
        "udh16, UCS2",
        "sar, UCS2",
        "payload, UCS2"
    })
    void aLongMessageIsOneTextOnThePhoneHoweverItTravels(String style, Encoding encoding) throws Exception {
        List<String> parts = encoding == Encoding.GSM7
                ? List.of("a".repeat(151) + "€", "b".repeat(153), "the end {}")
                : List.of("Ж".repeat(65) + "😀", "Я".repeat(67), "конец");
        try (Smsc smsc = Smsc.start(SimulatorSettings.onFreePorts())) {
            var host = new GatewayHost(smsc.smppPort(), "postrider", "simulate", Map.of("long-messages", style));

            SmsMessage shown = send(smsc, host, parts, encoding);

            assertThat(shown.text()).isEqualTo(String.join("", parts));
            assertThat(shown.problem()).isNull();
            assertThat(shown.from()).isEqualTo("Shop");
        }
    }

    @Test
    void aReplyComesBackWhole() throws Exception {
        try (Smsc smsc = Smsc.start(SimulatorSettings.onFreePorts())) {
            var host = new GatewayHost(smsc.smppPort(), "postrider", "simulate", Map.of());
            Gateway gateway = new SmppProvider().open(host);
            gateway.start();
            host.awaitUp();
            String text = "Длинный ответ, который не помещается в одну часть. ".repeat(4);
            smsc.reply(PHONE, "Shop", text);

            assertThat(host.reply()).satisfies(reply -> assertThat(reply.text()).isEqualTo(text));
            gateway.stop(Duration.ZERO).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Test
    void theSimulatorsTlsPortIsSpokenToWhenItsCertificateIsTrusted(@TempDir Path folder) throws Exception {
        Path certificate = folder.resolve("certificate.pem");
        Path key = folder.resolve("key.pem");
        makeCertificate(folder, certificate, key);
        SimulatorSettings settings =
                SimulatorSettings.onFreePorts().with(new Tls(0, certificate.toString(), key.toString()));
        try (Smsc smsc = Smsc.start(settings)) {
            var host = new GatewayHost(
                    smsc.simulator().tlsPort(),
                    "postrider",
                    "simulate",
                    Map.of("tls", "on", "tls.trusted", Files.readString(certificate)));

            assertThat(send(smsc, host, List.of("encrypted"), Encoding.GSM7).text())
                    .isEqualTo("encrypted");
        }
    }

    private static void makeCertificate(Path folder, Path certificate, Path key) throws Exception {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "smsc",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=smsc",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream octets = Files.newInputStream(store)) {
            keys.load(octets, PASSWORD.toCharArray());
        }
        Files.writeString(
                certificate, pem("CERTIFICATE", keys.getCertificate("smsc").getEncoded()));
        Files.writeString(
                key,
                pem("PRIVATE KEY", keys.getKey("smsc", PASSWORD.toCharArray()).getEncoded()));
    }

    private static String pem(String kind, byte[] octets) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(octets);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }
}
