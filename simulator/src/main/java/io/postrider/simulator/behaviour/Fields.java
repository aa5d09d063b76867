package io.postrider.simulator.behaviour;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object field by field, so that every value that cannot be is refused with one sentence that names its place,
 * and so is every name that nobody asked for. All methods throw {@link IllegalArgumentException} with that sentence.
 */
public final class Fields {
    private final String place;
    private final JsonObject object;
    private final Set<String> known = new HashSet<>();

    /** @param place where the object stands, such as {@code "faults"}; empty for the whole document */
    public Fields(String place, JsonObject object) {
        this.place = place;
        this.object = object;
    }

    /** A number between two others, or what it is without one. */
    public double number(String name, double otherwise, double least, double most) {
        known.add(name);
        Object value = object.getValue(name);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Number number)) {
            throw new IllegalArgumentException("\"" + at(name) + "\" must be a number.");
        }
        double found = number.doubleValue();
        if (!(found >= least && found <= most)) {
            throw new IllegalArgumentException(
                    "\"" + at(name) + "\" must lie between " + plain(least) + " and " + plain(most) + ".");
        }
        return found;
    }

    /** A share in percent. */
    public double percent(String name, double otherwise) {
        return number(name, otherwise, 0, 100);
    }

    /** A whole number. */
    public long whole(String name, long otherwise, long least, long most) {
        double found = number(name, (double) otherwise, (double) least, (double) most);
        if (found != Math.rint(found)) {
            throw new IllegalArgumentException("\"" + at(name) + "\" must be a whole number.");
        }
        return object.getValue(name) instanceof Number number ? number.longValue() : otherwise;
    }

    /** A text. */
    public String text(String name, String otherwise) {
        known.add(name);
        Object value = object.getValue(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("\"" + at(name) + "\" must be a text.");
    }

    /** One of several words. */
    public <E extends Enum<E>> E word(String name, E otherwise, E[] words) {
        String found = text(name, otherwise.name());
        List<String> possible = new ArrayList<>();
        for (E word : words) {
            if (word.name().equals(found)) {
                return word;
            }
            possible.add(word.name());
        }
        throw new IllegalArgumentException("\"" + at(name) + "\" must be one of " + String.join(", ", possible) + ".");
    }

    /** True or false. */
    public boolean flag(String name, boolean otherwise) {
        known.add(name);
        Object value = object.getValue(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new IllegalArgumentException("\"" + at(name) + "\" must be true or false.");
    }

    /** Whatever stands there, to be read by somebody else. */
    public <T> T value(String name, T otherwise, ValueReader<T> reader) {
        known.add(name);
        Object value = object.getValue(name);
        return value == null ? otherwise : reader.read(at(name), value);
    }

    /** The same; null without it, or if it is an empty text. */
    public <T> @Nullable T optional(String name, ValueReader<T> reader) {
        known.add(name);
        Object value = object.getValue(name);
        return value == null || "".equals(value) ? null : reader.read(at(name), value);
    }

    /** Reads one value; {@code place} names it in a refusal. */
    public interface ValueReader<T> {
        T read(String place, Object value);
    }

    /** An object inside this one, read to its end; an absent one is read as an empty one. */
    public <T> T object(String name, Function<Fields, T> reader) {
        known.add(name);
        Object value = object.getValue(name);
        return whole(at(name), value == null ? new JsonObject() : value, reader);
    }

    /** A list of objects. */
    public <T> List<T> list(String name, Function<Fields, T> reader) {
        known.add(name);
        Object value = object.getValue(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof JsonArray array)) {
            throw new IllegalArgumentException("\"" + at(name) + "\" must be a list.");
        }
        List<T> found = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            found.add(whole(at(name) + "[" + i + "]", array.getValue(i), reader));
        }
        return List.copyOf(found);
    }

    /** Reads a whole object and refuses what is left over. */
    public static <T> T whole(String place, Object value, Function<Fields, T> reader) {
        if (!(value instanceof JsonObject object)) {
            throw new IllegalArgumentException("\"" + place + "\" must be an object.");
        }
        var fields = new Fields(place, object);
        T read = reader.apply(fields);
        fields.finish();
        return read;
    }

    private void finish() {
        for (String name : object.fieldNames()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("There is no setting \"" + at(name) + "\".");
            }
        }
    }

    private String at(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
