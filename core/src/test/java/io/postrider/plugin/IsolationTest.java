package io.postrider.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.Channel;
import io.postrider.plugin.api.Composition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsolationTest {
    /** A channel that tries to load the class that the text names, in the two ways a library would. */
    private static final String PROBE = """
            String seen = "hidden";
            try { Class.forName(text); seen = "seen"; } catch (ClassNotFoundException e) { }
            try { Thread.currentThread().getContextClassLoader().loadClass(text); seen = "seen"; }
            catch (ClassNotFoundException e) { }
            return new Composition.Refused(seen, "");
            """;

    @TempDir
    Path folder;

    @TempDir
    Path work;

    @TempDir
    Path scratch;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.vertx.core.Vertx",
                "com.fasterxml.jackson.databind.ObjectMapper",
                "org.flywaydb.core.Flyway",
                "ch.qos.logback.classic.Logger",
                "io.postrider.plugin.Plugins",
                "io.postrider.store.Database",
                "io.postrider.sms.SmsChannel",
                "org.junit.jupiter.api.Test"
            })
    void aPluginSeesNeitherTheHostNorOtherPlugins(String className) throws IOException {
        assertThat(probe(className)).isEqualTo("hidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.sql.Connection",
                "io.postrider.plugin.api.Row",
                "org.slf4j.Logger",
                "org.pf4j.Plugin",
                "homemade.MadeChannel"
            })
    void aPluginSeesTheApiTheJdkAndItself(String className) throws IOException {
        assertThat(probe(className)).isEqualTo("seen");
    }

    @Test
    void aPluginSeesNoResourceOfTheHost() throws IOException {
        String body = """
                boolean seen = getClass().getClassLoader().getResource(text) != null;
                return new Composition.Refused(seen ? "seen" : "hidden", "");
                """;
        new HomemadePlugin(scratch).withChannel("probe", body).zip(folder);
        try (Plugins plugins = Plugins.open(List.of(folder), work)) {
            Channel channel = plugins.channel("probe").orElseThrow();
            assertThat(code(channel.compose("db/migration/V1__first_tables.sql")))
                    .isEqualTo("hidden");
            assertThat(code(channel.compose("META-INF/extensions.idx"))).isEqualTo("seen");
        }
    }

    @Test
    void theContextClassLoaderIsThePluginsInsideACallAndTheCallersBehindIt() throws IOException {
        String body = """
                boolean own = Thread.currentThread().getContextClassLoader() == getClass().getClassLoader();
                return new Composition.Refused(own ? "own" : "foreign", "");
                """;
        new HomemadePlugin(scratch).withChannel("probe", body).zip(folder);
        ClassLoader mine = Thread.currentThread().getContextClassLoader();
        try (Plugins plugins = Plugins.open(List.of(folder), work)) {
            assertThat(code(plugins.channel("probe").orElseThrow().compose(""))).isEqualTo("own");
        }
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(mine);
    }

    private String probe(String className) throws IOException {
        new HomemadePlugin(scratch).withChannel("probe", PROBE).zip(folder);
        try (Plugins plugins = Plugins.open(List.of(Path.of("target", "plugins"), folder), work)) {
            return code(plugins.channel("probe").orElseThrow().compose(className));
        }
    }

    private static String code(Composition composition) {
        return ((Composition.Refused) composition).code();
    }
}
