package io.postrider.template;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of compiling a text: a template unless there are errors, and all problems in the order of the text. */
public final class Compilation {
    private final @Nullable CompiledTemplate template;
    private final List<TemplateProblem> problems;

    Compilation(@Nullable CompiledTemplate template, List<TemplateProblem> problems) {
        this.template = template;
        this.problems = List.copyOf(problems);
    }

    /** What can be rendered; null when there are errors. */
    public @Nullable CompiledTemplate template() {
        return template;
    }

    /** Errors and warnings. */
    public List<TemplateProblem> problems() {
        return problems;
    }

    /** The first error, if there is one. */
    public Optional<TemplateProblem> firstError() {
        return problems.stream().filter(TemplateProblem::isError).findFirst();
    }
}
