package io.postrider.template;

import io.postrider.plugin.api.Composition;
import io.postrider.resource.Recipient;

/**
 * A message as one recipient would get it.
 *
 * @param text the whole text; empty when the template cannot be rendered for this recipient
 * @param composition its parts, or why it cannot be sent
 * @param sampled out of how many recipients this one was chosen
 */
public record Preview(Recipient recipient, String text, Composition composition, int sampled) {
    /** How many parts it has; none when it cannot be sent. */
    int parts() {
        return composition instanceof Composition.Parts fitting
                ? fitting.parts().size()
                : 0;
    }

    /** How much it takes, to choose among messages of as many parts. */
    int units() {
        return composition instanceof Composition.Parts fitting ? fitting.units() : 0;
    }

    Preview sampledOf(int recipients) {
        return new Preview(recipient, text, composition, recipients);
    }
}
