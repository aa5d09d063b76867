package io.postrider.bench;

import io.postrider.load.Account;
import io.postrider.prototype.Main;
import io.postrider.rig.Child;
import io.postrider.rig.Installation;
import io.postrider.rig.ProcessTimes;
import io.postrider.rig.RigException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** The prototype in a process of its own, with a database of its own in the server's PostgreSQL. */
final class PrototypeRunner implements Runner {
    private static final String HEAP = "-Xmx512m";
    private static final int PORT_LINE = 3;

    private final Field field;
    private final int people;
    private final JsonArray failures;
    private final Child prototype;

    PrototypeRunner(Field field, Path folder, int people, JsonArray failures) {
        this.field = field;
        this.people = people;
        this.failures = failures;
        Path postgres = field.lab().postgres();
        Account account = field.account(Field.PROTOTYPE);
        List<String> command = Installation.ownCommand(HEAP, Main.class.getName());
        command.addAll(List.of(
                port(postgres),
                Integer.toString(account.port()),
                Integer.toString(people),
                account.systemId(),
                account.password()));
        Map<String, String> secret = Map.of(Main.PASSWORD, read(postgres.resolve("password")));
        this.prototype = Child.start("prototype", command, secret, folder.resolve("prototype.log"), Main.READY);
    }

    private static String port(Path postgres) {
        return read(postgres.resolve("cluster/postmaster.pid")).lines().toList().get(PORT_LINE);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException missing) {
            throw new RigException("The file " + file + " of the server's PostgreSQL cannot be read.", missing);
        }
    }

    @Override
    public String name() {
        return "prototype";
    }

    @Override
    public Lap run() {
        Lap lap = Lap.of(field.simulator(), people, cpu(), () -> prototype.tell("run"));
        JsonObject seen = field.statistics();
        if (seen.getLong("phones") != people || seen.getLong("messages") != people) {
            failures.add("Of the prototype the simulator says " + seen.encode() + " for " + people + " people.");
        }
        return lap;
    }

    private Map<String, DoubleSupplier> cpu() {
        long server = field.lab().server().pid();
        return Map.of(
                "prototype", () -> ProcessTimes.cpuSeconds(prototype.pid()),
                "postgres", () -> ProcessTimes.postgresSeconds(server),
                "simulator", () -> ProcessTimes.cpuSeconds(field.lab().simulatorPid()));
    }

    @Override
    public void close() {
        prototype.close();
    }
}
