package io.postrider.simulator.people;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Links as a phone finds them in a text. */
public final class Links {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);
    private static final String PUNCTUATION = ".,;:!?)]}'";
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private Links() {}

    /** The first http or https link of the text; null without one. */
    public static @Nullable String first(String text) {
        Matcher found = LINK.matcher(text);
        if (!found.find()) {
            return null;
        }
        String link = found.group();
        int end = link.length();
        while (PUNCTUATION.indexOf(link.charAt(end - 1)) >= 0) {
            end--;
        }
        return link.substring(0, end);
    }

    /** Whether the link stays on this machine: the only ones that simulated people may call. */
    public static boolean isLoopback(String link) {
        try {
            String host = new URI(link).getHost();
            return host != null
                    && LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
