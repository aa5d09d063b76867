package io.postrider.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.Channel;
import io.postrider.plugin.api.Composition;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnloadingTest {
    private static final int ROUNDS = 20;
    private static final String HANDS_OUT_ITS_LOADER = """
            class Mine extends AbstractList<Integer> {
                public Integer get(int at) { return at; }
                public int size() { return 0; }
            }
            return new Composition.Parts(List.of(text), Encoding.GSM7, 1, 160, new Mine());
            """;

    @TempDir
    Path folder;

    @TempDir
    Path work;

    @TempDir
    Path scratch;

    private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
    private final Set<Reference<?>> alive = new HashSet<>();

    @Test
    void twentyRoundsOfLoadingAndUnloadingLeaveNothingBehind() throws Exception {
        Path zip = new HomemadePlugin(scratch)
                .withChannel("leaving", HANDS_OUT_ITS_LOADER)
                .zip(folder);
        try (Plugins plugins = Plugins.open(List.of(Path.of("target", "plugins")), work)) {
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            for (int round = 0; round < ROUNDS; round++) {
                loadUseUnload(plugins, zip);
            }
            awaitCollection();
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> !before.contains(thread))
                    .allSatisfy(thread -> assertThat(thread.getContextClassLoader())
                            .isIn(
                                    null,
                                    ClassLoader.getSystemClassLoader(),
                                    getClass().getClassLoader()));
        }
        assertThat(work).isEmptyDirectory();
    }

    private void loadUseUnload(Plugins plugins, Path zip) {
        assertThat(plugins.load(zip).error()).isEmpty();
        Channel channel = plugins.channel("leaving").orElseThrow();
        ClassLoader loader =
                ((Composition.Parts) channel.compose("x")).culprits().getClass().getClassLoader();
        assertThat(loader).isNotSameAs(getClass().getClassLoader());
        alive.add(new WeakReference<>(loader, collected));
        plugins.unload("homemade");
        assertThat(plugins.channel("leaving")).isEmpty();
    }

    private void awaitCollection() throws InterruptedException {
        for (int tries = 0; tries < 20 && !alive.isEmpty(); tries++) {
            System.gc();
            for (Reference<?> gone = collected.remove(500); gone != null; gone = collected.poll()) {
                alive.remove(gone);
            }
        }
        assertThat(alive).as("class loaders of unloaded plugins").isEmpty();
    }
}
