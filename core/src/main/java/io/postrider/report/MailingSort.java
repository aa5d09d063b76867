package io.postrider.report;

import io.postrider.http.HttpReason;
import io.postrider.refusal.Refusal;
import java.util.Map;

/** By what a list of mailings may be ordered. */
enum MailingSort {
    CREATED("created", "m.id", "bigint"),
    NAME("name", "lower(m.name)", "text"),
    SEND_AT("sendAt", "coalesce(m.send_at, 'infinity')", "timestamptz"),
    UPDATED("updated", "m.updated_at", "timestamptz");

    private final String word;
    private final String key;
    private final String type;

    MailingSort(String word, String key, String type) {
        this.word = word;
        this.key = key;
        this.type = type;
    }

    /** The order of this word, without its minus. */
    static MailingSort of(String word) {
        for (MailingSort sort : values()) {
            if (sort.word.equals(word)) {
                return sort;
            }
        }
        throw Refusal.ofField(
                HttpReason.FIELD,
                "/sort",
                Map.of("sentence", "Mailings can be ordered by created, name, sendAt, updated."));
    }

    /** Expression that is ordered by. */
    String key() {
        return key;
    }

    /** Its type in PostgreSQL. */
    String type() {
        return type;
    }
}
