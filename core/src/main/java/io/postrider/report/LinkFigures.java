package io.postrider.report;

import org.jspecify.annotations.Nullable;

/**
 * Clicks on a link of a run.
 *
 * @param url null for a link that differs from person to person
 * @param people whose first click was on this link
 */
public record LinkFigures(int number, @Nullable String url, long people, long clicks, long robots) {}
