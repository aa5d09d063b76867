package io.postrider.report;

import io.postrider.http.HttpReason;
import io.postrider.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A place in a list of mailings, and how it is written as a cursor. */
record MailingPlace(String key, long id) {
    /** The place of a cursor, or a refusal. */
    static MailingPlace of(String cursor) {
        try {
            int cut = cursor.indexOf('.');
            long id = Long.parseLong(cut < 0 ? cursor : cursor.substring(0, cut));
            String key = cut < 0
                    ? Long.toString(id)
                    : new String(Base64.getUrlDecoder().decode(cursor.substring(cut + 1)), StandardCharsets.UTF_8);
            return new MailingPlace(key, id);
        } catch (IllegalArgumentException foreign) {
            throw Refusal.ofField(HttpReason.BAD_CURSOR, "/after", Map.of());
        }
    }

    String cursor() {
        String id = Long.toString(this.id);
        return key.equals(id)
                ? id
                : id + "."
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
