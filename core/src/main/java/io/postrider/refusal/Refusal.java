package io.postrider.refusal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The one exception by which a rule says no to a person. It is expected, so it carries no stack trace. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Reason reason;
    private final transient Map<String, String> parameters;
    private final @Nullable String field;
    private final transient List<Refusal> fields;

    private Refusal(Reason reason, @Nullable String field, Map<String, String> parameters, List<Refusal> fields) {
        super(filled(reason.sentence(), parameters), null, false, false);
        this.reason = reason;
        this.field = field;
        this.parameters = Map.copyOf(parameters);
        this.fields = List.copyOf(fields);
    }

    /** A refusal without parameters. */
    public static Refusal of(Reason reason) {
        return new Refusal(reason, null, Map.of(), List.of());
    }

    /** A refusal with parameters as name, value, name, value, … */
    public static Refusal of(Reason reason, Map<String, String> parameters) {
        return new Refusal(reason, null, parameters, List.of());
    }

    /** A refusal about one field of what was given; {@code field} is a JSON pointer such as {@code /name}. */
    public static Refusal ofField(Reason reason, String field, Map<String, String> parameters) {
        return new Refusal(reason, field, parameters, List.of());
    }

    /** One refusal of several fields; each one says its field itself. */
    public static Refusal ofFields(Reason reason, List<Refusal> fields) {
        return new Refusal(reason, null, Map.of(), fields);
    }

    private static String filled(String sentence, Map<String, String> parameters) {
        String text = sentence;
        for (Map.Entry<String, String> parameter : new TreeMap<>(parameters).entrySet()) {
            text = text.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return text;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** JSON pointer of the field it is about; null if it is about the whole. */
    public @Nullable String field() {
        return field;
    }

    /** What is wrong with which field; empty if the refusal is about the whole. */
    public List<Refusal> fields() {
        return field == null ? fields : List.of(this);
    }

    /** What the sentence and its translations are filled with. */
    public Map<String, String> parameters() {
        return parameters;
    }
}
