package io.postrider.template;

import io.postrider.template.TemplateProblem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a text and turns offsets into lines and columns. */
final class Problems {
    private final String text;
    private final List<TemplateProblem> found = new ArrayList<>();
    private boolean error;

    Problems(String text) {
        this.text = text;
    }

    void error(int offset, String code, String sentence) {
        error = true;
        add(offset, code, sentence, Severity.ERROR);
    }

    void error(WrongTag wrong) {
        error(wrong.offset(), wrong.code(), wrong.sentence());
    }

    void warning(int offset, String code, String sentence) {
        add(offset, code, sentence, Severity.WARNING);
    }

    boolean hasErrors() {
        return error;
    }

    /** In the order of the text. */
    List<TemplateProblem> all() {
        return found.stream()
                .sorted(Comparator.comparingInt(TemplateProblem::line).thenComparingInt(TemplateProblem::column))
                .toList();
    }

    private void add(int offset, String code, String sentence, Severity severity) {
        if (found.size() < Limits.PROBLEMS) {
            int at = Math.min(offset, text.length());
            int line = 1
                    + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
            int column = at - text.lastIndexOf('\n', at - 1);
            found.add(new TemplateProblem(line, column, code, sentence, severity));
        }
    }
}
