package io.postrider.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postrider.plugin.api.Composition;
import io.postrider.plugin.api.Encoding;
import io.postrider.plugin.api.Gateway;
import io.postrider.plugin.api.GatewayContext;
import io.postrider.plugin.api.GatewayState;
import io.postrider.plugin.api.ImporterProvider;
import io.postrider.plugin.api.Inbound;
import io.postrider.plugin.api.Outcome;
import io.postrider.plugin.api.RowException;
import io.postrider.plugin.api.SettingException;
import io.postrider.plugin.api.Submission;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that throws where it may not is answered for by its guard. */
class MisbehavingPluginsTest {
    private static final String GATEWAY = """
            public class MadeGateway implements GatewayProvider {
                public String name() { return "made"; }
                public List<Setting> settings() { return List.of(); }
                public Gateway open(GatewayContext host) {
                    if (host.sender().equals("bug")) throw new IllegalStateException("bug");
                    if (host.sender().equals("wrong")) throw new SettingException("host", "The host is wrong.");
                    return new Gateway() {
                        public java.util.concurrent.CompletionStage<Void> start() { return null; }
                        public int submit(List<Submission> batch) {
                            if (batch.size() == 1) return 7;
                            throw new IllegalStateException("lost the wire");
                        }
                        public java.util.concurrent.CompletionStage<Void> stop(java.time.Duration drain) {
                            return java.util.concurrent.CompletableFuture.failedFuture(new Error("stuck"));
                        }
                    };
                }
            }
            """;

    @TempDir
    Path folder;

    @TempDir
    Path work;

    @TempDir
    Path scratch;

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
    }

    @Test
    void aBatchWhoseSubmitThrowsIsUncertain() throws IOException {
        Listener host = new Listener("sender");
        Gateway gateway = gateway(host);

        assertThat(gateway.submit(List.of(submission(1), submission(2)))).isEqualTo(2);
        assertThat(host.outcomes).extracting(Outcome::token).containsExactly(1L, 2L);
        assertThat(host.outcomes).allMatch(Outcome.Uncertain.class::isInstance);
    }

    @Test
    void takingMoreThanWasOfferedIsUncertainToo() throws IOException {
        Listener host = new Listener("sender");

        assertThat(gateway(host).submit(List.of(submission(3)))).isEqualTo(1);
        assertThat(host.outcomes).singleElement().isInstanceOf(Outcome.Uncertain.class);
    }

    @Test
    void aStageThatIsMissingOrFailsIsAFailureOfThePlugin() throws IOException {
        Gateway gateway = gateway(new Listener("sender"));

        assertThat(gateway.start().toCompletableFuture()).isCompletedExceptionally();
        assertThat(gateway.stop(Duration.ZERO).toCompletableFuture())
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(PluginFailure.class)
                .withMessageContaining("homemade");
    }

    @Test
    void settingsThatCannotWorkAreToldAsSuch() throws IOException {
        assertThatThrownBy(() -> gateway(new Listener("wrong"))).isInstanceOf(SettingException.class);
    }

    @Test
    void aBugWhileOpeningIsAFailureOfThePlugin() {
        assertThatThrownBy(() -> gateway(new Listener("bug"))).isInstanceOf(PluginFailure.class);
    }

    @Test
    void aChannelThatThrowsRefusesTheText() throws IOException {
        new HomemadePlugin(scratch)
                .withChannel("made", "throw new StackOverflowError();")
                .zip(folder);

        assertThat(open().channel("made").orElseThrow().compose("Hello"))
                .isInstanceOfSatisfying(
                        Composition.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("channel-failed"));
    }

    @Test
    void anImporterThatThrowsCannotReadTheFile() throws IOException {
        new HomemadePlugin(scratch).withProvider("MadeImporter", """
                        public class MadeImporter implements ImporterProvider {
                            public String name() { return "made"; }
                            public List<Setting> settings() { return List.of(); }
                            public boolean accepts(String fileName, byte[] head) { throw new Error(); }
                            public Map<String, String> detect(java.nio.file.Path f, Map<String, String> given) {
                                return null;
                            }
                            public RowSource open(java.nio.file.Path f, Map<String, String> s, long p) {
                                throw new IllegalStateException();
                            }
                        }
                        """).zip(folder);
        ImporterProvider importer = open().importer("made").orElseThrow();

        assertThat(importer.accepts("a.csv", new byte[0])).isFalse();
        assertThatThrownBy(() -> importer.detect(scratch, Map.of())).isInstanceOf(RowException.class);
        assertThatThrownBy(() -> importer.open(scratch, Map.of(), 0))
                .isInstanceOfSatisfying(
                        RowException.class, failed -> assertThat(failed.code()).isEqualTo("importer-failed"));
    }

    private Gateway gateway(GatewayContext host) throws IOException {
        new HomemadePlugin(scratch).withProvider("MadeGateway", GATEWAY).zip(folder);
        return open().gateway("made").orElseThrow().open(host);
    }

    private Plugins open() {
        Plugins plugins = Plugins.open(List.of(folder), work);
        opened.add(plugins);
        return plugins;
    }

    private static Submission submission(long token) {
        return new Submission(token, "Shop", "77010000000", List.of("Hi"), Encoding.GSM7, null, true);
    }

    private static final class Listener implements GatewayContext {
        private final String sender;
        private final List<Outcome> outcomes = new ArrayList<>();

        private Listener(String sender) {
            this.sender = sender;
        }

        @Override
        public String sender() {
            return sender;
        }

        @Override
        public Map<String, String> settings() {
            return Map.of();
        }

        @Override
        public void ready() {}

        @Override
        public void outcomes(List<Outcome> batch) {
            outcomes.addAll(batch);
        }

        @Override
        public CompletionStage<Void> inbound(List<Inbound> batch) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void state(GatewayState state) {}
    }
}
