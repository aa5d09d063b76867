package io.postrider.simulator.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The tables of characters by septet: the default ones and those of the national languages (3GPP TS 23.038, 6.2.1 and
 * annex A). They are read from a resource when a message first names a language, because few ever do.
 */
final class NationalTables {
    private static final int SIZE = 128;

    private NationalTables() {}

    /** What a message with this language in a locking shift uses in place of the default alphabet. */
    static String locking(int language) {
        return language == 0 ? GsmAlphabet.BASIC : Loaded.TABLES.getOrDefault("locking-" + language, GsmAlphabet.BASIC);
    }

    /** What a message with this language in a single shift uses in place of the default extension table. */
    static String single(int language) {
        return language == 0
                ? GsmAlphabet.EXTENSION
                : Loaded.TABLES.getOrDefault("single-" + language, GsmAlphabet.EXTENSION);
    }

    /** Whether there is a single shift for this language; Spanish has no locking shift and means the default by it. */
    static boolean has(int language) {
        return language == 0 || Loaded.TABLES.containsKey("single-" + language);
    }

    /** Reads the tables; see the comment in the resource for its form. */
    private static Map<String, String> read(BufferedReader lines) throws IOException {
        var tables = new HashMap<String, char[]>();
        tables.put("nothing", String.valueOf(GsmAlphabet.NONE).repeat(SIZE).toCharArray());
        tables.put("default", GsmAlphabet.BASIC.toCharArray());
        tables.put("extension", GsmAlphabet.EXTENSION.toCharArray());
        char[] current = {};
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.strip().split(" +", -1);
            if (words[0].equals("table")) {
                char[] origin = Objects.requireNonNull(tables.get(words[3]), words[3]);
                current = Arrays.copyOf(origin, SIZE);
                tables.put(words[1], current);
            } else if (!words[0].isEmpty() && !words[0].startsWith("#")) {
                fill(current, words);
            }
        }
        var texts = new HashMap<String, String>();
        tables.forEach((name, table) -> texts.put(name, new String(table)));
        return Map.copyOf(texts);
    }

    private static void fill(char[] table, String[] words) {
        int code = Integer.parseInt(words[0].substring(0, 2), 16);
        for (int i = 1; i < words.length; i++) {
            if (words[i].equals("-")) {
                code++;
                continue;
            }
            int first = Integer.parseInt(words[i].substring(0, 4), 16);
            int last = words[i].length() == 4 ? first : Integer.parseInt(words[i].substring(5), 16);
            for (int point = first; point <= last; point++) {
                table[code++] = (char) point;
            }
        }
    }

    /** Loads the resource when it is first needed. */
    private static final class Loaded {
        static final Map<String, String> TABLES = load();

        private static Map<String, String> load() {
            try (InputStream stream = Objects.requireNonNull(NationalTables.class.getResourceAsStream("national.txt"));
                    var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                return read(lines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
