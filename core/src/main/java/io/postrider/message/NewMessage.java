package io.postrider.message;

import io.postrider.plugin.api.Encoding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rendered message that is not written yet.
 *
 * @param id from {@code Ids.Series.MESSAGE}; ascending within a chunk, with all messages of one sender and caller ID together
 * @param contactKey the phone as a number
 * @param occurrence 0, or which call of a trigger or which test it is
 * @param subscriptionId 0 for a message to a phone without a subscription, as in a test
 * @param contact the phone in E.164 without the plus sign
 * @param parts the text as the channel cut it; together they are the text
 * @param personalLinks targets of this recipient's own links, in the order of their numbers from 8
 * @param route how a virtual sender chose its sender; null if the sender was given
 */
public record NewMessage(
        long id,
        long contactKey,
        int occurrence,
        long databaseId,
        long profileId,
        long subscriptionId,
        long senderId,
        String contact,
        List<String> parts,
        Encoding encoding,
        List<String> personalLinks,
        @Nullable Route route) {

    /**
     * The choice of a virtual sender.
     *
     * @param number what stands on the message, as the room of virtual senders writes it
     * @param callerId from whom the message comes
     */
    public record Route(int number, String callerId) {}

    public NewMessage {
        parts = List.copyOf(parts);
        personalLinks = List.copyOf(personalLinks);
    }

    /** A message whose sender was given, so that it comes from whom all of its run come. */
    public NewMessage(
            long id,
            long contactKey,
            int occurrence,
            long databaseId,
            long profileId,
            long subscriptionId,
            long senderId,
            String contact,
            List<String> parts,
            Encoding encoding,
            List<String> personalLinks) {
        this(
                id,
                contactKey,
                occurrence,
                databaseId,
                profileId,
                subscriptionId,
                senderId,
                contact,
                parts,
                encoding,
                personalLinks,
                null);
    }

    /** From whom it comes, in a run whose messages come from {@code ofRun} unless a rule says otherwise. */
    String callerId(String ofRun) {
        return route == null ? ofRun : route.callerId();
    }
}
