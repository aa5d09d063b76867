package io.postrider.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {
    private static Settings with(Map<String, String> environment, String... assignments) {
        return Settings.read(Optional.empty(), environment, List.of(assignments));
    }

    @Test
    void theReferenceAloneIsComplete() {
        Settings settings = with(Map.of());
        assertThat(settings.web()).isEqualTo(new Settings.Listen("127.0.0.1", 8080));
        assertThat(settings.sending().receiptGrace()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.plugins()).containsExactly(Path.of("plugins"));
    }

    @Test
    void theCommandLineWinsOverTheEnvironmentAndThatOverTheFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("my.yaml"), "web:\n  port: 1\ntracking:\n  port: 1\nops:\n  port: 1\n");
        Settings settings = Settings.read(
                Optional.of(file),
                Map.of("POSTRIDER_TRACKING_PORT", "2", "POSTRIDER_OPS_PORT", "2", "PATH", "/bin"),
                List.of("ops.port=3"));
        assertThat(settings.web().port()).isEqualTo(1);
        assertThat(settings.tracking().port()).isEqualTo(2);
        assertThat(settings.ops().port()).isEqualTo(3);
    }

    @Test
    void aListIsGivenWithCommas() {
        assertThat(with(Map.of("POSTRIDER_PLUGINS_FOLDERS", "a, b")).plugins())
                .containsExactly(Path.of("a"), Path.of("b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "web.port=70000          | The setting web.port must be a whole number from 0 to 65535.",
                "web.port=eighty         | The setting web.port must be a whole number from 0 to 65535.",
                "data=                   | The setting data must not be empty.",
                "sending.sweep=2s        | The setting sending.sweep must be a length of time such as PT30S or PT1H.",
                "web.colour=red          | --set needs a setting and its value, such as web.port=9000, but got web.colour=…, which is no setting.",
                "tracking.base=go.to     | The setting tracking.base must look like https://go.example.com/, with a slash at the end."
            })
    void whatCannotBeIsRefusedByName(String assignment, String sentence) {
        assertThatThrownBy(() -> with(Map.of(), assignment))
                .isInstanceOf(CannotStartException.class)
                .hasMessage(sentence);
    }

    @Test
    void anUnknownKeyOfAFileOrTheEnvironmentIsRefusedByName(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("my.yaml"), "web:\n  prot: 1\n");
        assertThatThrownBy(() -> Settings.read(Optional.of(file), Map.of(), List.of()))
                .hasMessageContaining("has the setting web.prot, which does not exist.");
        assertThatThrownBy(() -> with(Map.of("POSTRIDER_WEB_PROT", "1"))).hasMessageContaining("POSTRIDER_WEB_PROT");
    }

    @Test
    void secretsDoNotPrint() {
        assertThat(with(Map.of("POSTRIDER_ADMIN_PASSWORD", "hunter2")).toString())
                .doesNotContain("hunter2");
    }
}
