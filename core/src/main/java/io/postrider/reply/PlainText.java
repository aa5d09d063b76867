package io.postrider.reply;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text as words that can be compared: without case, accents, invisible characters, punctuation and pictures, cut where a
 * sentence ends. The same is done to the words of the lists, so what it loses is lost on both sides.
 */
final class PlainText {
    private static final int LONGEST = 1_000;
    /** Scripts whose marks are accents; elsewhere, as in Devanagari or Thai, a mark is a vowel. */
    private static final Set<Character.UnicodeScript> ACCENTED = Set.of(
            Character.UnicodeScript.LATIN,
            Character.UnicodeScript.GREEK,
            Character.UnicodeScript.CYRILLIC,
            Character.UnicodeScript.ARABIC,
            Character.UnicodeScript.HEBREW);

    private static final int TATWEEL = 0x640;
    private static final String APOSTROPHES = "'’ʼ‘`´";
    private static final String HYPHENS = "-‐";

    private PlainText() {}

    /** Words by sentence; no sentence is empty. */
    static List<List<String>> sentences(String text) {
        String plain = plain(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        List<List<String>> sentences = new ArrayList<>();
        List<String> sentence = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int[] letters = plain.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            boolean inside = word.length() > 0 && i + 1 < letters.length && isOfWord(letters[i + 1]);
            if (isOfWord(letters[i])) {
                word.appendCodePoint(letters[i]);
            } else if (inside && HYPHENS.indexOf(letters[i]) >= 0) {
                word.append('-');
            } else if (!inside || APOSTROPHES.indexOf(letters[i]) < 0) {
                end(word, sentence);
                if (!Character.isWhitespace(letters[i]) || letters[i] == '\n') {
                    end(sentence, sentences);
                }
            }
        }
        end(word, sentence);
        end(sentence, sentences);
        return sentences;
    }

    /** All words with one space between them. */
    static String words(String text) {
        return String.join(" ", sentences(text).stream().flatMap(List::stream).toList());
    }

    private static void end(StringBuilder word, List<String> sentence) {
        if (word.length() > 0) {
            sentence.add(word.toString());
            word.setLength(0);
        }
    }

    private static void end(List<String> sentence, List<List<String>> sentences) {
        if (!sentence.isEmpty()) {
            sentences.add(List.copyOf(sentence));
            sentence.clear();
        }
    }

    private static boolean isOfWord(int letter) {
        int type = Character.getType(letter);
        return Character.isLetterOrDigit(letter)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /**
     * Upper case first, since only that makes ß and ss, σ and ς the same; then letter by letter to lower case, which knows
     * nothing of the place in a word. With the dot of İ gone as an accent, it and ı are both an i.
     */
    private static String plain(String text) {
        String wide = Normalizer.normalize(text, Form.NFKC).toUpperCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder();
        boolean[] accented = {false};
        Normalizer.normalize(wide, Form.NFD).codePoints().forEach(letter -> {
            if (Character.getType(letter) == Character.NON_SPACING_MARK) {
                if (!accented[0] && !isVariation(letter)) {
                    plain.appendCodePoint(letter);
                }
            } else if (!isInvisible(letter)) {
                accented[0] = ACCENTED.contains(Character.UnicodeScript.of(letter));
                plain.append(simple(Character.toLowerCase(letter)));
            }
        });
        return Normalizer.normalize(plain, Form.NFC);
    }

    private static boolean isVariation(int letter) {
        return letter >= 0xFE00 && letter <= 0xFE0F;
    }

    private static boolean isInvisible(int letter) {
        int type = Character.getType(letter);
        return type == Character.FORMAT || type == Character.ENCLOSING_MARK || letter == TATWEEL;
    }

    /** Letters that are written with and without their stroke, or in another way by another keyboard. */
    private static String simple(int letter) {
        return switch (letter) {
            case 'ł' -> "l";
            case 'ø' -> "o";
            case 'đ', 'ð' -> "d";
            case 'ħ' -> "h";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'þ' -> "th";
            case 'ة' -> "ه";
            case 'ى', 'ی' -> "ي";
            case 'ک' -> "ك";
            default -> Character.toString(letter);
        };
    }
}
