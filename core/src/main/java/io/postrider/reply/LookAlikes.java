package io.postrider.reply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Latin and Cyrillic letters that look the same in capitals or in small letters: phones and people mix them, so that СТОП begins
 * with Latin letters, or STOP ends with Cyrillic ones. A word is only ever read in another script as a whole.
 */
final class LookAlikes {
    /** Each Latin letter before the Cyrillic one that looks like it. */
    private static final List<String> PAIRS =
            List.of("aа", "bв", "cс", "eе", "hн", "iі", "kк", "mм", "nп", "oо", "pр", "sѕ", "tт", "xх", "yу");

    private static final Map<Integer, Integer> TO_CYRILLIC = table(0, 1, 'о');
    private static final Map<Integer, Integer> TO_LATIN = table(1, 0, 'o');

    private LookAlikes() {}

    private static Map<Integer, Integer> table(int from, int to, char zero) {
        Map<Integer, Integer> table = new HashMap<>();
        PAIRS.forEach(pair -> table.put((int) pair.charAt(from), (int) pair.charAt(to)));
        table.put((int) '0', (int) zero);
        return table;
    }

    /** The sentences as they stand, and as they look in Cyrillic and in Latin where those have all letters of a word. */
    static List<List<List<String>>> readings(List<List<String>> sentences) {
        List<List<List<String>>> readings = new ArrayList<>();
        readings.add(sentences);
        readings.add(read(sentences, Character.UnicodeScript.CYRILLIC, TO_CYRILLIC));
        readings.add(read(sentences, Character.UnicodeScript.LATIN, TO_LATIN));
        return readings;
    }

    private static List<List<String>> read(
            List<List<String>> sentences, Character.UnicodeScript script, Map<Integer, Integer> table) {
        return sentences.stream()
                .map(sentence ->
                        sentence.stream().map(word -> in(script, table, word)).toList())
                .toList();
    }

    private static String in(Character.UnicodeScript script, Map<Integer, Integer> table, String word) {
        StringBuilder read = new StringBuilder();
        for (int letter : word.codePoints().toArray()) {
            boolean kept = letter == '-' || Character.UnicodeScript.of(letter) == script;
            @Nullable Integer other = kept ? Integer.valueOf(letter) : table.get(letter);
            if (other == null) {
                return word;
            }
            read.appendCodePoint(other);
        }
        return read.toString();
    }
}
