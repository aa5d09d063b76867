package io.postrider.bench;

import io.postrider.rig.Poll;
import io.postrider.rig.RigException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Starts jsmpp's example server, as it comes, in this process, and says when it listens: it says so itself only in a log,
 * which is off because it would write two lines a message.
 */
public final class ExampleServer {
    /** What is said on standard output when clients can come. */
    static final String READY = "jsmpp's example is ready";

    /** The system property by which the example is told its port. */
    static final String PORT = "jsmpp.simulator.port";

    private static final String EXAMPLE = "org.jsmpp.examples.SMPPServerSimulator";
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;

    private ExampleServer() {}

    /** Runs until it is killed. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread watch = new Thread(ExampleServer::sayWhenReady, "watch");
        watch.setDaemon(true);
        watch.start();
        Class.forName(EXAMPLE).getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    private static void sayWhenReady() {
        String port = String.format(Locale.ROOT, ":%04X", Integer.getInteger(PORT));
        boolean ready = Poll.until("jsmpp's example", PATIENCE, PAUSE, () -> listens(port), listening -> listening);
        if (ready) {
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println(READY);
        }
    }

    /** Asks the system: a connection to try it out would keep the example from its first client for half a minute. */
    private static boolean listens(String port) {
        try {
            for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
                for (String line : Files.readAllLines(Path.of(table))) {
                    String[] fields = line.strip().split("\\s+", -1);
                    if (fields[LOCAL_ADDRESS].endsWith(port) && fields[STATE].equals(LISTENING)) {
                        return true;
                    }
                }
            }
            return false;
        } catch (IOException noLinux) {
            throw new RigException("The list of ports cannot be read, which takes Linux.", noLinux);
        }
    }
}
