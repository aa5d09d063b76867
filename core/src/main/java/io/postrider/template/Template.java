package io.postrider.template;

import java.time.Instant;
import java.util.Map;

/**
 * Message content, written once for each channel.
 *
 * @param texts source text by channel name
 * @param state whether it may be sent
 * @param version grows with each change; the texts of every version are kept
 */
public record Template(
        long accountId,
        long id,
        String name,
        Map<String, String> texts,
        TemplateState state,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    public Template {
        texts = Map.copyOf(texts);
    }

    /** A new template with the same texts, to be written. */
    Template copy(String newName, Instant now) {
        return new Template(accountId, 0, newName, texts, state, 1, now, now);
    }
}
