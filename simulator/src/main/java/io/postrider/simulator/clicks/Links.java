package io.postrider.simulator.clicks;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links as a phone finds them in a text. */
public final class Links {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);
    private static final String PUNCTUATION = ".,;:!?)]}'";
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private Links() {}

    /** The http and https links of the text, in order. */
    public static List<String> in(String text) {
        List<String> links = new ArrayList<>(1);
        if (!text.contains("://")) {
            return links;
        }
        Matcher found = LINK.matcher(text);
        while (found.find()) {
            String link = found.group();
            int end = link.length();
            while (PUNCTUATION.indexOf(link.charAt(end - 1)) >= 0) {
                end--;
            }
            links.add(link.substring(0, end));
        }
        return links;
    }

    /**
     * Whether simulated people may open the link.
     *
     * @param base address that it must begin with, by scheme, host, port and path; empty allows this machine only
     */
    public static boolean isAllowed(String link, String base) {
        try {
            URI uri = new URI(link);
            String host = uri.getHost();
            if (host == null || uri.getRawUserInfo() != null) {
                return false;
            }
            return base.isEmpty()
                    ? LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches()
                    : begins(uri, new URI(base));
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    private static boolean begins(URI link, URI base) {
        return base.getScheme().equalsIgnoreCase(link.getScheme())
                && base.getHost() != null
                && base.getHost().equalsIgnoreCase(link.getHost())
                && base.getPort() == link.getPort()
                && path(link).startsWith(path(base));
    }

    private static String path(URI uri) {
        String path = uri.getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }
}
