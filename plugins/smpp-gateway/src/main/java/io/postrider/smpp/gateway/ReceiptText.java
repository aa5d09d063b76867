package io.postrider.smpp.gateway;

import org.jspecify.annotations.Nullable;

/**
 * The text of a receipt (SMPP 3.4 Appendix B), which the standard itself calls vendor specific: keys in any order and
 * case, any of them missing, glued or with spaces. Read by hand, from colon to colon: there are as many receipts as
 * messages, and regular expressions took more time than all the rest of a receipt.
 */
final class ReceiptText {
    /** A key ends where its colon stands; {@code alone} must not be the end of a longer word. */
    private enum Key {
        ID("id", true),
        DLVRD("dlvrd", false),
        SUB("sub", true),
        SUBMIT_DATE("submit date", false),
        SUBMITDATE("submitdate", false),
        DONE_DATE("done date", false),
        DONEDATE("donedate", false),
        STAT("stat", false),
        TEXT("text", true),
        ERR("err", false);

        private static final Key[] ALL = values();

        private final String name;
        private final boolean alone;

        Key(String name, boolean alone) {
            this.name = name;
            this.alone = alone;
        }

        boolean endsAt(String text, int from, int end) {
            int start = end - name.length();
            if (start < from || !isName(text, start)) {
                return false;
            }
            return !alone || start == 0 || !isLetter(text.charAt(start - 1));
        }

        private boolean isName(String text, int start) {
            for (int i = name.length() - 1; i >= 0; i--) {
                char wanted = name.charAt(i);
                char c = text.charAt(start + i);
                boolean same = wanted == ' ' ? isSpace(c) : (c | 0x20) == wanted;
                if (!same) {
                    return false;
                }
            }
            return true;
        }
    }

    private String id = "";
    private String state = "";
    private String doneDate = "";
    private String error = "";

    private ReceiptText() {}

    static ReceiptText parse(String text) {
        var receipt = new ReceiptText();
        Key open = null;
        int from = 0;
        int colon = text.indexOf(':');
        while (colon >= 0 && open != Key.TEXT) {
            int end = colon;
            while (end > from && isSpace(text.charAt(end - 1))) {
                end--;
            }
            for (Key key : Key.ALL) {
                if (key.endsAt(text, from, end)) {
                    receipt.put(open, text, from, end - key.name.length());
                    open = key;
                    from = colon + 1;
                    break;
                }
            }
            colon = text.indexOf(':', colon + 1);
        }
        receipt.put(open, text, from, text.length());
        return receipt;
    }

    private void put(@Nullable Key key, String text, int from, int to) {
        if (key == null) {
            return;
        }
        switch (key) {
            case ID -> id = id.isEmpty() ? word(text, from, to) : id;
            case STAT -> state = state.isEmpty() ? word(text, from, to) : state;
            case DONE_DATE, DONEDATE -> doneDate = doneDate.isEmpty() ? word(text, from, to) : doneDate;
            case ERR -> error = error.isEmpty() ? word(text, from, to) : error;
            default -> {
                // nobody asks for the others: they only end what stands before them
            }
        }
    }

    private static String word(String text, int from, int to) {
        int start = from;
        while (start < to && text.charAt(start) <= ' ') {
            start++;
        }
        int end = start;
        while (end < to && text.charAt(end) > ' ') {
            end++;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean isLetter(char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    /** Whether it looks like a receipt although nothing else says so. */
    boolean isReceipt() {
        return !id.isEmpty() && !state.isEmpty();
    }

    String id() {
        return id;
    }

    String state() {
        return state;
    }

    String doneDate() {
        return doneDate;
    }

    String error() {
        return error;
    }
}
