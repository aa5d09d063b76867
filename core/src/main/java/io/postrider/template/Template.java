package io.postrider.template;

import java.time.Instant;
import java.util.Map;

/**
 * Message content, written once for each channel.
 *
 * @param texts source text by channel name
 * @param version grows with each change; the texts of every version are kept
 */
public record Template(
        long accountId,
        long id,
        String name,
        Map<String, String> texts,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    public Template {
        texts = Map.copyOf(texts);
    }
}
