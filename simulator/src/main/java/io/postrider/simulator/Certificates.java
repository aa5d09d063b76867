package io.postrider.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The certificate of the TLS port: the given one, or one that is made for this run with the JDK's keytool. */
final class Certificates {
    private static final String PASSWORD = "simulator";
    private static final long PATIENCE_SECONDS = 20;

    private Certificates() {}

    /** Blocks for about a second if a certificate has to be made. */
    static KeyCertOptions of(Tls tls, String host) {
        if (!tls.certificate().isEmpty()) {
            readable(tls.certificate());
            readable(tls.key());
            return new PemKeyCertOptions().setCertPath(tls.certificate()).setKeyPath(tls.key());
        }
        try {
            Path folder = Files.createTempDirectory("simulator-tls");
            Path store = folder.resolve("key.p12");
            make(store, host);
            byte[] octets = Files.readAllBytes(store);
            Files.delete(store);
            Files.delete(folder);
            return new PfxOptions().setPassword(PASSWORD).setValue(Buffer.buffer(octets));
        } catch (IOException problem) {
            throw new IllegalArgumentException("No certificate could be made: " + problem.getMessage(), problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("No certificate could be made: interrupted.", interrupted);
        }
    }

    private static void readable(String file) {
        if (!Files.isReadable(Path.of(file))) {
            throw new IllegalArgumentException("The file " + file + " cannot be read.");
        }
    }

    private static void make(Path store, String host) throws IOException, InterruptedException {
        String name = host.chars().allMatch(c -> c == '.' || Character.isDigit(c)) ? "ip:" + host : "dns:" + host;
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "simulator",
                        "-keyalg",
                        "EC",
                        "-validity",
                        "365",
                        "-dname",
                        "CN=Postrider simulator",
                        "-ext",
                        "san=dns:localhost," + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!keytool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IOException("keytool did not make it");
        }
    }
}
