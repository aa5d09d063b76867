package io.postrider.link;

import java.util.List;

/**
 * A text with short links.
 *
 * @param personalLinks targets of this message alone, in the order of their numbers from 8
 */
public record Shortened(String text, List<String> personalLinks) {
    public Shortened {
        personalLinks = List.copyOf(personalLinks);
    }
}
