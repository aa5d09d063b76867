package io.postrider.link;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Replaces addresses in a message by short links. Targets that stand in the template as they are belong to the run and are
 * written once; others, such as one with the recipient's name in it, belong to the message.
 */
public final class Shortener {
    private static final Pattern CONTROL =
            Pattern.compile("\\{\\{?~?[#/]?\\s*(?:if|elseif|else|elif|end|each|for|unless)\\b");
    private final ShortCodes codes;

    public Shortener(ShortCodes codes) {
        this.codes = codes;
    }

    /** Targets in a template's source that are the same for everybody, each once, at most eight. */
    public static List<String> fixedIn(String templateText) {
        Set<String> fixed = new LinkedHashSet<>();
        Urls urls = new Urls(templateText);
        Optional<Urls.Span> found = urls.next();
        while (found.isPresent() && fixed.size() < Place.OF_EACH_SORT) {
            Urls.Span span = found.get();
            if (!goesOnWithAValue(templateText, span.stop())) {
                fixed.add(templateText.substring(span.from(), span.to()));
            }
            found = urls.next();
        }
        return List.copyOf(fixed);
    }

    private static boolean goesOnWithAValue(String template, int at) {
        return at < template.length()
                && template.charAt(at) == '{'
                && !CONTROL.matcher(template).region(at, template.length()).lookingAt();
    }

    /**
     * Shortens every address in a rendered text. Those beyond eight of each sort stay as they are, and so do those that begin
     * with {@code base}.
     *
     * @param fixed targets of the run, by their numbers
     * @param base what stands in front of a code, with a slash at its end
     */
    public Shortened shorten(String renderedText, List<String> fixed, long messageId, String base) {
        Urls urls = new Urls(renderedText);
        Optional<Urls.Span> found = urls.next();
        if (found.isEmpty()) {
            return new Shortened(renderedText, List.of());
        }
        List<String> personal = new ArrayList<>();
        StringBuilder text = new StringBuilder(renderedText.length());
        int copied = 0;
        while (found.isPresent()) {
            Urls.Span span = found.get();
            String url = renderedText.substring(span.from(), span.to());
            text.append(renderedText, copied, span.from());
            text.append(url.startsWith(base) ? url : shortLink(url, fixed, personal, messageId, base));
            copied = span.to();
            found = urls.next();
        }
        return new Shortened(
                text.append(renderedText, copied, renderedText.length()).toString(), personal);
    }

    private String shortLink(String url, List<String> fixed, List<String> personal, long messageId, String base) {
        int link = fixed.indexOf(url);
        if (link < 0) {
            int known = personal.indexOf(url);
            if (known < 0 && personal.size() == Place.OF_EACH_SORT) {
                return url;
            }
            if (known < 0) {
                personal.add(url);
                known = personal.size() - 1;
            }
            link = Place.FIRST_PERSONAL + known;
        }
        return base + codes.code(messageId, link);
    }
}
