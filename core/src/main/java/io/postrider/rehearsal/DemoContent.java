package io.postrider.rehearsal;

import io.postrider.mailing.Mailing;
import io.postrider.mailing.MailingState;
import io.postrider.profile.FieldType;
import io.postrider.profile.ProfileDatabase;
import io.postrider.profile.ProfileField;
import io.postrider.resource.Resource;
import io.postrider.template.Template;
import io.postrider.template.TemplateState;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the demo consists of, as it is before it is stored. */
final class DemoContent {
    static final String LIST = "Honolulu restaurants (demo)";
    static final String RESOURCE = "Restaurant news (demo)";
    static final String TEMPLATE = "A table is free (demo)";
    private static final String MAILING = "First mailing (demo)";
    private static final String CHANNEL = "sms";
    private static final String TEXT = "{if lead.name}Aloha, {lead.name}!{else}Aloha!{end} "
            + "{if lead._city equal \"HONOLULU\"}A table in town is free today{else}A table is free today{end}: "
            + "https://shop.example/menu";

    private DemoContent() {}

    static ProfileDatabase database(long account, Instant now) {
        List<ProfileField> fields = List.of(
                new ProfileField("key", "Establishment permit", FieldType.TEXT, false, true, List.of()),
                new ProfileField("name", "Establishment", FieldType.TEXT, false, false, List.of()));
        return new ProfileDatabase(account, 0, LIST, "US", fields, 1, now);
    }

    static Resource resource(long account, long database, Instant now) {
        return new Resource(account, 0, RESOURCE, "", "", Map.of(CHANNEL, "POSTRIDER"), List.of(database), 1, now);
    }

    static Template template(long account, Instant now) {
        return new Template(account, 0, TEMPLATE, Map.of(CHANNEL, TEXT), TemplateState.READY, 1, now, now);
    }

    static Mailing mailing(long account, Demo.Parts parts, String by, Instant now) {
        return new Mailing(
                account,
                0,
                MAILING,
                "broadcast",
                MailingState.DRAFT,
                CHANNEL,
                parts.resourceId(),
                parts.databaseId(),
                parts.templateId(),
                parts.senderId(),
                null,
                null,
                null,
                null,
                1,
                now,
                now,
                by);
    }
}
