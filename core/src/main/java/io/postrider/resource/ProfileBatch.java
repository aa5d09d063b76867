package io.postrider.resource;

import io.postrider.profile.ProfileDatabase;
import java.util.List;

/** People to be written together, a thousand at most or so. */
public record ProfileBatch(ProfileDatabase database, WriteMode mode, List<ProfileChange> changes) {
    public ProfileBatch {
        changes = List.copyOf(changes);
    }
}
