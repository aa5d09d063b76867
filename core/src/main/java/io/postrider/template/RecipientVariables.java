package io.postrider.template;

import io.postrider.resource.Recipient;
import org.jspecify.annotations.Nullable;

/** What a template sees of a recipient: the fields of the profile, and the phone of the subscription. */
public final class RecipientVariables implements Variables {
    private final Recipient recipient;

    public RecipientVariables(Recipient recipient) {
        this.recipient = recipient;
    }

    @Override
    public @Nullable Object lead(String name) {
        return recipient.profile().get(name);
    }

    @Override
    public @Nullable Object subscription(String name) {
        return name.equals("phone") ? recipient.contact() : null;
    }
}
