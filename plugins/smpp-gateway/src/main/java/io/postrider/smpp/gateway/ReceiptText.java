package io.postrider.smpp.gateway;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a receipt (SMPP 3.4 Appendix B), which the standard itself calls vendor specific: keys in any order and
 * case, any of them missing, glued or with spaces.
 */
final class ReceiptText {
    private static final Pattern KEY = Pattern.compile(
            "((?<![a-z])id|(?<![a-z])sub|dlvrd|submit\\s?date|done\\s?date|stat|err|(?<![a-z])text)\\s*:",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACE = Pattern.compile("\\s");

    private final Map<String, String> values = new HashMap<>();

    private ReceiptText() {}

    static ReceiptText parse(String text) {
        var receipt = new ReceiptText();
        Matcher key = KEY.matcher(text);
        String open = "";
        int from = 0;
        while (!open.equals("text") && key.find()) {
            receipt.put(open, text.substring(from, key.start()));
            open = SPACE.matcher(key.group(1)).replaceAll("").toLowerCase(Locale.ROOT);
            from = key.end();
        }
        receipt.put(open, text.substring(from));
        return receipt;
    }

    private void put(String key, String value) {
        String trimmed = value.trim();
        String word = SPACE.split(trimmed, 2)[0];
        if (!key.isEmpty() && !key.equals("text") && !word.isEmpty()) {
            values.putIfAbsent(key, word);
        }
    }

    /** Whether it looks like a receipt although nothing else says so. */
    boolean isReceipt() {
        return values.containsKey("id") && values.containsKey("stat");
    }

    String id() {
        return values.getOrDefault("id", "");
    }

    String state() {
        return values.getOrDefault("stat", "");
    }

    String doneDate() {
        return values.getOrDefault("donedate", "");
    }

    String error() {
        return values.getOrDefault("err", "");
    }
}
