package io.postrider.http;

import io.postrider.refusal.Refusal;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds characters that no text may hold: they forge lines of logs and headers, and PostgreSQL cannot store some. */
final class ControlCharacters {
    private ControlCharacters() {}

    /** Every field with one; tabs and line ends are allowed here, and refused by the contract where a line is one line. */
    static List<Refusal> in(JsonObject body) {
        List<Refusal> problems = new ArrayList<>();
        look("", body, problems);
        return problems;
    }

    private static void look(String pointer, Object value, List<Refusal> problems) {
        if (value instanceof String text) {
            if (text.chars().anyMatch(ControlCharacters::forbidden)) {
                problems.add(wrong(pointer));
            }
        } else if (value instanceof JsonObject object) {
            object.forEach(entry -> {
                if (entry.getKey().chars().anyMatch(character -> character < ' ')) {
                    problems.add(wrong(pointer));
                } else if (entry.getValue() != null) {
                    look(pointer + "/" + entry.getKey(), entry.getValue(), problems);
                }
            });
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getValue(i) != null) {
                    look(pointer + "/" + i, array.getValue(i), problems);
                }
            }
        }
    }

    private static boolean forbidden(int character) {
        return (character < ' ' && character != '\t' && character != '\n' && character != '\r') || character == 0x7f;
    }

    private static Refusal wrong(String pointer) {
        return Refusal.ofField(
                HttpReason.FIELD, pointer, Map.of("sentence", "There is a control character in this text."));
    }
}
