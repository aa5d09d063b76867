package io.postrider.csv;

import io.postrider.plugin.api.RowProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a file.
 *
 * @param line where it begins, from 1
 * @param values at most as many as the handler was told to keep
 * @param count how many there were
 * @param filled how many there were up to the last that is not blank
 * @param quoted how many stood in quotes
 * @param problem what is wrong with it; null if nothing is
 */
record Parsed(
        long line,
        List<String> values,
        int count,
        int filled,
        int quoted,
        @Nullable RowProblem problem) {
    /** An empty line, as between paragraphs or at the end. */
    boolean isBlank() {
        return count == 1 && filled == 0;
    }
}
