package io.postrider.stage.rendering;

import io.postrider.message.Exclusion;
import io.postrider.message.ExclusionReason;
import io.postrider.resource.Recipient;
import java.util.ArrayList;
import java.util.List;

/** Gathers a chunk's recipients: one a contact, the oldest profile first; whoever shares its contact is left out. */
final class Draft {
    private static final int SUBSCRIBED = 0;
    private static final long NOBODY = -1;
    private final List<Recipient> recipients = new ArrayList<>();
    private final List<Exclusion> exclusions = new ArrayList<>();
    private long lastContact = NOBODY;
    private long received;
    private long found;

    /** Takes recipients in the order of their contacts. */
    void add(List<Recipient> page) {
        for (Recipient recipient : page) {
            received++;
            if (recipient.status() == SUBSCRIBED) {
                found++;
                take(recipient);
            }
        }
    }

    private void take(Recipient recipient) {
        if (recipient.contactKey() == lastContact) {
            leaveOut(recipient, ExclusionReason.DUPLICATE_PHONE, null);
        } else {
            lastContact = recipient.contactKey();
            recipients.add(recipient);
        }
    }

    void leaveOut(Recipient recipient, ExclusionReason reason, @org.jspecify.annotations.Nullable String detail) {
        exclusions.add(new Exclusion(
                recipient.subscriptionId(), recipient.contactKey(), recipient.profileId(), reason, detail));
    }

    List<Recipient> recipients() {
        return recipients;
    }

    List<Exclusion> exclusions() {
        return exclusions;
    }

    long received() {
        return received;
    }

    long found() {
        return found;
    }
}
