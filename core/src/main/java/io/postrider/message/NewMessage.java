package io.postrider.message;

import io.postrider.plugin.api.Encoding;
import java.util.List;

/**
 * A rendered message that is not written yet.
 *
 * @param id from {@code Ids.Series.MESSAGE}; ascending within a chunk, with all messages of one sender together
 * @param contactKey the phone as a number
 * @param occurrence 0, or which call of a trigger or which test it is
 * @param subscriptionId 0 for a message to a phone without a subscription, as in a test
 * @param contact the phone in E.164 without the plus sign
 * @param parts the text as the channel cut it; together they are the text
 * @param personalLinks targets of this recipient's own links, in the order of their numbers from 8
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
        List<String> personalLinks) {

    public NewMessage {
        parts = List.copyOf(parts);
        personalLinks = List.copyOf(personalLinks);
    }
}
