package io.postrider.bench;

import io.postrider.peer.Kannel;
import io.postrider.rig.Installation;
import io.postrider.rig.Lab;
import io.postrider.rig.ProcessTimes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How fast a broadcast goes out, from its activation to the last receipt, with a conditional template, a tracked link and
 * everything durable; beside others who send to the same simulator.
 */
final class SendBench implements Bench {
    /** Each trial of a window, of which there are two, is this part of a lap. */
    private static final int TRIAL = 5;

    /** The compilers of the virtual machines are at work for some hundred thousand messages. */
    private static final int WARM_UPS = 3;

    private final Installation installation;
    private final SendOptions options;
    private final PrintStream log;
    private final PrintStream out;
    private final JsonArray failures = new JsonArray();

    SendBench(Installation installation, SendOptions options, PrintStream log, PrintStream out) {
        this.installation = installation;
        this.options = options;
        this.log = log;
        this.out = out;
    }

    @Override
    public String name() {
        return "send";
    }

    @Override
    public JsonObject run(boolean quick) {
        Kannel.check();
        int people = options.messages(quick);
        Path folder = installation.folder(name());
        Lab.Options lab = new Lab.Options(List.of("--click", "0"), List.of(), jvm(HeapLog.beside(folder)));
        try (Field field = new Field(installation, folder, people, lab, log)) {
            ServerRunner server = new ServerRunner(field, people, failures);
            out.println(Laps.head());
            Lap first = warmUp(server, quick);
            try (KannelRunner kannel = kannel(field, folder.resolve("kannel"), quick);
                    PrototypeRunner prototype = new PrototypeRunner(field, folder, people, failures)) {
                warmUp(prototype, quick);
                Map<Runner, Laps> laps = interleaved(List.of(server, kannel, prototype), options.pairs(quick));
                return result(field, people, first, laps)
                        .put("kannelWindow", kannel.window())
                        .put("kannelMessages", options.kannelMessages(quick));
            }
        }
    }

    /** The first lap of those that do not count. */
    private Lap warmUp(Runner runner, boolean quick) {
        Lap first = runner.run();
        out.println(Laps.row("first", runner.name(), first));
        for (int lap = 2; lap <= WARM_UPS && !quick; lap++) {
            out.println(Laps.row("warm", runner.name(), runner.run()));
        }
        return first;
    }

    private KannelRunner kannel(Field field, Path folder, boolean quick) {
        int messages = options.kannelMessages(quick);
        int trial = Math.max(1, messages / TRIAL);
        return KannelRunner.best(field, folder, options.kannelWindows(), messages, trial, failures, log);
    }

    private List<String> jvm(Path heapLog) {
        List<String> jvm = new ArrayList<>(List.of(HeapLog.option(heapLog)));
        jvm.addAll(options.serverJvm());
        return jvm;
    }

    private Map<Runner, Laps> interleaved(List<Runner> runners, int pairs) {
        Map<Runner, Laps> laps = new LinkedHashMap<>();
        for (Runner runner : runners) {
            laps.put(runner, new Laps());
        }
        for (int pair = 1; pair <= pairs; pair++) {
            for (Map.Entry<Runner, Laps> each : laps.entrySet()) {
                Lap lap = each.getKey().run();
                each.getValue().add(lap);
                out.println(Laps.row(Integer.toString(pair), each.getKey().name(), lap));
            }
        }
        return laps;
    }

    private JsonObject result(Field field, int people, Lap first, Map<Runner, Laps> laps) {
        Map.Entry<Runner, Laps> ours = laps.entrySet().iterator().next();
        JsonArray cases = new JsonArray();
        laps.forEach((runner, some) -> {
            if (runner != ours.getKey()) {
                cases.add(against(runner.name(), ours.getValue(), some));
            }
        });
        JsonObject headline = cases.getJsonObject(0);
        JsonObject cpu = ours.getValue().cpuJson();
        cpu.put("peer", headline.getJsonObject("peer").getJsonObject("cpuSecondsPer1000"));
        return new JsonObject()
                .put("bench", name())
                .put("unit", "messages/s")
                .put("messages", people)
                .put("ours", ours.getValue().rates().json())
                .mergeIn(headline)
                .put("cases", cases)
                .put("firstRunAfterStart", Math.round(first.rate()))
                .put("cpuSecondsPer1000", cpu)
                .put(
                        "peakHeapMb",
                        HeapLog.read(HeapLog.beside(installation.folder(name())))
                                .peak())
                .put(
                        "peakResidentMb",
                        ProcessTimes.peakResidentMb(field.lab().server().pid()))
                .put("machine", Machine.json())
                .put("commit", Machine.commit(installation.home()))
                .put("failures", failures);
    }

    private JsonObject against(String name, Laps ours, Laps peer) {
        Series ratios = ours.rates().over(peer.rates());
        double ratio = ours.rates().median() / peer.rates().median();
        out.printf(Locale.ROOT, "postrider / %s: %.2f (%.2f to %.2f)%n", name, ratio, ratios.min(), ratios.max());
        return new JsonObject()
                .put("peer", peer.rates().json().put("name", name).put("cpuSecondsPer1000", peer.cpuJson()))
                .put("ratio", Series.fine(ratio))
                .put("ratioMin", Series.fine(ratios.min()))
                .put("ratioMax", Series.fine(ratios.max()));
    }
}
