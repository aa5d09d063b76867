package io.postrider.simulator.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClassPathTest {
    private static final String OURS = "io/postrider/";

    @Test
    void whoTestsWithTheSimulatorGetsNothingElseOfPostrider() throws IOException {
        Set<String> packages = new TreeSet<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                packages.addAll(packages(path));
            } else if (Files.isRegularFile(path)) {
                try (FileSystem jar = FileSystems.newFileSystem(path)) {
                    packages.addAll(packages(jar.getPath("/")));
                }
            }
        }
        assertThat(packages)
                .contains("io.postrider.simulator", "io.postrider.smpp.wire")
                .allMatch(name -> name.equals("io.postrider.smpp.wire") || name.startsWith("io.postrider.simulator"));
    }

    @Test
    void theSimulatorBringsNoLoggerAndNoCommandLine() {
        assertThat(System.getProperty("java.class.path"))
                .doesNotContain("slf4j-simple")
                .doesNotContain("picocli");
    }

    private static Set<String> packages(Path root) throws IOException {
        Set<String> packages = new TreeSet<>();
        Path ours = root.resolve(OURS);
        if (!Files.isDirectory(ours)) {
            return packages;
        }
        try (Stream<Path> files = Files.walk(ours)) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .forEach(file -> packages.add(
                            root.relativize(file.getParent()).toString().replace('/', '.')));
        }
        return packages;
    }
}
