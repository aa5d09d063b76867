package io.postrider.template;

import org.jspecify.annotations.Nullable;

/**
 * A template with what lists show beside it.
 *
 * @param editor login of who wrote its newest version; null if there is no such user any more
 * @param usedBy how many mailings use it
 * @param sortKey by what the list is sorted
 */
public record ListedTemplate(Template template, @Nullable String editor, long usedBy, String sortKey) {}
