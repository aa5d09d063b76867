package io.postrider.bench;

import io.postrider.load.Account;
import io.postrider.rig.Campaign;
import io.postrider.rig.Client;
import io.postrider.rig.CsvImport;
import io.postrider.rig.Folders;
import io.postrider.rig.Installation;
import io.postrider.rig.Lab;
import io.postrider.rig.PeopleFile;
import io.postrider.rig.Ports;
import io.postrider.rig.RigException;
import io.postrider.rig.WatchedRun;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A server and a simulator with everything that a mailing to so many people needs, ready to send again and again. */
final class Field implements AutoCloseable {
    /** Account of the server. */
    static final String SERVER = "postrider";

    /** Account of Kannel. */
    static final String KANNEL = "kannel";

    /** Account of the prototype. */
    static final String PROTOTYPE = "prototype";

    private static final String PASSWORD = "simulate";
    private static final String TEXT = "{if lead.name}Hello, {lead.name}!{else}Hello!{end}"
            + " {if lead._city equal \"Honolulu\"}A table in town is free today{else}A table is free today{end},"
            + " have a look before it is gone: https://shop.example/menu";

    private final Lab lab;
    private final Client simulator;
    private final String database;
    private final String resource;
    private String sender;
    private final String template;
    private final Client api;
    private int mailings;

    /**
     * Starts all of it and imports the people.
     *
     * @param folder what they keep; emptied first
     * @param simulatorOptions of the simulator's command line
     */
    Field(Installation installation, Path folder, int people, List<String> simulatorOptions, PrintStream log) {
        this(installation, folder, people, new Lab.Options(simulatorOptions, List.of(), List.of()), log);
    }

    /** The same with options of the server. */
    Field(Installation installation, Path folder, int people, Lab.Options options, PrintStream log) {
        Folders.delete(folder);
        log.println("Starting a server, its database and a simulator in " + folder + ".");
        String password = Long.toString(new SecureRandom().nextLong(1L << 50, 1L << 60), 36);
        lab = Lab.start(installation, Ports.free(), folder, withAccounts(folder, options), password);
        try {
            simulator = lab.simulator();
            api = lab.api();
            Campaign campaign = new Campaign(api);
            database = campaign.database("Bench", "US", List.of(new Campaign.Field("name", "Name", false)));
            resource = campaign.resource("Bench", database, "Postrider");
            JsonObject callerId = new JsonObject().put("callerId", "Postrider");
            sender = campaign.sender("Simulator", lab.gatewaySettings(), callerId);
            template = campaign.template("Bench", TEXT);
            bringIn(folder.resolve("people.csv"), people, log);
        } catch (RigException problem) {
            lab.close();
            throw problem;
        }
    }

    /** Each who sends has an account of its own, because receipts go to any bind of the account that has sent. */
    private static Lab.Options withAccounts(Path folder, Lab.Options options) {
        JsonArray accounts = new JsonArray();
        for (String name : List.of(SERVER, KANNEL, PROTOTYPE)) {
            accounts.add(new JsonObject().put("systemId", name).put("password", PASSWORD));
        }
        try {
            Path file = Files.createDirectories(folder).resolve("accounts.json");
            Files.writeString(file, new JsonObject().put("accounts", accounts).encode());
            List<String> simulator = new ArrayList<>(List.of("--scenario", file.toString()));
            simulator.addAll(options.simulator());
            return new Lab.Options(simulator, options.server(), options.serverJvm());
        } catch (IOException problem) {
            throw new RigException("The folder " + folder + " cannot be written: " + problem.getMessage(), problem);
        }
    }

    private void bringIn(Path file, int people, PrintStream log) {
        PeopleFile.write(file, people);
        long begun = System.nanoTime();
        Map<String, String> columns = Map.of(PeopleFile.NAME, "name", PeopleFile.CITY, "_city");
        JsonObject counters = new CsvImport(api).run(file, database, resource, PeopleFile.PHONE, columns);
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (counters.getLong("added") != people) {
            throw new RigException(people + " people should have been added, but it says " + counters.encode() + ".");
        }
        log.printf(Locale.ROOT, "Imported %,d people in %.1f s (%,.0f a second).%n", people, seconds, people / seconds);
    }

    Lab lab() {
        return lab;
    }

    /** An account of the simulator, such as {@link #KANNEL}. */
    Account account(String name) {
        return new Account(lab.smppPort(), name, PASSWORD);
    }

    JsonObject statistics() {
        return simulator.get("/api/v1/statistics");
    }

    Client simulator() {
        return simulator;
    }

    /** Messages that may be on the wire without a durable outcome. */
    int window() {
        return api.get("/api/v1/senders/" + sender).getInteger("window");
    }

    /** Receipts that the server could not join to one message, by number. */
    Map<String, JsonObject> parkedReceipts() {
        Map<String, JsonObject> found = new HashMap<>();
        String after = "";
        while (after != null) {
            JsonObject page = api.get("/api/v1/parked-receipts?limit=200" + after);
            page.getJsonArray("items").forEach(item -> {
                JsonObject receipt = (JsonObject) item;
                found.put(receipt.getString("id"), receipt);
            });
            after = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }
        return found;
    }

    /** Makes one more mailing to everyone, with the simulator's counters at zero. */
    String mailing() {
        simulator.post("/api/v1/reset", new JsonObject());
        return another();
    }

    /** The same for the first people only. */
    String mailing(int limit) {
        simulator.post("/api/v1/reset", new JsonObject());
        mailings++;
        JsonObject few = new JsonObject().put("recipientsLimit", limit);
        return new Campaign(api).mailing("Bench " + mailings, database, resource, template, sender, few);
    }

    /** Makes one more mailing to everyone beside what is under way. */
    String another() {
        mailings++;
        return new Campaign(api).mailing("Bench " + mailings, database, resource, template, sender);
    }

    /** The server's API. */
    Client api() {
        return api;
    }

    /** Id of the sender that mailings go through. */
    String sender() {
        return sender;
    }

    /** Mailings made from now on go through another sender, which connects to this port and has a limit. */
    void useSender(int port, int messagesPerSecond) {
        Map<String, String> settings = new HashMap<>(lab.gatewaySettings());
        settings.put("port", Integer.toString(port));
        JsonObject limit = new JsonObject().put("messagesPerSecond", messagesPerSecond);
        sender = new Campaign(api).sender("Limited", settings, limit);
    }

    void activate(String mailing) {
        new Campaign(api).activate(mailing);
    }

    WatchedRun watch(String mailing) {
        return new WatchedRun(api, mailing);
    }

    /** Kills the server as a power cut would. */
    void kill() {
        lab.killServer();
    }

    /** Starts the server again with what it kept, the key of the API among it. */
    void restart() {
        lab.restartServer();
    }

    @Override
    public void close() {
        lab.close();
    }
}
