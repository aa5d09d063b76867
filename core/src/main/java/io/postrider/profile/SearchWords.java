package io.postrider.profile;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words under which a profile is found: those of its e-mail, names and key fields in plain letters, and every three digits of its
 * phones that follow each other, so that any part of a phone finds it. They are computed here and not in PostgreSQL, so that they need
 * no extension and do not depend on the locale of the database.
 */
public final class SearchWords {
    /** Stands before three digits of a phone, to tell them from a word. */
    static final char OF_PHONE = '#';

    /** How many digits of a phone go together. */
    static final int GRAM = 3;

    private static final int MOST_WORDS = 60;
    private static final int MOST_PHONES = 20;
    private static final int LONGEST_WORD = 40;
    private static final int LAST_ASCII = 0x7F;
    private static final int LONGEST_NAME = 60;
    /** Behind every letter: whoever has no name stands at the end of a list by name. */
    private static final String NO_NAME = "\uffff";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchWords() {}

    /** The words of a profile with blanks between them; none twice. */
    public static String of(ProfileDatabase database, Map<String, Object> values) {
        Set<String> words = new LinkedHashSet<>();
        Stream<String> keys =
                database.fields().stream().filter(ProfileField::key).map(ProfileField::name);
        Stream.concat(standard(), keys)
                .map(values::get)
                .filter(value -> value != null)
                .flatMap(value -> split(value.toString()).stream())
                .limit(MOST_WORDS)
                .forEach(words::add);
        if (values.get(StandardField.PHONES.field()) instanceof List<?> phones) {
            phones.stream().limit(MOST_PHONES).forEach(phone -> words.addAll(grams(phone.toString())));
        }
        return String.join(" ", words);
    }

    private static Stream<String> standard() {
        return Stream.of(StandardField.FIRST_NAME, StandardField.LAST_NAME, StandardField.EMAIL)
                .map(StandardField::field);
    }

    /** The name of a profile by which lists are sorted: first and last name in plain letters. */
    public static String sortName(Map<String, Object> values) {
        String first = String.valueOf(values.getOrDefault(StandardField.FIRST_NAME.field(), ""));
        String last = String.valueOf(values.getOrDefault(StandardField.LAST_NAME.field(), ""));
        String name = plain(first + " " + last).strip();
        if (name.isEmpty()) {
            return NO_NAME;
        }
        return name.substring(
                0, name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length()))));
    }

    /** The place behind a profile in a list. */
    public static ProfilePlace behind(Profile profile) {
        return new ProfilePlace(sortName(profile.values()), profile.id());
    }

    /** The words of a text in small letters without accents, so that ё is е. */
    static List<String> split(String text) {
        return Stream.of(BETWEEN.split(plain(text)))
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() > LONGEST_WORD ? cut(word) : word)
                .toList();
    }

    private static String cut(String word) {
        return word.substring(
                0, word.offsetByCodePoints(0, Math.min(LONGEST_WORD, word.codePointCount(0, word.length()))));
    }

    private static String plain(String text) {
        if (text.chars().allMatch(letter -> letter <= LAST_ASCII)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String letters =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return letters.toLowerCase(Locale.ROOT);
    }

    /** Every three digits in a row, each with its sign before it. */
    static Set<String> grams(String digits) {
        Set<String> grams = new LinkedHashSet<>();
        for (int at = 0; at + GRAM <= digits.length(); at++) {
            grams.add(OF_PHONE + digits.substring(at, at + GRAM));
        }
        return grams;
    }
}
