package io.postrider.mailing;

import io.postrider.resource.AudienceSize;
import org.jspecify.annotations.Nullable;

/**
 * How an audience becomes recipients, counted without launching. What depends on each text, such as one that is too long, shows
 * only in the journal.
 *
 * @param received contacts in the source; a profile without a contact counts once
 * @param withoutContact profiles among them that have no contact at all
 * @param found active subscriptions to the resource
 * @param duplicates second and further ones with the same contact
 * @param limit of the mailing; null for none
 */
public record Waterfall(
        long received,
        long withoutContact,
        long found,
        long duplicates,
        @Nullable Long limit) {
    static Waterfall of(AudienceSize size, long withoutContact, @Nullable Long limit) {
        return new Waterfall(
                size.subscriptions() + withoutContact,
                withoutContact,
                size.active(),
                size.active() - size.contacts(),
                limit);
    }

    /** Contacts without an active subscription. */
    public long notSubscribed() {
        return received - found;
    }

    /** Contacts left out because of the limit. */
    public long overLimit() {
        return found - duplicates - recipients();
    }

    /** Who would get a message. */
    public long recipients() {
        long contacts = found - duplicates;
        return limit == null ? contacts : Math.min(contacts, limit);
    }
}
