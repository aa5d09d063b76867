package io.postrider.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.rig.Folders;
import io.postrider.rig.Installation;
import io.postrider.rig.Lab;
import io.postrider.rig.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server, a simulator, and the scripts of {@code web-ui/e2e} that go through its pages in a real Chromium. */
final class Walk implements AutoCloseable {
    private static final String PASSWORD = "a long enough password";
    private static final int MINUTES = 20;
    private static final Pattern PRINTED = Pattern.compile("with the password (\\S+)");

    private final Installation installation = Installation.find();
    private final Ports ports = Ports.free();
    private final Path folder;
    private final Lab lab;
    private final String password;

    private Walk(Path folder, String given) {
        this.folder = folder;
        List<String> simulator = List.of(
                "simulator.smpp=127.0.0.1:" + ports.smpp(),
                "simulator.web=http://127.0.0.1:" + ports.simulator() + "/");
        this.lab = Lab.start(installation, ports, folder, List.of(), given.isEmpty() ? simulator : List.of(), given);
        this.password = given.isEmpty() ? printed(lab.server().output()) : given;
    }

    /** On an empty installation, which stays in {@code target/NAME} until the next time. */
    static Walk inEmptyInstallation(String name) {
        return new Walk(emptied(name), PASSWORD);
    }

    /** On one that nobody has given a password yet, and whose built-in simulator is there. */
    static Walk inUntouchedInstallation(String name) {
        return new Walk(emptied(name), "");
    }

    private static Path emptied(String name) {
        Path folder = Path.of("target", name).toAbsolutePath();
        Folders.delete(folder);
        return folder;
    }

    private static String printed(List<String> output) {
        return output.stream()
                .map(PRINTED::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** Runs a script and expects that it says, as its last words, that it went all the way. */
    void go(String script, String lastWords) throws IOException {
        go(script, lab.address().toString(), lastWords);
    }

    /** The same over the simulator's own page. */
    void goOverSimulator(String script, String lastWords) throws IOException {
        go(script, "http://127.0.0.1:" + ports.simulator(), lastWords);
    }

    private void go(String script, String url, String lastWords) throws IOException {
        Process walk = new ProcessBuilder(command(script, url))
                .directory(installation.home().resolve("web-ui").toFile())
                .redirectErrorStream(true)
                .start();
        CompletableFuture.delayedExecutor(MINUTES, TimeUnit.MINUTES).execute(walk::destroyForcibly);
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = walk.inputReader(StandardCharsets.UTF_8);
                Writer replies = walk.outputWriter(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (serve(line)) {
                    replies.write("done\n");
                    replies.flush();
                }
            }
        } finally {
            walk.destroyForcibly();
        }
        assertThat(said).as("what %s said within %s minutes", script, MINUTES).contains(lastWords);
    }

    /** Does with the server what a script asks for by a line. */
    private boolean serve(String line) {
        if (line.equals("server: stop")) {
            lab.killServer();
        } else if (line.equals("server: start")) {
            lab.restartServer();
        } else {
            return false;
        }
        return true;
    }

    private List<String> command(String script, String url) {
        return List.of(
                "node",
                "e2e/" + script + ".mjs",
                "--url",
                url,
                "--password",
                password,
                "--smpp",
                Integer.toString(ports.smpp()),
                "--simulator",
                "http://127.0.0.1:" + ports.simulator(),
                "--file",
                installation.sample().toString(),
                "--out",
                folder.resolve(script).toString());
    }

    @Override
    public void close() {
        lab.close();
    }
}
