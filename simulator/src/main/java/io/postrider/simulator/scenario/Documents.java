package io.postrider.simulator.scenario;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** YAML, and with it JSON, as JSON objects: plain values only, no types of the document's choice. */
public final class Documents {
    private static final int LONGEST = 256 * 1024;
    private static final int MOST_ALIASES = 50;
    private static final int DEEPEST = 20;

    private Documents() {}

    /**
     * Reads a document that is an object.
     *
     * @throws IllegalArgumentException with one sentence that names the line
     */
    public static JsonObject read(String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST);
        options.setAllowDuplicateKeys(false);
        Object document;
        try {
            document = new Yaml(new SafeConstructor(options)).load(text);
        } catch (MarkedYAMLException unreadable) {
            int line = unreadable.getProblemMark() == null
                    ? 1
                    : unreadable.getProblemMark().getLine() + 1;
            throw new IllegalArgumentException(
                    "The document is no YAML: " + unreadable.getProblem() + " in line " + line + ".", unreadable);
        } catch (YAMLException unreadable) {
            throw new IllegalArgumentException("The document is no YAML that is read here.", unreadable);
        }
        if (document instanceof Map<?, ?> map) {
            return object(map);
        }
        throw new IllegalArgumentException("The document must be an object with names and values.");
    }

    private static JsonObject object(Map<?, ?> map) {
        var object = new JsonObject();
        map.forEach((name, value) -> object.put(String.valueOf(name), value(value)));
        return object;
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        if (value instanceof List<?> list) {
            var array = new JsonArray();
            list.forEach(one -> array.add(value(one)));
            return array;
        }
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof String) {
            return value;
        }
        return String.valueOf(value);
    }
}
