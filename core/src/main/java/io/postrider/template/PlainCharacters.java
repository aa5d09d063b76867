package io.postrider.template;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may stand in a message instead of a character that makes it dearer, such as - for a long dash. */
public final class PlainCharacters {
    private static final Map<Integer, String> INSTEAD = instead();
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final int LAST_ASCII = 0x7E;

    private PlainCharacters() {}

    private static Map<Integer, String> instead() {
        Map<Integer, String> instead = new HashMap<>();
        put(instead, "-", "‐‑‒–—―−•·");
        put(instead, "\"", "“”„‟«»″〝〞");
        put(instead, "'", "‘’‚‛′`´ʼ");
        put(instead, "...", "…");
        put(instead, " ", "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t");
        put(instead, "", "\u00ad\u200b\u200c\u200e\u200f\u2060\ufe0f\ufeff");
        put(instead, "\n", "\u2028\u2029\u0085");
        put(instead, "x", "×");
        put(instead, "<", "‹");
        put(instead, ">", "›");
        put(instead, "->", "→");
        put(instead, "<-", "←");
        put(instead, "No.", "№");
        put(instead, "(c)", "©");
        put(instead, "(R)", "®");
        put(instead, "TM", "™");
        put(instead, "1/2", "½");
        put(instead, "1/4", "¼");
        letters(instead);
        return Map.copyOf(instead);
    }

    /** Letters that Unicode does not take apart. */
    private static void letters(Map<Integer, String> instead) {
        put(instead, "l", "ł");
        put(instead, "L", "Ł");
        put(instead, "d", "đð");
        put(instead, "D", "ĐÐ");
        put(instead, "h", "ħ");
        put(instead, "H", "Ħ");
        put(instead, "t", "ŧ");
        put(instead, "T", "Ŧ");
        put(instead, "i", "ı");
        put(instead, "oe", "œ");
        put(instead, "OE", "Œ");
        put(instead, "th", "þ");
        put(instead, "Th", "Þ");
        put(instead, "SS", "ẞ");
    }

    private static void put(Map<Integer, String> instead, String plain, String characters) {
        characters.codePoints().forEach(character -> instead.put(character, plain));
    }

    /** What may stand instead; letters lose their accents where a letter without is left. Empty if nothing may. */
    public static Optional<String> insteadOf(int character) {
        String known = INSTEAD.get(character);
        if (known != null) {
            return Optional.of(known);
        }
        if (Character.getType(character) == Character.NON_SPACING_MARK) {
            return Optional.of("");
        }
        String letters = MARKS.matcher(Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD))
                .replaceAll("");
        boolean ascii = !letters.isEmpty() && letters.chars().allMatch(each -> each >= ' ' && each <= LAST_ASCII);
        return ascii ? Optional.of(letters) : Optional.empty();
    }

    /** The text with what may stand instead of each of these characters; empty when nothing may stand instead of one. */
    static Optional<String> replaced(String text, List<Integer> positions) {
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        for (int position : positions) {
            int character = text.codePointAt(position);
            Optional<String> instead = insteadOf(character);
            if (instead.isEmpty()) {
                return Optional.empty();
            }
            plain.append(text, from, position).append(instead.get());
            from = position + Character.charCount(character);
        }
        return Optional.of(plain.append(text, from, text.length()).toString());
    }
}
