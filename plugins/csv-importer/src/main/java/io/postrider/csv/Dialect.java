package io.postrider.csv;

import io.postrider.plugin.api.SettingException;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How a file is written: what the settings say, in the parser's terms. */
record Dialect(Delimiter delimiter, Quote quote, Encoding encoding, boolean header) {
    static final String DELIMITER = "delimiter";
    static final String QUOTE = "quote";
    static final String ENCODING = "encoding";
    static final String HEADER = "header";

    /** What stands between two values. */
    enum Delimiter {
        COMMA(','),
        SEMICOLON(';'),
        TAB('\t'),
        PIPE('|');

        final char character;

        Delimiter(char character) {
            this.character = character;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What surrounds a value that holds delimiters or line breaks. */
    enum Quote {
        DOUBLE('"'),
        SINGLE('\''),
        /** The parser wants a character, so it gets one that no text has. */
        NONE('\uFFFF');

        final char character;

        Quote(char character) {
            this.character = character;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The encodings that customer lists come in. */
    enum Encoding {
        UTF_8("UTF-8", "\u00EF\u00BB\u00BF"),
        UTF_16LE("UTF-16LE", "\u00FF\u00FE"),
        UTF_16BE("UTF-16BE", "\u00FE\u00FF"),
        WINDOWS_1251("windows-1251", ""),
        WINDOWS_1252("windows-1252", "");

        final Charset charset;
        /** The byte order mark that may stand first, one character an octet. */
        final String mark;

        Encoding(String charset, String mark) {
            this.charset = Charset.forName(charset);
            this.mark = mark;
        }

        String word() {
            return charset.name();
        }
    }

    /** Reads settings that may be incomplete; what is missing gets its default. */
    static Dialect of(Map<String, String> settings) {
        return new Dialect(
                delimiter(settings.getOrDefault(DELIMITER, Delimiter.COMMA.word())),
                quote(settings.getOrDefault(QUOTE, Quote.DOUBLE.word())),
                encoding(settings.getOrDefault(ENCODING, Encoding.UTF_8.word())),
                Boolean.parseBoolean(settings.getOrDefault(HEADER, "true")));
    }

    static Delimiter delimiter(String word) {
        for (Delimiter delimiter : Delimiter.values()) {
            if (delimiter.word().equals(word)) {
                return delimiter;
            }
        }
        throw new SettingException(DELIMITER, "The delimiter \"" + word + "\" is not known.");
    }

    static Quote quote(String word) {
        for (Quote quote : Quote.values()) {
            if (quote.word().equals(word)) {
                return quote;
            }
        }
        throw new SettingException(QUOTE, "The quote \"" + word + "\" is not known.");
    }

    static Encoding encoding(String word) {
        for (Encoding encoding : Encoding.values()) {
            if (encoding.word().equalsIgnoreCase(word)) {
                return encoding;
            }
        }
        throw new SettingException(ENCODING, "The encoding \"" + word + "\" is not known.");
    }

    /** The settings that {@link #of} reads back. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(ENCODING, encoding.word());
        settings.put(DELIMITER, delimiter.word());
        settings.put(QUOTE, quote.word());
        settings.put(HEADER, Boolean.toString(header));
        return settings;
    }
}
