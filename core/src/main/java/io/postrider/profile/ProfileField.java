package io.postrider.profile;

import java.util.List;

/**
 * A field that profiles of a database have.
 *
 * @param name by which templates, imports and the API know it; standard fields begin with an underscore
 * @param label what people read
 * @param required whether every new profile must have a value
 * @param key whether profiles can be found by it; several profiles may share a value, the oldest wins
 * @param options the values allowed in a {@link FieldType#ENUM}, otherwise empty
 */
public record ProfileField(
        String name, String label, FieldType type, boolean required, boolean key, List<String> options) {
    public ProfileField {
        options = List.copyOf(options);
    }
}
