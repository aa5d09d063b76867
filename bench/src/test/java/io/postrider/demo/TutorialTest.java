package io.postrider.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.rig.Folders;
import io.postrider.rig.Installation;
import io.postrider.rig.Lab;
import io.postrider.rig.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Runs the tutorial as its reader would: every line of it in one shell, on an empty installation. */
class TutorialTest {
    private static final String PASSWORD = "a password with 'quotes' and $signs";
    private static final Path FOLDER = Path.of("target/tutorial").toAbsolutePath();
    private static final Pattern BLOCK =
            Pattern.compile("^```(sh|text)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private final Installation installation = Installation.find();
    private final Ports ports = Ports.free();

    @Test
    void everyLineOfTheTutorialPrintsWhatThePageSays() throws Exception {
        String page = Files.readString(installation.home().resolve("docs/tutorial.md"));
        Folders.delete(FOLDER);
        try (Lab lab = Lab.start(installation, ports, FOLDER, List.of(), List.of(), PASSWORD)) {
            assertThat(lab.address()).hasPort(ports.web());
            String printed = run(here(blocks(page, "sh")));
            assertThat(printed.lines().toList()).as("what the shell printed").satisfies(lines -> {
                List<String> promised = here(blocks(page, "text")).lines().toList();
                for (int i = 0; i < Math.min(lines.size(), promised.size()); i++) {
                    assertThat(lines.get(i)).matches(pattern(promised.get(i)));
                }
                assertThat(lines).hasSameSizeAs(promised);
            });
        }
    }

    private static String blocks(String page, String language) {
        return BLOCK.matcher(page)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .collect(Collectors.joining());
    }

    /** The page is written for the usual ports; here they are others, so that the test disturbs nobody. */
    private String here(String text) {
        return text.replace("127.0.0.1:8080", "127.0.0.1:" + ports.web())
                .replace("127.0.0.1:8081", "127.0.0.1:" + ports.tracking())
                .replace("127.0.0.1:8775", "127.0.0.1:" + ports.simulator())
                .replace("\"2775\"", "\"" + ports.smpp() + "\"")
                .replace("'the one that was printed'", "'" + PASSWORD.replace("'", "'\\''") + "'");
    }

    private String run(String script) throws IOException, InterruptedException {
        Path lines = Files.writeString(FOLDER.resolve("tutorial.sh"), script);
        Process shell = new ProcessBuilder("bash", "-euo", "pipefail", lines.toString())
                .directory(installation.home().toFile())
                .redirectError(FOLDER.resolve("tutorial.log").toFile())
                .redirectOutput(FOLDER.resolve("tutorial.out").toFile())
                .start();
        boolean ended = shell.waitFor(2, TimeUnit.MINUTES);
        shell.destroyForcibly();
        String printed = Files.readString(FOLDER.resolve("tutorial.out"), StandardCharsets.UTF_8);
        String log = Files.readString(FOLDER.resolve("tutorial.log"), StandardCharsets.UTF_8);
        assertThat(ended)
                .as("ends within two minutes; it printed %s %s", printed, log)
                .isTrue();
        assertThat(shell.exitValue())
                .as("exit code; it printed %s %s", printed, log)
                .isZero();
        return printed;
    }

    /** A line of the page, in which an ellipsis stands for anything. */
    private static Pattern pattern(String promised) {
        return Pattern.compile("\\Q" + promised.replace("…", "\\E.*\\Q") + "\\E");
    }
}
