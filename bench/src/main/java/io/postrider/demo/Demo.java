package io.postrider.demo;

import io.postrider.rig.Campaign;
import io.postrider.rig.Client;
import io.postrider.rig.Folders;
import io.postrider.rig.Installation;
import io.postrider.rig.Lab;
import io.postrider.rig.Poll;
import io.postrider.rig.Ports;
import io.postrider.rig.RigException;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/** The main job on real input, from an empty folder to the last click. */
final class Demo {
    private static final String CALLER_ID = "Postrider";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Installation installation;
    private final Ports ports;
    private final Input input;
    private final PrintStream out;
    private final long started = System.nanoTime();
    private String last = "";

    Demo(Installation installation, Ports ports, Input input, PrintStream out) {
        this.installation = installation;
        this.ports = ports;
        this.input = input;
        this.out = out;
    }

    /**
     * Runs it.
     *
     * @return the exit code
     */
    int run(boolean exit) {
        ports.check();
        Path folder = installation.home().resolve("data/demo");
        if (Folders.delete(folder)) {
            say("Starting clean: what the last demo kept in " + folder + " is deleted.");
        }
        String password = Long.toString(new SecureRandom().nextLong(1L << 50, 1L << 60), 36);
        say("Starting the server, its database and the simulator.");
        try (Lab lab = Lab.start(installation, ports, folder, List.of(), List.of(), password)) {
            Outcome outcome = mail(lab);
            List<String> broken = outcome.broken();
            broken.forEach(equation -> say("WRONG: " + equation));
            out.println(lab.address() + "  login: " + Lab.LOGIN + "  password: " + password);
            out.println(outcome.json().encode());
            if (!broken.isEmpty()) {
                throw new RigException(
                        "The figures contradict one another; the server's log is " + lab.serverLog() + ".");
            }
            return exit ? 0 : serve(lab);
        }
    }

    private int serve(Lab lab) {
        try {
            int code = lab.server().waitFor();
            throw new RigException("The server ended with " + code + "; its log is " + lab.serverLog() + ".");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private Outcome mail(Lab lab) {
        Client api = lab.api();
        Campaign campaign = new Campaign(api);
        ListImport list = ListImport.prepare(api, campaign, input);
        String resource = campaign.resource("Demo", list.database(), CALLER_ID);
        String sender = campaign.sender("Simulator", lab.gatewaySettings());
        String template = campaign.template("Demo", list.template());
        list.start(resource);
        Poll.until("the import", PATIENCE, PAUSE, () -> said(list.progress()), list::isOver);
        Outcome.Imported imported = list.outcome();
        String mailing = campaign.mailing("Demo", list.database(), resource, template, sender);
        long from = System.nanoTime();
        campaign.activate(mailing);
        Broadcast broadcast = new Broadcast(api, lab.simulator(), mailing);
        Poll.until("the run to come to rest", PATIENCE, PAUSE, () -> said(broadcast.progress()), broadcast::isAtRest);
        double seconds = (System.nanoTime() - from) / 1e9;
        Poll.until("people to click", PATIENCE, PAUSE, () -> said(broadcast.clicks()), broadcast::haveAllClicked);
        broadcast.tables().forEach(table -> out.println("\n" + table.text()));
        return new Outcome(imported, broadcast.report(), Outcome.Operator.of(broadcast.statistics()), seconds);
    }

    /** Prints a line of progress, and only when it says something new. */
    private JsonObject said(JsonObject progress) {
        String line = Progress.line(progress);
        if (!line.equals(last)) {
            last = line;
            say(line);
        }
        return progress;
    }

    private void say(String line) {
        out.printf("[%4d s] %s%n", (System.nanoTime() - started) / 1_000_000_000, line);
    }
}
