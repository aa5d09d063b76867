package io.postrider.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.PluginState.Kind;
import io.postrider.plugin.PluginState.Offer;
import io.postrider.plugin.api.Composition;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The plugins as the build packs them. */
class PackagedPluginsTest {
    private static final Path PACKAGED = Path.of("target", "plugins");

    @TempDir
    Path work;

    static List<Path> zips() throws IOException {
        try (Stream<Path> files = Files.list(PACKAGED)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"sms-channel,CHANNEL,sms"})
    void everyPluginOfTheBuildRunsAndOffersItsProviders(String id, Kind kind, String name) {
        try (Plugins plugins = Plugins.open(List.of(PACKAGED), work)) {
            assertThat(plugins.list())
                    .filteredOn(plugin -> plugin.id().equals(id))
                    .singleElement()
                    .satisfies(plugin -> {
                        assertThat(plugin.error()).isEmpty();
                        assertThat(plugin.version()).isEqualTo("0.1.0");
                        assertThat(plugin.provider()).isEqualTo("Postrider");
                        assertThat(plugin.offers()).containsExactly(new Offer(kind, name));
                    });
        }
    }

    @Test
    void aChannelOfAPackagedPluginComposes() {
        try (Plugins plugins = Plugins.open(List.of(PACKAGED), work)) {
            assertThat(plugins.channel("sms").orElseThrow().compose("Hello"))
                    .isInstanceOfSatisfying(
                            Composition.Parts.class,
                            parts -> assertThat(parts.parts()).containsExactly("Hello"));
        }
    }

    @ParameterizedTest
    @MethodSource("zips")
    void nothingOfAPluginIsOnTheServersClassPath(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            List<String> own = file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith("classes/") && name.endsWith(".class"))
                    .map(name -> name.substring("classes/".length()))
                    .toList();
            assertThat(own).isNotEmpty().allSatisfy(name -> {
                URL seen = PackagedPluginsTest.class.getClassLoader().getResource(name);
                assertThat(seen).isNull();
            });
        }
        assertThat(PackagedPluginsTest.class.getClassLoader().getResource("META-INF/extensions.idx"))
                .isNull();
    }

    @ParameterizedTest
    @MethodSource("zips")
    void aPluginDoesNotBringTheApi(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            assertThat(file.stream().map(ZipEntry::getName))
                    .noneMatch(name ->
                            name.contains("postrider-plugin-api") || name.contains("pf4j") || name.contains("slf4j"));
        }
    }
}
