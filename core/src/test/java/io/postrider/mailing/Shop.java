package io.postrider.mailing;

import static io.postrider.store.TestDatabase.await;

import io.postrider.store.Database;
import io.postrider.store.Ids;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a mailing needs: a database with profiles, a resource with SMS, a sender and a template, written straight to the tables. */
public final class Shop {
    private static final String DATABASE = """
            insert into profile_database (account_id, id, name, default_country, created_at)
            values (1, $1, 'Customers ' || $1::text, 'US', now())
            """;
    private static final String RESOURCE = """
            insert into resource (account_id, id, name, created_at) values (1, $1, 'Shop ' || $1::text, now())
            """;
    private static final String CHANNEL = """
            insert into resource_channel (account_id, resource_id, channel, caller_id) values (1, $1, 'sms', 'Shop')
            """;
    private static final String SENDER = """
            insert into sender (account_id, id, name, channel, gateway, settings, secrets, created_at)
            values (1, $1, 'Operator ' || $1::text, 'sms', 'smpp', '{}', '', now())
            """;
    private static final String TEMPLATE = """
            insert into template (account_id, id, name, created_at, updated_at)
            values (1, $1, 'Hello ' || $1::text, now(), now())
            """;
    private static final String TEXT = """
            insert into template_version (account_id, template_id, version, channel, text, created_by, created_at)
            values (1, $1, 1, 'sms', 'Hello https://shop.example', 1, now())
            """;
    private static final String PROFILE = """
            insert into profile (account_id, database_id, id, created_at, updated_at) values (1, $1, $2, now(), now())
            """;
    private static final String SUBSCRIPTION = """
            insert into subscription (account_id, id, resource_id, channel, database_id, profile_id, contact, contact_key,
              status, source, created_at, updated_at)
            values (1, $2, $3, 'sms', $1, $2, $4::bigint::text, $4, $5, 'test', now(), now())
            """;

    private final Database database;
    private final Ids ids;
    public final long databaseId;
    public final long resourceId;
    public final long senderId;
    public final long templateId;

    public Shop(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
        this.databaseId = id();
        this.resourceId = id();
        this.senderId = id();
        this.templateId = id();
        await(database.query(DATABASE, databaseId));
        await(database.query(RESOURCE, resourceId));
        await(database.query(CHANNEL, resourceId));
        await(database.query("insert into resource_database values (1, $1, $2)", resourceId, databaseId));
        await(database.query(SENDER, senderId));
        await(database.query(TEMPLATE, templateId));
        await(database.query(TEXT, templateId));
    }

    private long id() {
        return await(ids.next(Ids.Series.OBJECT));
    }

    /** A profile; with a phone it has a subscription of that status (0 is active). */
    public long profile(@Nullable Long phone, int status) {
        long id = id();
        await(database.query(PROFILE, databaseId, id));
        if (phone != null) {
            await(database.query(SUBSCRIPTION, databaseId, id, resourceId, phone, (short) status));
        }
        return id;
    }

    /** A complete draft. */
    public Mailing mailing(String name, @Nullable Instant sendAt, @Nullable Long limit) {
        Instant now = Clock.systemUTC().instant();
        return await(new MailingStore(database, ids)
                .create(new Mailing(
                        1,
                        0,
                        name,
                        "broadcast",
                        MailingState.DRAFT,
                        "sms",
                        resourceId,
                        databaseId,
                        templateId,
                        senderId,
                        null,
                        sendAt,
                        limit,
                        null,
                        1,
                        now,
                        now,
                        "ann")));
    }
}
