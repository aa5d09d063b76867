package io.postrider.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broken plugin is listed with what is wrong, and the good one beside it runs. */
class BrokenPluginsTest {
    private static final String GOOD = "return new Composition.Refused(text, text);";
    private static final String GATEWAY = """
            public class MadeGateway implements GatewayProvider {
                public String name() { return "made"; }
                public List<Setting> settings() { %s }
                public Gateway open(GatewayContext host) { throw new UnsupportedOperationException(); }
            }
            """;

    @TempDir
    Path folder;

    @TempDir
    Path work;

    @TempDir
    Path scratch;

    @Test
    void aFileThatIsNoZip() throws IOException {
        Files.writeString(folder.resolve("torn.zip"), "PK but not really");
        assertFault(PluginFault.NOT_A_ZIP, "torn");
    }

    @Test
    void aZipThatWasCutOff() throws IOException {
        Path zip = plugin().zip(folder);
        byte[] whole = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(whole, whole.length / 2));
        assertFault(PluginFault.NOT_A_ZIP, "homemade");
    }

    @Test
    void aNameThatLeadsOutOfTheFolder() throws IOException {
        plugin().withEntry("../../escaped.txt", "gotcha").zip(folder);
        assertFault(PluginFault.UNSAFE_ZIP, "homemade");
        assertThat(work.resolveSibling("escaped.txt")).doesNotExist();
        assertThat(work.resolve("escaped.txt")).doesNotExist();
    }

    @Test
    void moreBytesThanAllowed() throws IOException {
        Path zip = plugin().withEntry("big", "0".repeat(100_000)).zip(folder);
        Path target = Files.createDirectory(scratch.resolve("target"));
        assertThat(refusal(() -> new PluginArchive(100, 50_000).unpack(zip, target)))
                .isEqualTo(PluginFault.TOO_LARGE);
        assertThat(refusal(() -> new PluginArchive(1, 500_000).unpack(zip, target)))
                .isEqualTo(PluginFault.TOO_LARGE);
    }

    @Test
    void noDescriptor() throws IOException {
        plugin().withoutDescriptor().zip(folder);
        assertFault(PluginFault.NO_DESCRIPTOR, "nameless");
    }

    @Test
    void anIdThatIsAPath() throws IOException {
        Path zip = plugin().saying("plugin.id", "..").zip(folder);
        Files.move(zip, folder.resolve("climber.zip"));
        assertFault(PluginFault.BAD_DESCRIPTOR, "climber");
    }

    @Test
    void aPluginForAnotherVersionOfTheApi() throws IOException {
        plugin().saying("plugin.requires", ">=9.0.0").zip(folder);
        assertFault(PluginFault.WRONG_API_VERSION, "homemade");
        assertThat(states().get(0).error()).contains(">=9.0.0").contains(Plugins.API_VERSION);
    }

    @Test
    void aVersionThatIsNone() throws IOException {
        plugin().saying("plugin.requires", "the newest").zip(folder);
        assertFault(PluginFault.WRONG_API_VERSION, "homemade");
    }

    @Test
    void aPluginThatLeansOnAnother() throws IOException {
        plugin().saying("plugin.dependencies", "sms-channel").zip(folder);
        assertFault(PluginFault.NEEDS_OTHER_PLUGINS, "homemade");
    }

    @Test
    void aConstructorThatThrows() throws IOException {
        new HomemadePlugin(scratch).withProvider("Thrower", """
                        public class Thrower implements Channel {
                            public Thrower() { throw new IllegalStateException("no licence"); }
                            public String name() { return "thrower"; }
                            public Composition compose(String text) { return null; }
                        }
                        """).zip(folder);
        assertFault(PluginFault.CONSTRUCTOR_FAILED, "homemade");
        assertThat(states().get(0).error()).contains("no licence");
    }

    @Test
    void aClassThatDoesNotLink() throws IOException {
        new HomemadePlugin(scratch)
                .withProvider("Leaner", """
                        class Gone { static final Object THING = new Object(); }
                        public class Leaner implements Channel {
                            public Leaner() { Gone.THING.hashCode(); }
                            public String name() { return "leaner"; }
                            public Composition compose(String text) { return null; }
                        }
                        """)
                .without("classes/homemade/Gone.class")
                .zip(folder);
        assertFault(PluginFault.DOES_NOT_LINK, "homemade");
        assertThat(states().get(0).error()).contains("homemade/Gone");
    }

    @Test
    void settingsThatThrow() throws IOException {
        new HomemadePlugin(scratch)
                .withProvider("MadeGateway", GATEWAY.formatted("throw new IllegalStateException(\"no form\");"))
                .zip(folder);
        assertFault(PluginFault.SETTINGS_FAILED, "homemade");
    }

    @Test
    void aDefaultThatItsOwnSettingForbids() throws IOException {
        new HomemadePlugin(scratch)
                .withProvider(
                        "MadeGateway",
                        GATEWAY.formatted("return List.of(Setting.number(\"port\", \"link\", 70000, 1, 65535));"))
                .zip(folder);
        assertFault(PluginFault.SETTINGS_FAILED, "homemade");
    }

    @Test
    void aPluginClassThatCannotStart() throws IOException {
        plugin().saying("plugin.class", "homemade.Missing").zip(folder);
        assertFault(PluginFault.START_FAILED, "homemade");
    }

    @Test
    void aPluginWithoutProviders() throws IOException {
        new HomemadePlugin(scratch).zip(folder);
        assertFault(PluginFault.NO_PROVIDERS, "homemade");
    }

    @Test
    void theSecondOfTwoWithOneId() throws IOException {
        plugin().zip(folder);
        Files.copy(folder.resolve("homemade.zip"), folder.resolve("zz-copy.zip"));
        assertThat(states()).extracting(PluginState::fault).containsExactly(null, PluginFault.DUPLICATE_ID);
    }

    @Test
    void theSecondOfTwoWithOneProvidersName() throws IOException {
        plugin().zip(folder);
        plugin().saying("plugin.id", "second").zip(folder);
        assertThat(states()).extracting(PluginState::fault).containsExactly(null, PluginFault.NAME_TAKEN);
    }

    @Test
    void aFolderThatIsNotThereIsPassedOver() {
        try (Plugins plugins = Plugins.open(List.of(folder.resolve("none")), work)) {
            assertThat(plugins.list()).isEmpty();
        }
    }

    private HomemadePlugin plugin() throws IOException {
        return new HomemadePlugin(scratch).withChannel("made", GOOD);
    }

    private void assertFault(PluginFault fault, String id) throws IOException {
        new HomemadePlugin(scratch)
                .withChannel("good", GOOD)
                .saying("plugin.id", "zz-good")
                .zip(folder);
        try (Plugins plugins = Plugins.open(List.of(folder), work)) {
            PluginState broken = plugins.list().get(0);
            assertThat(broken.fault()).as(broken.error()).isEqualTo(fault);
            assertThat(broken.id()).isEqualTo(id);
            assertThat(broken.running()).isFalse();
            assertThat(broken.error()).isNotEmpty().doesNotContain("\n");
            assertThat(plugins.channel("good")).isPresent();
        }
        assertThat(work).isEmptyDirectory();
    }

    private List<PluginState> states() {
        try (Plugins plugins = Plugins.open(List.of(folder), work)) {
            return plugins.list();
        }
    }

    private interface Refusing {
        void run() throws PluginRefused;
    }

    private static PluginFault refusal(Refusing refusing) {
        PluginRefused refused = catchThrowableOfType(PluginRefused.class, refusing::run);
        return Objects.requireNonNull(refused).fault();
    }
}
