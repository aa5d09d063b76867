package io.postrider.peer;

import io.postrider.load.Account;
import io.postrider.rig.Child;
import io.postrider.rig.Poll;
import io.postrider.rig.Ports;
import io.postrider.rig.ProcessTimes;
import io.postrider.rig.RigException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Kannel as Debian brings it: bearerbox and smsbox, with one bind, its internal store for delivery reports, and as good as no
 * log. It keeps nothing durable.
 */
public final class Kannel implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin");

    /** Ends with this JVM even if that is killed. The process keeps its number through all of it. */
    private static final List<String> LEASH = List.of("setpriv", "--pdeathsig", "KILL");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String password = Long.toString(new SecureRandom().nextLong(1L << 50, 1L << 60), 36);
    private final int adminPort;
    private final int sendPort;
    private final List<Child> boxes = new ArrayList<>();

    private Kannel(int adminPort, int sendPort) {
        this.adminPort = adminPort;
        this.sendPort = sendPort;
    }

    /** Refuses, and says how to install it, where Kannel is missing. */
    public static void check() {
        program("bearerbox");
        program("smsbox");
        program("setpriv");
    }

    /**
     * Starts it and waits until it is bound.
     *
     * @param window submits that may be unanswered
     */
    public static Kannel start(Path folder, Account account, int window) {
        check();
        List<Integer> ports = Ports.free(3);
        Kannel kannel = new Kannel(ports.get(0), ports.get(2));
        try {
            Path file = Files.createDirectories(folder).resolve("kannel.conf");
            Files.writeString(file, kannel.configuration(ports.get(1), account, window));
            kannel.box("bearerbox", file, folder);
            Poll.until("Kannel's bind", PATIENCE, PAUSE, kannel::status, now -> now.contains("peer") && isOnline(now));
            kannel.box("smsbox", file, folder);
            Poll.until("Kannel's smsbox", PATIENCE, PAUSE, kannel::status, now -> now.contains("smsbox:box"));
            Poll.until("Kannel's sendsms", PATIENCE, PAUSE, () -> kannel.answers(kannel.sendPort), yes -> yes);
            return kannel;
        } catch (IOException problem) {
            kannel.close();
            throw new RigException("Kannel's configuration cannot be written: " + problem.getMessage(), problem);
        } catch (RigException problem) {
            kannel.close();
            throw problem;
        }
    }

    private static boolean isOnline(String status) {
        return status.contains("(online");
    }

    private String configuration(int smsboxPort, Account account, int window) throws IOException {
        try (InputStream template = Kannel.class.getResourceAsStream("/kannel.conf")) {
            if (template == null) {
                throw new IOException("kannel.conf is missing from the jar");
            }
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@ADMIN_PORT@", Integer.toString(adminPort))
                    .replace("@TOKEN@", password)
                    .replace("@SMSBOX_PORT@", Integer.toString(smsboxPort))
                    .replace("@SENDSMS_PORT@", Integer.toString(sendPort))
                    .replace("@SMPP_PORT@", Integer.toString(account.port()))
                    .replace("@SYSTEM_ID@", account.systemId())
                    .replace("@PASSWORD@", account.password())
                    .replace("@WINDOW@", Integer.toString(window));
        }
    }

    private void box(String name, Path configuration, Path folder) {
        String shell = "echo started; exec \"$@\" >/dev/null";
        List<String> command = new ArrayList<>(List.of("sh", "-c", shell, name));
        command.addAll(LEASH);
        command.addAll(List.of(program(name), configuration.toString()));
        boxes.add(0, Child.start("Kannel's " + name, command, folder.resolve(name + ".log"), "started"));
    }

    private static String program(String name) {
        return FOLDERS.stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseThrow(() -> new RigException("The program " + name + " is missing, which the comparison needs."
                        + " Install it, for example: apt-get install kannel util-linux"));
    }

    private String status() {
        return get("http://127.0.0.1:" + adminPort + "/status.txt?password=" + password);
    }

    private boolean answers(int port) {
        return !get("http://127.0.0.1:" + port + "/cgi-bin/sendsms").isEmpty();
    }

    /** Empty while nobody answers. */
    private String get(String address) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(address)).timeout(TIMEOUT).build();
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException notYet) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RigException("The start of Kannel was interrupted.", interrupted);
        }
    }

    /** Port of its interface for sending. */
    int sendPort() {
        return sendPort;
    }

    /** Who may send, as the beginning of a query. */
    String credentials() {
        return "username=bench&password=" + password;
    }

    /** CPU seconds of both boxes since they began. */
    public double cpuSeconds() {
        return boxes.stream()
                .mapToDouble(box -> ProcessTimes.cpuSeconds(box.pid()))
                .sum();
    }

    @Override
    public void close() {
        boxes.forEach(Child::close);
        boxes.clear();
    }
}
