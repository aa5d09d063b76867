package io.postrider.simulator.scenario;

import io.postrider.simulator.behaviour.Behaviour;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Behaviours with a name, from {@code presets.yaml}: each says what differs from usual. The file stands in a package, where no
 * file of whoever embeds the simulator is taken for it.
 */
public final class Presets {
    private static final String FILE = "/io/postrider/simulator/presets.yaml";
    private static final Map<String, Preset> ALL = load();

    private Presets() {}

    /**
     * A behaviour with a name.
     *
     * @param name by which it is chosen
     * @param description one sentence
     * @param changes what differs from usual
     */
    public record Preset(String name, String description, JsonObject changes) {
        /** The usual behaviour with these changes and this seed. */
        public Behaviour behaviour(long seed) {
            return Behaviour.usual().with(changes).withSeed(seed);
        }
    }

    private static Map<String, Preset> load() {
        try (InputStream file = Objects.requireNonNull(Presets.class.getResourceAsStream(FILE))) {
            JsonObject document = Documents.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, Preset> all = new LinkedHashMap<>();
            for (String name : document.fieldNames()) {
                JsonObject one = document.getJsonObject(name);
                all.put(
                        name,
                        new Preset(
                                name, one.getString("description"), one.getJsonObject("behaviour", new JsonObject())));
            }
            return all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All of them by name, in the order of the file. */
    public static Map<String, Preset> all() {
        return new LinkedHashMap<>(ALL);
    }

    /**
     * The one with this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Preset of(String name) {
        Preset preset = ALL.get(name);
        if (preset == null) {
            throw new IllegalArgumentException(
                    "There is no preset \"" + name + "\". There are: " + String.join(", ", ALL.keySet()) + ".");
        }
        return preset;
    }
}
