package io.postrider.profile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A database of profiles.
 *
 * @param defaultCountry ISO 3166 code such as {@code US} by which phones without a plus are read; empty for none
 * @param fields the custom fields in order; the standard ones are there without being listed
 */
public record ProfileDatabase(
        long accountId,
        long id,
        String name,
        String defaultCountry,
        List<ProfileField> fields,
        int version,
        Instant createdAt) {
    public ProfileDatabase {
        fields = List.copyOf(fields);
    }

    /** The standard or custom field of this name. */
    public Optional<ProfileField> field(String fieldName) {
        return StandardField.of(fieldName)
                .map(StandardField::definition)
                .or(() -> fields.stream()
                        .filter(field -> field.name().equals(fieldName))
                        .findFirst());
    }

    /** The same database with another name, country or fields. */
    public ProfileDatabase changed(String newName, String newCountry, List<ProfileField> newFields) {
        return new ProfileDatabase(accountId, id, newName, newCountry, newFields, version, createdAt);
    }
}
