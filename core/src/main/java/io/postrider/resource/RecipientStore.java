package io.postrider.resource;

import io.postrider.profile.DatabaseStore;
import io.postrider.profile.ProfileDatabase;
import io.postrider.profile.ProfileStore;
import io.postrider.profile.Step;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the recipients of an audience along the index of contacts. The limit stands inside, and each profile is looked up
 * by its key, so that no plan can read more than asked for, whatever the statistics say.
 */
public final class RecipientStore {
    private static final String AUDIENCE = """
            select s.id, s.profile_id, s.contact_key, s.contact, s.status from subscription s
            where s.account_id = $1 and s.resource_id = $2 and s.channel = $3 and s.database_id = $4
            """;
    private static final String WITH_PROFILE = "select s.*, " + ProfileStore.COLUMNS + """
             from (%s) s cross join lateral (
              select * from profile p where p.account_id = $1 and p.database_id = $4 and p.id = s.profile_id limit 1) p
            order by s.contact_key, s.profile_id
            """;
    static final String IN_RANGE = WITH_PROFILE.formatted(AUDIENCE + """
            and s.contact_key <= $5 and (s.contact_key, s.profile_id) > ($6, $7)
            order by s.contact_key, s.profile_id limit $8
            """);
    private static final String CHOSEN =
            WITH_PROFILE.formatted(AUDIENCE + "and s.profile_id = $5 order by s.status, s.priority desc, s.id limit 1");
    private static final String NEXT = WITH_PROFILE.formatted(
            AUDIENCE + "and s.status = 0 and s.profile_id > $5 order by s.profile_id, s.id limit 1");
    private static final String PREVIOUS = WITH_PROFILE.formatted(
            AUDIENCE + "and s.status = 0 and s.profile_id < $5 order by s.profile_id desc, s.id limit 1");

    private static final String FOR_TEST = """
            select 0::bigint as id, coalesce(p.id, 0) as profile_id, t.contact_key, t.contact, 0::smallint as status,
              %s
            from unnest($5::text[], $6::bigint[]) as t(contact, contact_key)
            left join lateral (
              select s.profile_id from subscription s
              where s.account_id = $1 and s.resource_id = $2 and s.channel = $3 and s.database_id = $4
                and s.contact_key = t.contact_key
              order by s.profile_id limit 1) own on true
            left join lateral (
              select s.profile_id from subscription s
              where s.account_id = $1 and s.resource_id = $2 and s.channel = $3 and s.database_id = $4
              order by s.contact_key, s.profile_id limit 1) anybody on own.profile_id is null
            left join lateral (
              select * from profile p where p.account_id = $1 and p.database_id = $4
                and p.id = coalesce(own.profile_id, anybody.profile_id) limit 1) p on true
            order by t.contact_key
            """.formatted(ProfileStore.COLUMNS);

    private final Database database;
    private final DatabaseStore databases;

    /** @param database for rendering, one that plans {@link Database.Plans#BY_INDEX} */
    public RecipientStore(Database database, DatabaseStore databases) {
        this.database = database;
        this.databases = databases;
    }

    /**
     * The next subscriptions of any status whose contact lies in a range, both ends included, ordered by contact and then by
     * profile, the oldest first.
     *
     * @param after the last one of the page before; null for the first page
     */
    public Future<List<Recipient>> inRange(
            Audience audience, long contactFrom, long contactTo, @Nullable Recipient after, int limit) {
        long afterContact = after == null ? contactFrom : after.contactKey();
        long afterProfile = after == null ? Long.MIN_VALUE : after.profileId();
        return databases
                .get(audience.accountId(), audience.databaseId())
                .compose(of -> database.list(
                        row -> recipient(row, of),
                        IN_RANGE,
                        audience.accountId(),
                        audience.resourceId(),
                        audience.channel(),
                        audience.databaseId(),
                        contactTo,
                        afterContact,
                        afterProfile,
                        limit));
    }

    /**
     * Recipients with given phones, subscribed or not. The texts are those of the phone's own profile, or of the first one of
     * the audience when nobody has the phone.
     *
     * @param contacts phones in E.164 without the plus sign
     */
    public Future<List<Recipient>> forTest(Audience audience, List<String> contacts) {
        return databases
                .get(audience.accountId(), audience.databaseId())
                .compose(of -> database.list(
                        row -> recipient(row, of),
                        FOR_TEST,
                        audience.accountId(),
                        audience.resourceId(),
                        audience.channel(),
                        audience.databaseId(),
                        contacts.toArray(String[]::new),
                        contacts.stream().map(Long::valueOf).toArray(Long[]::new)));
    }

    /**
     * A profile of the audience for a preview: the given one, whatever its status, or its nearest neighbour that is
     * subscribed. {@code NEXT} of 0 is the first.
     */
    public Future<Optional<Recipient>> somebody(Audience audience, long profileId, Step step) {
        String sql =
                switch (step) {
                    case CHOSEN -> CHOSEN;
                    case NEXT -> NEXT;
                    case PREVIOUS -> PREVIOUS;
                };
        return databases
                .get(audience.accountId(), audience.databaseId())
                .compose(of -> database.first(
                        row -> recipient(row, of),
                        sql,
                        audience.accountId(),
                        audience.resourceId(),
                        audience.channel(),
                        audience.databaseId(),
                        profileId));
    }

    private static Recipient recipient(Row row, ProfileDatabase of) {
        long profileId = row.getLong("profile_id");
        Map<String, Object> profile = profileId == 0 ? new HashMap<>() : ProfileStore.values(row, of);
        profile.put("_id", Long.toString(profileId));
        return new Recipient(
                row.getLong("id"),
                profileId,
                row.getLong("contact_key"),
                row.getString("contact"),
                row.getInteger("status"),
                profile);
    }
}
