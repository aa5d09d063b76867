package io.postrider.template;

import java.time.Instant;
import java.util.Map;

/** The texts of one version, by channel name, with who wrote them and when. */
public record TemplateVersion(int version, Map<String, String> texts, long createdBy, Instant createdAt) {
    public TemplateVersion {
        texts = Map.copyOf(texts);
    }
}
