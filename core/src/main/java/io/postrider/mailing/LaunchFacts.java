package io.postrider.mailing;

import io.postrider.sender.CharsetPolicy;
import io.postrider.sender.route.RoutePlan;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides whether a mailing can start, read at one moment. What the mailing names but does not exist, or
 * does not name yet, is null.
 *
 * @param defaultCountry of the database; may be empty
 * @param hasProfile whether the database has any profile
 * @param databaseOfResource whether the resource uses the database
 * @param channelOfResource whether the resource has the mailing's channel
 * @param resourceCallerId caller ID of the resource in the channel; may be empty
 * @param senderCallerId caller ID of the sender; may be empty
 * @param validity of the sender; of a virtual one the longest of its senders'
 * @param maxParts of the sender; of a virtual one the most of its senders'
 * @param charset of the sender; the senders of a virtual one have their own
 * @param route the virtual sender as it is now; null if the mailing has one sender or none
 * @param templateText text of the newest version for the channel
 * @param templateDraft whether somebody still writes the template
 */
public record LaunchFacts(
        Mailing mailing,
        @Nullable String resource,
        @Nullable String database,
        String defaultCountry,
        boolean hasProfile,
        boolean databaseOfResource,
        boolean channelOfResource,
        String resourceCallerId,
        String trackingDomain,
        @Nullable String sender,
        String senderCallerId,
        Duration validity,
        int maxParts,
        CharsetPolicy charset,
        @Nullable RoutePlan route,
        @Nullable String template,
        int templateVersion,
        @Nullable String templateText,
        boolean templateDraft) {

    /**
     * The resource's caller ID, or the sender's where it has none; may be empty, as with a virtual sender, whose senders may have
     * their own.
     */
    public String callerId() {
        return resourceCallerId.isEmpty() ? senderCallerId : resourceCallerId;
    }
}
