package io.postrider.template;

/** How much a template may ask of the server: far more than any message needs, far less than would hurt. */
final class Limits {
    /** Characters of a template, and of what comes of it. */
    static final int CHARACTERS = 65_536;
    /** Blocks inside one another, and parentheses inside one another. */
    static final int DEPTH = 100;
    /** Tags of a template. */
    static final int TAGS = 2_000;
    /** Turns of all loops of one rendering. */
    static final int TURNS = 10_000;
    /** Things done for one rendering: values read, comparisons, turns; long texts count more. */
    static final int STEPS = 200_000;
    /** Problems told at once. */
    static final int PROBLEMS = 20;

    private Limits() {}
}
