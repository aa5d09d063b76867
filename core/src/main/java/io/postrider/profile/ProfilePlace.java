package io.postrider.profile;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in a list of profiles, behind one of them.
 *
 * @param name by which it is sorted, see {@link SearchWords#sortName}
 */
public record ProfilePlace(String name, long id) {
    private static final String BETWEEN = ".";

    /** Where a list begins. */
    static ProfilePlace start(ProfileOrder order) {
        String before = order.isByName() ? Character.toString(Character.MAX_CODE_POINT) : "";
        return order.isBackwards() ? new ProfilePlace(before, Long.MAX_VALUE) : new ProfilePlace("", 0);
    }

    /** It as a cursor of the API. */
    public String cursor() {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return id + BETWEEN + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The place of a cursor, an empty one being the start; empty for a cursor that is none of ours. */
    public static Optional<ProfilePlace> of(String cursor, ProfileOrder order) {
        if (cursor.isEmpty()) {
            return Optional.of(start(order));
        }
        String[] parts = cursor.split("\\.", 2);
        try {
            byte[] name = Base64.getUrlDecoder().decode(parts.length > 1 ? parts[1] : "");
            return Optional.of(new ProfilePlace(
                    new String(name, StandardCharsets.UTF_8).replace("\0", ""), Long.parseLong(parts[0])));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
