package io.postrider.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the names in the Handlebars text stand for. The text that Handlebars compiles holds nothing that a person wrote but harmless
 * characters: {@code {{v0}}} is the first value, {@code {{#if c0}}} asks the first condition. So nobody can write a tag
 * that this compiler has not understood.
 */
final class Tables {
    private final Map<String, Function<Frame, Object>> entries = new HashMap<>();
    private final StringBuilder source = new StringBuilder();
    private final int slots;

    Tables(List<Node> nodes, int slots) {
        this.slots = slots;
        translate(nodes);
    }

    /** What Handlebars compiles. */
    String source() {
        return source.toString();
    }

    int slots() {
        return slots;
    }

    Object named(String name, Frame frame) {
        Function<Frame, Object> entry = entries.get(name);
        return entry == null ? "" : entry.apply(frame);
    }

    private void translate(List<Node> nodes) {
        for (Node node : new ArrayList<>(nodes)) {
            if (node instanceof Node.Text text) {
                text(text.text());
            } else if (node instanceof Node.Value value) {
                Expression expression = value.expression();
                write("{{", add("v", frame -> Values.text(expression.evaluate(frame))), "}}");
            } else if (node instanceof Node.Choice choice) {
                Expression condition = choice.condition();
                String name = add("c", frame -> Values.isTrue(condition.evaluate(frame)));
                block("if", name, choice.then(), choice.otherwise());
            } else if (node instanceof Node.Loop loop) {
                block("each", add("l", frame -> loop), loop.body(), loop.empty());
            } else if (node instanceof Node.With with) {
                block("with", add("w", frame -> with), with.body(), with.empty());
            }
        }
    }

    private void text(String text) {
        boolean harmless = text.chars().noneMatch(c -> c == '{' || c == '}' || c == '\\' || (c < ' ' && c != '\n'));
        if (harmless) {
            source.append(text);
        } else {
            write("{{", add("t", frame -> text), "}}");
        }
    }

    private void block(String helper, String name, List<Node> body, List<Node> otherwise) {
        write("{{#" + helper + " ", name, "}}");
        translate(body);
        if (!otherwise.isEmpty()) {
            source.append("{{else}}");
            translate(otherwise);
        }
        source.append("{{/").append(helper).append("}}");
    }

    private void write(String open, String name, String close) {
        source.append(open).append(name).append(close);
    }

    private String add(String kind, Function<Frame, Object> entry) {
        String name = kind + entries.size();
        entries.put(name, entry);
        return name;
    }
}
