package io.postrider.profile;

import io.postrider.store.Database;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lists and finds profiles among millions. What many have is found by looking at those next in the list; what few have, by the index of
 * words. Either alone would be slow for the other: a list by index sorts everybody who matches, and looking on finds nobody.
 */
public final class ProfileSearchStore {
    private static final int LOOKED_AT = 2_000;
    private static final String ROW =
            "p.account_id, p.database_id, p.id, p.version, p.created_at, p.updated_at, " + ProfileStore.COLUMNS;
    private static final String OF_DATABASE = " p.account_id = $1 and p.database_id = $2 ";
    private static final String MATCHES = """
             p.search @@ $6::text::tsquery and (p.search @@ $7::text::tsquery
              or exists (select from unnest(p.phones) as f(phone) where f.phone like any($8::text[])))
            """;
    private static final String LIST =
            "select " + ROW + " from profile p where" + OF_DATABASE + "and %1$s order by %2$s limit $5";
    private static final String NEAR = "select " + ROW + " from (select * from profile p where" + OF_DATABASE
            + "and %1$s order by %2$s limit " + LOOKED_AT + ") p where" + MATCHES + " order by %2$s limit $5";
    private static final String ANYWHERE = "with hits as materialized (select p.id, p.sort_name from profile p where"
            + OF_DATABASE + "and %1$s and" + MATCHES + "), shown as materialized (select p.id from hits p"
            + " order by %2$s limit $5) select " + ROW + " from shown cross join lateral (select * from profile p where"
            + OF_DATABASE + "and p.id = shown.id limit 1) p order by %2$s";

    private final Database database;
    private final PhoneNumbers phones;

    public ProfileSearchStore(Database database, PhoneNumbers phones) {
        this.database = database;
        this.phones = phones;
    }

    /**
     * The next profiles behind a place.
     *
     * @param typed beginnings of words of names, e-mail and key fields, or any part of a phone in any form; blank for everybody
     */
    public Future<List<Profile>> page(
            ProfileDatabase of, String typed, ProfileOrder order, ProfilePlace after, int limit) {
        if (typed.isBlank()) {
            return list(LIST, of, order, after, limit);
        }
        ProfileQuery query = ProfileQuery.of(typed, phones.trunk(of.defaultCountry()));
        if (query.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return list(NEAR, of, order, after, limit, query)
                .compose(near -> near.size() == limit
                        ? Future.succeededFuture(near)
                        : list(ANYWHERE, of, order, after, limit, query));
    }

    private Future<List<Profile>> list(
            String sql, ProfileDatabase of, ProfileOrder order, ProfilePlace after, int limit, ProfileQuery... query) {
        List<Object> values = new ArrayList<>(List.of(of.accountId(), of.id(), after.id(), after.name(), limit));
        for (ProfileQuery each : query) {
            values.addAll(List.of(each.any(), each.words(), each.phones().toArray(String[]::new)));
        }
        String ordered = String.format(Locale.ROOT, sql, behind(order), sorted(order));
        return database.list(row -> ProfileStore.profile(row, of), ordered, values.toArray());
    }

    private static String behind(ProfileOrder order) {
        return switch (order) {
            case NEWEST -> "p.id < $3 and $4::text is not null";
            case OLDEST -> "p.id > $3 and $4::text is not null";
            case NAME -> "(p.sort_name, p.id) > ($4, $3)";
            case NAME_BACKWARDS -> "(p.sort_name, p.id) < ($4, $3)";
        };
    }

    private static String sorted(ProfileOrder order) {
        return switch (order) {
            case NEWEST -> "p.id desc";
            case OLDEST -> "p.id";
            case NAME -> "p.sort_name, p.id";
            case NAME_BACKWARDS -> "p.sort_name desc, p.id desc";
        };
    }
}
