package io.postrider.template;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Which templates are listed.
 *
 * @param q what the name contains; empty for all
 * @param backwards whether the order is reversed
 * @param afterKey by what the last one of the page before is sorted; empty for the first page
 * @param afterId its number; 0 for the first page
 */
public record TemplateListing(
        String q, TemplateOrder order, boolean backwards, String afterKey, long afterId, int limit) {
    private static final String BETWEEN = ".";

    /**
     * The listing of a request of the API.
     *
     * @throws IllegalArgumentException when the cursor is none of ours
     */
    static TemplateListing of(String q, String sort, String cursor, int limit) {
        TemplateOrder order = TemplateOrder.of(sort);
        boolean backwards = sort.startsWith("-");
        if (cursor.isEmpty()) {
            return new TemplateListing(q, order, backwards, "", 0, limit);
        }
        String[] parts = cursor.split("\\.", 2);
        byte[] key = Base64.getUrlDecoder().decode(parts.length > 1 ? parts[1] : "");
        String text = new String(key, StandardCharsets.UTF_8).replace("\0", "");
        return new TemplateListing(q, order, backwards, text, Long.parseLong(parts[0]), limit);
    }

    /** Whether it begins at the beginning. */
    boolean isFirst() {
        return afterId == 0;
    }

    static String cursor(long id, String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return id + BETWEEN + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
