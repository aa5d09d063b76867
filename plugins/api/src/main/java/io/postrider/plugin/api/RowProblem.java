package io.postrider.plugin.api;

/**
 * What is wrong with one row of an imported file.
 *
 * @param code stable code for programs, such as {@code too-many-values}
 * @param sentence one sentence for the person whose file it is
 */
public record RowProblem(String code, String sentence) {}
