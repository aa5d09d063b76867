package io.postrider.template;

/**
 * Something in a template that is wrong, or that its author may not have meant.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 units, as text editors count
 * @param code stable reason; the UI translates it
 * @param sentence the reason for a marketer
 */
public record TemplateProblem(int line, int column, String code, String sentence, Severity severity) {
    /** How bad it is. */
    public enum Severity {
        /** The template cannot be used. */
        ERROR,
        /** It can be used; somebody should look. */
        WARNING
    }

    /** Whether the template cannot be used because of it. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
