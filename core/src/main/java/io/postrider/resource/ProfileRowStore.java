package io.postrider.resource;

import io.postrider.profile.JsonValues;
import io.postrider.profile.ProfileDatabase;
import io.postrider.profile.ProfileField;
import io.postrider.profile.SearchWords;
import io.postrider.profile.StandardField;
import io.postrider.resource.BatchResolution.Draft;
import io.postrider.store.Database;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes many profiles and their keys by one statement each, inside the transaction of a batch. */
final class ProfileRowStore {
    private static final String SOURCE = """
            unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[], $9::text[],
              $10::timestamptz[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[],
              $17::smallint[], $18::text[], $19::text[], $20::text[])
            as u(id, email, phones, fname, lname, bdate, sex, regdate, city, country, region, postal_code, tz, vendor,
              status, fields, words, sort_name)
            """;
    private static final String COLUMNS = """
            email, phones, fname, lname, bdate, sex, regdate, city, country, region, postal_code, tz, vendor, status,
            fields, search, sort_name, updated_at""";
    private static final String VALUES = """
            u.email, string_to_array(u.phones, ','), u.fname, u.lname, u.bdate, u.sex, u.regdate, u.city, u.country,
            u.region, u.postal_code, u.tz, u.vendor, u.status, u.fields::jsonb,
            array_to_tsvector(string_to_array(u.words, ' ')), u.sort_name, $21::timestamptz""";
    private static final String INSERT = "insert into profile (account_id, database_id, id, created_at, " + COLUMNS
            + ") select $1, $2, u.id, $21, " + VALUES + " from " + SOURCE;
    private static final String UPDATE = "update profile p set version = p.version + 1, (" + COLUMNS + ") = row("
            + VALUES + ") from " + SOURCE + "where p.account_id = $1 and p.database_id = $2 and p.id = u.id";
    private static final String INSERT_KEYS = """
            insert into profile_key (account_id, database_id, field, value, profile_id)
            select $1, $2, u.field, u.value, u.id from unnest($3::text[], $4::text[], $5::bigint[]) as u(field, value, id)
            on conflict do nothing
            """;
    private static final String DELETE_KEYS = """
            delete from profile_key k using unnest($3::text[], $4::text[], $5::bigint[]) as u(field, value, id)
            where k.account_id = $1 and k.database_id = $2 and k.field = u.field and k.value = u.value
              and k.profile_id = u.id
            """;

    private final SqlConnection transaction;
    private final ProfileDatabase database;
    private final Instant now;

    private record Key(MatchKey key, long profileId) {}

    ProfileRowStore(SqlConnection transaction, ProfileDatabase database, Instant now) {
        this.transaction = transaction;
        this.database = database;
        this.now = now;
    }

    /** Writes new and changed profiles with their keys; the statements follow each other without waiting. */
    Future<Void> write(List<Draft> added, List<Draft> changed) {
        List<Key> more = new ArrayList<>();
        List<Key> less = new ArrayList<>();
        for (Draft draft : added) {
            ProfileKeys.of(database, draft.values).forEach(key -> more.add(new Key(key, draft.id)));
        }
        for (Draft draft : changed) {
            Set<MatchKey> before =
                    new HashSet<>(draft.before == null ? List.of() : ProfileKeys.of(database, draft.before.values()));
            Set<MatchKey> after = new HashSet<>(ProfileKeys.of(database, draft.values));
            after.stream().filter(key -> !before.contains(key)).forEach(key -> more.add(new Key(key, draft.id)));
            before.stream().filter(key -> !after.contains(key)).forEach(key -> less.add(new Key(key, draft.id)));
        }
        return Future.all(
                        profiles(INSERT, added),
                        profiles(UPDATE, changed),
                        keys(DELETE_KEYS, less),
                        keys(INSERT_KEYS, more))
                .mapEmpty();
    }

    private Future<?> keys(String sql, List<Key> keys) {
        if (keys.isEmpty()) {
            return Future.succeededFuture();
        }
        return Database.query(
                transaction,
                sql,
                database.accountId(),
                database.id(),
                keys.stream().map(key -> key.key().field()).toArray(String[]::new),
                keys.stream().map(key -> key.key().value()).toArray(String[]::new),
                keys.stream().map(Key::profileId).toArray(Long[]::new));
    }

    private Future<?> profiles(String sql, List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return Future.succeededFuture();
        }
        List<@Nullable Object> values = new ArrayList<>();
        values.add(database.accountId());
        values.add(database.id());
        values.add(drafts.stream().map(draft -> draft.id).toArray(Long[]::new));
        for (StandardField field : StandardField.values()) {
            values.add(column(drafts, field));
        }
        values.add(texts(drafts, this::custom));
        values.add(texts(drafts, draft -> SearchWords.of(database, draft.values)));
        values.add(texts(drafts, draft -> SearchWords.sortName(draft.values)));
        values.add(now.atOffset(ZoneOffset.UTC));
        return Database.query(transaction, sql, values.toArray());
    }

    private static Object column(List<Draft> drafts, StandardField field) {
        Function<Draft, @Nullable Object> value = draft -> draft.values.get(field.field());
        return switch (field.type()) {
            case DATE -> drafts.stream().map(value).toArray(LocalDate[]::new);
            case DATETIME ->
                drafts.stream()
                        .map(draft -> value.apply(draft) instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : null)
                        .toArray(OffsetDateTime[]::new);
            case INTEGER ->
                drafts.stream()
                        .map(draft -> value.apply(draft) instanceof Long number ? number.shortValue() : (short) 0)
                        .toArray(Short[]::new);
            case PHONES ->
                texts(
                        drafts,
                        draft -> value.apply(draft) instanceof List<?> list && !list.isEmpty() ? joined(list) : null);
            default -> texts(drafts, draft -> (String) value.apply(draft));
        };
    }

    private static String joined(List<?> phones) {
        return String.join(",", phones.stream().map(Object::toString).toList());
    }

    private static @Nullable String[] texts(List<Draft> drafts, Function<Draft, @Nullable String> value) {
        @Nullable String[] texts = new String[drafts.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = value.apply(drafts.get(i));
        }
        return texts;
    }

    private String custom(Draft draft) {
        JsonObject fields = new JsonObject();
        for (ProfileField field : database.fields()) {
            Object value = draft.values.get(field.name());
            if (value != null) {
                fields.put(field.name(), JsonValues.json(value));
            }
        }
        return fields.encode();
    }
}
