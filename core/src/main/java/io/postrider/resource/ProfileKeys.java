package io.postrider.resource;

import io.postrider.profile.ProfileDatabase;
import io.postrider.profile.ProfileField;
import io.postrider.profile.StandardField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** By what profiles are found again: e-mail without case, phones, and the key fields of the database. */
final class ProfileKeys {
    private ProfileKeys() {}

    /** The keys that a profile with these values is stored under. */
    static List<MatchKey> of(ProfileDatabase database, Map<String, Object> values) {
        List<MatchKey> keys = new ArrayList<>();
        add(keys, StandardField.EMAIL.field(), values);
        add(keys, StandardField.PHONES.field(), values);
        for (ProfileField field : database.fields()) {
            if (field.key()) {
                add(keys, field.name(), values);
            }
        }
        return keys;
    }

    private static void add(List<MatchKey> keys, String field, Map<String, Object> values) {
        Object value = values.get(field);
        if (value instanceof List<?> several) {
            several.forEach(each -> keys.add(MatchKey.of(field, each)));
        } else if (value != null) {
            keys.add(MatchKey.of(field, value));
        }
    }
}
