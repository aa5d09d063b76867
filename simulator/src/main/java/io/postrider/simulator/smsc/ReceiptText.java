package io.postrider.simulator.smsc;

import io.postrider.simulator.behaviour.Dialect;
import io.postrider.simulator.people.MessageEnd;
import io.postrider.simulator.people.Part;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** The text of a receipt in the forms that operators use (SMPP 3.4 Appendix B, which leaves it to the vendor). */
final class ReceiptText {
    private static final int QUOTED = 20;
    private static final int PADDED = 20;
    /** ASCII characters that data_coding 0 would show as others. */
    private static final String OTHER_IN_GSM = "@$_[]{}^~\\|`";

    private ReceiptText() {}

    /** The text; empty in a dialect without. {@code id} is the message_id as the receipt writes it. */
    static String of(Part part, String id, MessageEnd end, long doneAt, Dialect dialect) {
        String delivered = end == MessageEnd.DELIVERED ? "001" : "000";
        String submit = date(part.acceptedAt(), dialect);
        String done = date(doneAt, dialect);
        String state = dialect.word(end);
        String error = part.error(end);
        String text = quoted(part.message().text());
        String counts = " sub:001 dlvrd:" + delivered;
        return switch (dialect.text()) {
            case standard -> line("id:", id, counts, " submit date:", submit, " done date:", done, state, error, text);
            case upperKeys ->
                "ID:" + id + " SUB:001 DLVRD:" + delivered + " SUBMIT DATE:" + submit + " DONE DATE:" + done + " STAT:"
                        + state + " ERR:" + error + " TEXT:" + text;
            case lowerKeys ->
                line("id:", id, counts, " submitdate:", submit, " donedate:", done, low(state), error, text);
            case noCounts -> line("id:", id, "", " submit date:", submit, " done date:", done, state, error, text);
            case shuffled ->
                "stat:" + state + " err:" + error + " id:" + id + " done date:" + done + " submit date:" + submit
                        + " dlvrd:" + delivered + " sub:001 text:" + text;
            case spaced ->
                line(
                        "id: ",
                        id,
                        " sub: 001 dlvrd: " + delivered,
                        " submit date: ",
                        submit,
                        " done date: ",
                        done,
                        state,
                        error,
                        text);
            case fullWords ->
                line("id:", id, counts, " submit date:", submit, " done date:", done, end.outcome(), error, text);
            case none -> "";
        };
    }

    private static String low(String state) {
        return state.toLowerCase(Locale.ROOT);
    }

    private static String line(
            String idKey,
            String id,
            String counts,
            String submitKey,
            String submit,
            String doneKey,
            String done,
            String state,
            String error,
            String text) {
        return idKey + id + counts + submitKey + submit + doneKey + done + " stat:" + state + " err:" + error + " text:"
                + text;
    }

    /** The message_id in one of its forms. */
    static String id(long id, Dialect.IdForm form) {
        return switch (form) {
            case decimal -> Long.toString(id);
            case hex -> Long.toHexString(id);
            case HEX -> Long.toHexString(id).toUpperCase(Locale.ROOT);
            case padded -> {
                String digits = Long.toString(id);
                yield "0".repeat(Math.max(0, PADDED - digits.length())) + digits;
            }
        };
    }

    private static String date(long millis, Dialect dialect) {
        LocalDateTime at = LocalDateTime.ofEpochSecond(millis / 1_000, 0, ZoneOffset.UTC);
        return switch (dialect.dates()) {
            case minutes -> digits(at, 2, false);
            case seconds -> digits(at, 2, true);
            case full -> digits(at, 4, true);
            case epoch -> SmppTime.write(millis);
            case empty -> "";
        };
    }

    /** yyMMddHHmm and the like; written by hand because a formatter took a fifth of the time of a receipt. */
    private static String digits(LocalDateTime at, int yearDigits, boolean seconds) {
        var digits = new StringBuilder(14);
        if (yearDigits == 4) {
            two(digits, at.getYear() / 100);
        }
        two(digits, at.getYear() % 100);
        two(digits, at.getMonthValue());
        two(digits, at.getDayOfMonth());
        two(digits, at.getHour());
        two(digits, at.getMinute());
        if (seconds) {
            two(digits, at.getSecond());
        }
        return digits.toString();
    }

    private static void two(StringBuilder digits, int number) {
        digits.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder(QUOTED);
        for (int i = 0; i < Math.min(QUOTED, text.length()); i++) {
            char character = text.charAt(i);
            boolean same = character >= ' ' && character < 0x7F && OTHER_IN_GSM.indexOf(character) < 0;
            quoted.append(same ? character : '?');
        }
        return quoted.toString();
    }
}
