package io.postrider.plugin.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of an imported file.
 *
 * @param line line of the file where the row begins, from 1
 * @param values one a column, in the columns' order; missing ones are empty strings
 * @param problem what is wrong with the row; null if nothing is
 */
public record Row(long line, List<String> values, @Nullable RowProblem problem) {}
