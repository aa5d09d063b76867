package io.postrider.resource;

import io.postrider.store.Database;
import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts and cuts audiences; reads along the index of contacts only. */
public final class AudienceStore {
    /** By sorting or hashing both sides, which takes no wrong turn on tables that were just filled and have no statistics yet. */
    private static final String WITHOUT_CONTACT = """
            select count(*) as n from (
              select id from profile where account_id = $1 and database_id = $4
              except
              select profile_id from subscription
              where account_id = $1 and resource_id = $2 and channel = $3 and database_id = $4) as p
            """;

    private static final String SIZE = """
            select count(*) as subscriptions, count(*) filter (where status = 0) as active,
              count(distinct contact_key) filter (where status = 0) as contacts
            from subscription where account_id = $1 and resource_id = $2 and channel = $3 and database_id = $4
            """;
    private static final String CUT = """
            select min(contact_key) as first, max(contact_key) as last, count(*) as received,
              count(*) filter (where status = 0) as found
            from (
              select contact_key, status, (dense_rank() over (order by contact_key) - 1) / $5 as bucket
              from subscription
              where account_id = $1 and resource_id = $2 and channel = $3 and database_id = $4) as ranked
            group by bucket order by bucket
            """;

    private static final String SPREAD = """
            select percentile_disc($5::float8[]) within group (order by contact_key) as starts from subscription
            where account_id = $1 and resource_id = $2 and channel = $3 and database_id = $4 and status = 0
            """;

    private final Database database;

    public AudienceStore(Database database) {
        this.database = database;
    }

    /** Profiles of the database without any subscription in the audience. */
    public Future<Long> withoutContact(Audience audience) {
        return database.query(
                        WITHOUT_CONTACT,
                        audience.accountId(),
                        audience.resourceId(),
                        audience.channel(),
                        audience.databaseId())
                .map(rows -> rows.iterator().next().getLong("n"));
    }

    /** How many there are now. */
    public Future<AudienceSize> size(Audience audience) {
        return database.query(
                        SIZE, audience.accountId(), audience.resourceId(), audience.channel(), audience.databaseId())
                .map(rows -> rows.iterator().next())
                .map(row ->
                        new AudienceSize(row.getLong("subscriptions"), row.getLong("active"), row.getLong("contacts")));
    }

    /** Contacts of active subscriptions with equally many others between them, beginning with the first; none if nobody is active. */
    public Future<List<Long>> spread(Audience audience, int count) {
        Double[] shares =
                IntStream.range(0, count).mapToObj(i -> (double) i / count).toArray(Double[]::new);
        return database.query(
                        SPREAD,
                        audience.accountId(),
                        audience.resourceId(),
                        audience.channel(),
                        audience.databaseId(),
                        shares)
                .map(rows -> rows.iterator().next().getArrayOfLongs("starts"))
                .map(starts -> starts == null
                        ? List.of()
                        : Stream.of(starts).filter(Objects::nonNull).distinct().toList());
    }

    /** Cuts the audience into ranges of {@code contacts} different contacts each, the last one with fewer. */
    public Future<List<ContactRange>> cut(Audience audience, int contacts) {
        return database.list(
                row -> new ContactRange(
                        row.getLong("first"), row.getLong("last"), row.getLong("received"), row.getLong("found")),
                CUT,
                audience.accountId(),
                audience.resourceId(),
                audience.channel(),
                audience.databaseId(),
                (long) contacts);
    }
}
