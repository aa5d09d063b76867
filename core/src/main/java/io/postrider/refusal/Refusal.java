package io.postrider.refusal;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The one exception by which a rule says no to a person. It is expected, so it carries no stack trace. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Reason reason;
    private final transient Map<String, String> parameters;
    private final @Nullable String field;

    private Refusal(Reason reason, @Nullable String field, Map<String, String> parameters) {
        super(filled(reason.sentence(), parameters), null, false, false);
        this.reason = reason;
        this.field = field;
        this.parameters = Map.copyOf(parameters);
    }

    /** A refusal without parameters. */
    public static Refusal of(Reason reason) {
        return new Refusal(reason, null, Map.of());
    }

    /** A refusal with parameters as name, value, name, value, … */
    public static Refusal of(Reason reason, Map<String, String> parameters) {
        return new Refusal(reason, null, parameters);
    }

    /** A refusal about one field of what was given; {@code field} is a JSON pointer such as {@code /name}. */
    public static Refusal ofField(Reason reason, String field, Map<String, String> parameters) {
        return new Refusal(reason, field, parameters);
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

    /** What the sentence and its translations are filled with. */
    public Map<String, String> parameters() {
        return parameters;
    }
}
