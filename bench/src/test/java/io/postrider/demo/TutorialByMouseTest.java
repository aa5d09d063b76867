package io.postrider.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.rig.Folders;
import io.postrider.rig.Installation;
import io.postrider.rig.Lab;
import io.postrider.rig.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Walks the tutorial's five steps in a real Chromium, on an empty installation. */
class TutorialByMouseTest {
    private static final String PASSWORD = "a long enough password";
    private static final Path FOLDER = Path.of("target/tutorial-by-mouse").toAbsolutePath();

    @Test
    void fiveStepsByMouseLeadFromAnEmptyInstallationToTheReport() throws Exception {
        Installation installation = Installation.find();
        Ports ports = Ports.free();
        Folders.delete(FOLDER);
        try (Lab lab = Lab.start(installation, ports, FOLDER, List.of(), List.of(), PASSWORD)) {
            Path said = FOLDER.resolve("chromium.log");
            Process walk = new ProcessBuilder(
                            "node",
                            "e2e/tutorial.mjs",
                            "--url",
                            lab.address().toString(),
                            "--password",
                            PASSWORD,
                            "--smpp",
                            Integer.toString(ports.smpp()),
                            "--file",
                            installation.sample().toString(),
                            "--out",
                            FOLDER.toString())
                    .directory(installation.home().resolve("web-ui").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            boolean ended = walk.waitFor(4, TimeUnit.MINUTES);
            walk.destroyForcibly();
            assertThat(ended)
                    .as("ends within four minutes; it said: %s", Files.readString(said))
                    .isTrue();
            assertThat(Files.readString(said)).contains("The tutorial was walked by mouse.");
        }
    }
}
