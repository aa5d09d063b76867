package io.postrider.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The reference with what was changed laid over it. Only keys of the reference exist; any other is refused by name. */
final class SettingsTree {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final int MAX_PORT = 65_535;
    private final ObjectNode root;

    private SettingsTree(ObjectNode root) {
        this.root = root;
    }

    static SettingsTree reference(String yaml) {
        return new SettingsTree(object(yaml, "The reference of settings"));
    }

    private static ObjectNode object(String yaml, String source) {
        try {
            JsonNode node = YAML.readTree(yaml);
            if (node instanceof ObjectNode object) {
                return object;
            }
            if (node == null || node.isMissingNode() || node.isNull()) {
                return YAML.createObjectNode();
            }
            throw new CannotStartException(source + " must hold keys and values.");
        } catch (JsonProcessingException malformed) {
            throw new CannotStartException(source + " is not valid YAML in line "
                    + malformed.getLocation().getLineNr() + ".");
        }
    }

    /** Lays a file over it. */
    void file(String yaml, String source) {
        overlay(root, object(yaml, source), "", source);
    }

    private static void overlay(ObjectNode below, ObjectNode above, String prefix, String source) {
        for (Map.Entry<String, JsonNode> field : above.properties()) {
            String key = prefix + field.getKey();
            JsonNode known = below.get(field.getKey());
            if (known == null) {
                throw new CannotStartException(source + " has the setting " + key + ", which does not exist.");
            }
            boolean group = known instanceof ObjectNode;
            if (group != field.getValue() instanceof ObjectNode) {
                throw new CannotStartException(
                        source + (group ? " gives a value to the group " : " gives keys to the setting ") + key + ".");
            }
            if (known instanceof ObjectNode inner && field.getValue() instanceof ObjectNode values) {
                overlay(inner, values, key + ".", source);
            } else {
                below.set(field.getKey(), field.getValue());
            }
        }
    }

    /** Lays variables such as {@code POSTRIDER_WEB_PORT} over it. */
    void environment(Map<String, String> variables) {
        Map<String, String> keys = new TreeMap<>();
        keys(root, "", keys);
        variables.forEach((name, value) -> {
            if (name.startsWith("POSTRIDER_") && !name.equals("POSTRIDER_JAVA_OPTS")) {
                String key = keys.get(name);
                if (key == null) {
                    throw new CannotStartException("The environment variable " + name + " names no setting.");
                }
                set(key, value);
            }
        });
    }

    private static void keys(ObjectNode node, String prefix, Map<String, String> keys) {
        node.properties().forEach(field -> {
            String key = prefix + field.getKey();
            if (field.getValue() instanceof ObjectNode group) {
                keys(group, key + ".", keys);
            } else {
                keys.put("POSTRIDER_" + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT), key);
            }
        });
    }

    /** Lays one {@code key=value} over it. */
    void assignment(String assignment) {
        int equals = assignment.indexOf('=');
        Map<String, String> keys = new TreeMap<>();
        keys(root, "", keys);
        String key = equals < 0 ? assignment : assignment.substring(0, equals);
        if (equals < 0 || !keys.containsValue(key)) {
            throw new CannotStartException("--set needs a setting and its value, such as web.port=9000, but got " + key
                    + (equals < 0 ? "." : "=…, which is no setting."));
        }
        set(key, assignment.substring(equals + 1));
    }

    private void set(String key, String value) {
        int dot = key.lastIndexOf('.');
        JsonNode parent = dot < 0 ? root : root.at("/" + key.substring(0, dot).replace('.', '/'));
        String name = key.substring(dot + 1);
        if (parent instanceof ObjectNode object) {
            if (object.get(name) instanceof ArrayNode) {
                ArrayNode list = object.putArray(name);
                for (String part : value.split(",", -1)) {
                    list.add(part.trim());
                }
            } else {
                object.set(name, TextNode.valueOf(value));
            }
        }
    }

    private JsonNode at(String key) {
        return root.at("/" + key.replace('.', '/'));
    }

    String text(String key) {
        JsonNode node = at(key);
        if (!node.isValueNode()) {
            throw new CannotStartException("The setting " + key + " needs one value.");
        }
        return node.isNull() ? "" : node.asText();
    }

    String required(String key) {
        String text = text(key);
        if (text.isBlank()) {
            throw new CannotStartException("The setting " + key + " must not be empty.");
        }
        return text;
    }

    long whole(String key, long min, long max) {
        try {
            long value = Long.parseLong(text(key));
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, in the same words
        }
        throw new CannotStartException(
                "The setting " + key + " must be a whole number from " + min + " to " + max + ".");
    }

    int count(String key, int min, int max) {
        return (int) whole(key, min, max);
    }

    int port(String key) {
        return count(key, 0, MAX_PORT);
    }

    Duration duration(String key) {
        try {
            Duration duration = Duration.parse(text(key));
            if (!duration.isNegative() && !duration.isZero()) {
                return duration;
            }
        } catch (DateTimeParseException notADuration) {
            // refused below, in the same words
        }
        throw new CannotStartException("The setting " + key + " must be a length of time such as PT30S or PT1H.");
    }

    List<String> list(String key) {
        JsonNode node = at(key);
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(element -> texts.add(element.asText()));
        } else if (!node.asText().isBlank()) {
            texts.add(node.asText());
        }
        return texts;
    }
}
