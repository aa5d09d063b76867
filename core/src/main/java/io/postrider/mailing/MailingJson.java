package io.postrider.mailing;

import io.postrider.refusal.Refusal;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mailings as the API shows and takes them. */
public final class MailingJson {
    private MailingJson() {}

    /** A mailing. */
    public static JsonObject of(Mailing mailing) {
        return new JsonObject()
                .put("id", text(mailing.id()))
                .put("name", mailing.name())
                .put("kind", mailing.kind())
                .put("state", mailing.state().word())
                .put("channel", mailing.channel())
                .put("resourceId", text(mailing.resourceId()))
                .put("databaseId", text(mailing.databaseId()))
                .put("templateId", text(mailing.templateId()))
                .put("senderId", text(mailing.senderId()))
                .put("virtualSenderId", text(mailing.virtualSenderId()))
                .put("sendAt", text(mailing.sendAt()))
                .put("recipientsLimit", mailing.recipientsLimit())
                .put("messagesPerSecond", mailing.messagesPerSecond())
                .put("version", mailing.version())
                .put("createdAt", mailing.createdAt().toString())
                .put("updatedAt", mailing.updatedAt().toString())
                .put("changedBy", mailing.changedBy().isEmpty() ? null : mailing.changedBy());
    }

    /** A new draft from what a person wrote. */
    static Mailing draft(long account, JsonObject body, String by, Instant now) {
        Mailing empty = new Mailing(
                account,
                0,
                "",
                "broadcast",
                MailingState.DRAFT,
                "sms",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                1,
                now,
                now,
                by);
        return changed(empty, body, by, now);
    }

    /**
     * The mailing with what {@code body} names; null empties a field, and what is missing stays. A sender takes the place of a
     * virtual one, and the other way round.
     */
    static Mailing changed(Mailing old, JsonObject body, String by, Instant now) {
        boolean one = isNamed(body, "senderId");
        boolean virtual = isNamed(body, "virtualSenderId");
        if (one && virtual) {
            throw Refusal.ofField(MailingReason.SENDER_AND_VIRTUAL, "/virtualSenderId", Map.of());
        }
        return new Mailing(
                old.accountId(),
                old.id(),
                body.getString("name", old.name()).strip(),
                old.kind(),
                old.state(),
                body.getString("channel", old.channel()),
                id(body, "resourceId", old.resourceId()),
                id(body, "databaseId", old.databaseId()),
                id(body, "templateId", old.templateId()),
                virtual ? null : id(body, "senderId", old.senderId()),
                one ? null : id(body, "virtualSenderId", old.virtualSenderId()),
                body.containsKey("sendAt") ? time(body.getString("sendAt")) : old.sendAt(),
                body.containsKey("recipientsLimit") ? body.getLong("recipientsLimit") : old.recipientsLimit(),
                body.containsKey("messagesPerSecond") ? body.getInteger("messagesPerSecond") : old.messagesPerSecond(),
                old.version(),
                old.createdAt(),
                now,
                by);
    }

    private static boolean isNamed(JsonObject body, String field) {
        return body.getValue(field) != null;
    }

    private static @Nullable Long id(JsonObject body, String field, @Nullable Long old) {
        if (!body.containsKey(field)) {
            return old;
        }
        @Nullable String id = body.getString(field);
        try {
            return id == null ? null : Long.valueOf(id);
        } catch (NumberFormatException tooLong) {
            throw Refusal.ofField(
                    MailingReason.REFERENCE_UNKNOWN, "/" + field, Map.of("thing", field.replace("Id", "")));
        }
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException wrong) {
            throw Refusal.ofField(
                    MailingReason.VALUE_WRONG,
                    "/sendAt",
                    Map.of("sentence", "A time looks like 2026-01-31T12:00:00Z."));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
