package io.postrider.template;

import io.postrider.plugin.api.Composition;
import io.postrider.resource.Recipient;
import java.util.List;
import java.util.Map;

/**
 * A message as one recipient would get it.
 *
 * @param text the whole text; empty when the template cannot be rendered for this recipient
 * @param composition its parts, or why it cannot be sent
 * @param missing fields that the template reads and the recipient does not have
 * @param sampled out of how many recipients this one was chosen
 * @param distribution how many of those have a message of how many parts; empty when nobody counted
 */
public record Preview(
        Recipient recipient,
        String text,
        Composition composition,
        List<String> missing,
        int sampled,
        Map<Integer, Integer> distribution) {
    public Preview {
        missing = List.copyOf(missing);
        distribution = Map.copyOf(distribution);
    }

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

    Preview sampledOf(int recipients, Map<Integer, Integer> counted) {
        return new Preview(recipient, text, composition, missing, recipients, counted);
    }
}
