package io.postrider.simulator.scenario;

import io.postrider.simulator.Account;
import io.postrider.simulator.behaviour.Behaviour;
import io.postrider.simulator.behaviour.Fields;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A behaviour with a time line.
 *
 * @param name for whoever looks at it
 * @param seed of everything that looks like chance
 * @param preset it begins with; empty begins as usual
 * @param behaviour what differs from that
 * @param accounts who may bind; empty leaves it as it is. Taken only by a simulator that starts with this scenario
 * @param steps what happens later, in the order of time
 */
public record Scenario(
        String name, long seed, String preset, JsonObject behaviour, List<Account> accounts, List<Step> steps) {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");
    private static final long DAY_MILLIS = 86_400_000;

    /**
     * Something that happens at a time.
     *
     * @param at milliseconds after the beginning
     * @param description for whoever looks at it
     * @param preset to change to; empty does not
     * @param usual whether it goes back to how the scenario began
     * @param behaviour what differs from then on
     * @param drop how all sessions are ended: close, reset or unbind; empty does not
     * @param reset whether messages and counters are forgotten
     */
    public record Step(
            long at,
            String description,
            String preset,
            boolean usual,
            JsonObject behaviour,
            String drop,
            boolean reset) {
        static Step read(Fields fields) {
            JsonObject behaviour = fields.value("behaviour", new JsonObject(), Scenario::object);
            JsonObject faults = fields.value("faults", new JsonObject(), Scenario::object);
            if (!faults.isEmpty()) {
                behaviour = behaviour.copy().put("faults", faults);
            }
            var step = new Step(
                    fields.value("at", 0L, Scenario::millis),
                    fields.text("description", ""),
                    fields.text("preset", ""),
                    fields.flag("usual", false),
                    behaviour,
                    fields.text("drop", ""),
                    fields.flag("reset", false));
            step.check();
            return step;
        }

        private void check() {
            if (!List.of("", "close", "reset", "unbind").contains(drop)) {
                throw new IllegalArgumentException("\"drop\" must be close, reset or unbind.");
            }
            apply(Behaviour.usual(), Behaviour.usual());
        }

        /** The behaviour after this step; {@code first} is how the scenario began. */
        Behaviour apply(Behaviour now, Behaviour first) {
            Behaviour start = usual ? first : now;
            if (!preset.isEmpty()) {
                start = Presets.of(preset).behaviour(start.seed());
            }
            return start.with(behaviour);
        }

        /** In words. */
        public String words() {
            if (!description.isEmpty()) {
                return description;
            }
            var words = new StringBuilder();
            words.append(usual ? "as at the beginning; " : "");
            words.append(preset.isEmpty() ? "" : "preset " + preset + "; ");
            words.append(behaviour.isEmpty() ? "" : behaviour.encode() + "; ");
            words.append(drop.isEmpty() ? "" : "all sessions are dropped (" + drop + "); ");
            words.append(reset ? "messages and counters are forgotten; " : "");
            return words.length() == 0 ? "nothing" : words.substring(0, words.length() - 2);
        }
    }

    /**
     * Reads YAML or JSON.
     *
     * @throws IllegalArgumentException with one sentence that names what is wrong
     */
    public static Scenario read(String text) {
        Scenario scenario = Fields.whole("", Documents.read(text), Scenario::read);
        scenario.start();
        return scenario;
    }

    private static Scenario read(Fields fields) {
        return new Scenario(
                fields.text("name", "scenario"),
                fields.whole("seed", 1, Long.MIN_VALUE, Long.MAX_VALUE),
                fields.text("preset", ""),
                fields.value("behaviour", new JsonObject(), Scenario::object),
                fields.list("accounts", Account::read),
                fields.list("steps", Step::read).stream()
                        .sorted(Comparator.comparingLong(Step::at))
                        .toList());
    }

    private static JsonObject object(String place, Object value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException("\"" + place + "\" must be an object.");
    }

    /** Milliseconds as a number, or a text such as {@code 30s}, {@code 500ms}, {@code 2m}. */
    private static Long millis(String place, Object value) {
        if (value instanceof Number number && number.longValue() >= 0 && number.longValue() <= DAY_MILLIS) {
            return number.longValue();
        }
        Matcher time = TIME.matcher(String.valueOf(value).strip());
        if (time.matches()) {
            long unit =
                    switch (time.group(2)) {
                        case "ms" -> 1;
                        case "s" -> 1_000;
                        case "m" -> 60_000;
                        default -> 3_600_000;
                    };
            long millis = Long.parseLong(time.group(1)) * unit;
            if (millis <= DAY_MILLIS) {
                return millis;
            }
        }
        throw new IllegalArgumentException("\"" + place + "\" must be a time such as 30s, 500ms or 2m, at most a day.");
    }

    /**
     * The same with another beginning.
     *
     * @throws IllegalArgumentException with one sentence that names what is wrong
     */
    public Scenario with(JsonObject changes) {
        if (changes.isEmpty()) {
            return this;
        }
        Behaviour changed = start().with(changes);
        return new Scenario(name, changed.seed(), preset, changed.document(), accounts, steps);
    }

    /** How it behaves at the beginning. */
    public Behaviour start() {
        Behaviour begin =
                preset.isEmpty() ? Behaviour.usual() : Presets.of(preset).behaviour(seed);
        return begin.withSeed(seed).with(behaviour);
    }
}
