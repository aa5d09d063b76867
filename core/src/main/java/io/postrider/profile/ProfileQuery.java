package io.postrider.profile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody types to find a profile, as PostgreSQL is asked for it.
 *
 * @param words a tsquery: each word typed begins a word of the profile; empty when nothing was typed
 * @param any a tsquery that finds at least everybody who is wanted
 * @param phones patterns of phones that are wanted too; empty unless digits were typed
 */
record ProfileQuery(String words, String any, List<String> phones) {
    private static final int MOST_WORDS = 10;
    private static final Pattern PHONE = Pattern.compile("[+(]?[0-9][0-9\\s().+/-]*");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]+");

    ProfileQuery {
        phones = List.copyOf(phones);
    }

    /**
     * Reads what was typed.
     *
     * @param trunk what people of the database's country dial before a number at home, such as 8 in Russia; empty for none
     */
    static ProfileQuery of(String typed, String trunk) {
        String words = SearchWords.split(typed).stream()
                .limit(MOST_WORDS)
                .map(word -> "'" + word + "':*")
                .collect(Collectors.joining(" & "));
        String trimmed = typed.strip();
        if (!PHONE.matcher(trimmed).matches()) {
            return new ProfileQuery(words, words, List.of());
        }
        Set<String> parts = parts(trimmed, trunk);
        String any = parts.stream().map(ProfileQuery::grams).collect(Collectors.joining(" | ", words + " | ", ""));
        return new ProfileQuery(
                words, any, parts.stream().map(part -> "%" + part + "%").toList());
    }

    /** The digits as they were typed, and without what is only dialled. */
    private static Set<String> parts(String typed, String trunk) {
        String digits = NO_DIGIT.matcher(typed).replaceAll("");
        Set<String> parts = new LinkedHashSet<>(Set.of(digits));
        if (!typed.startsWith("+")) {
            if (digits.startsWith("00") && digits.length() > 2) {
                parts.add(digits.substring(2));
            }
            if (!trunk.isEmpty() && digits.startsWith(trunk) && digits.length() > trunk.length()) {
                parts.add(digits.substring(trunk.length()));
            }
        }
        return parts;
    }

    private static String grams(String digits) {
        if (digits.length() < SearchWords.GRAM) {
            return "'" + SearchWords.OF_PHONE + digits + "':*";
        }
        return SearchWords.grams(digits).stream()
                .map(gram -> "'" + gram + "'")
                .collect(Collectors.joining(" & ", "(", ")"));
    }

    /** Whether something was typed that nobody can match, such as punctuation alone. */
    boolean isEmpty() {
        return any.isEmpty();
    }
}
