package io.postrider.simulator.web;

import io.postrider.simulator.people.People;
import io.postrider.simulator.people.Person;
import io.postrider.simulator.people.ReceivedMessage;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Which messages are meant.
 *
 * @param q words in the text or digits of the phone
 * @param phone the whole number; {@link #ANY_PHONE} for all
 * @param from the sender; empty for all
 * @param text is contained in the text; empty for all
 * @param matches is found in the text; null for all
 * @param state in words, or {@code failed}; empty for all
 */
record MessageFilter(
        String q,
        long phone,
        String from,
        String text,
        @Nullable Pattern matches,
        String state) implements Predicate<ReceivedMessage> {
    private static final long ANY_PHONE = -1;
    private static final int LONGEST_PATTERN = 200;
    private static final Pattern NO_DIGITS = Pattern.compile("[\\s()+.-]");

    static MessageFilter of(RoutingContext call) {
        return new MessageFilter(
                Answering.query(call, "q").strip().toLowerCase(Locale.ROOT),
                number(Answering.query(call, "phone")),
                Answering.query(call, "from"),
                Answering.query(call, "text"),
                null,
                Answering.query(call, "state"));
    }

    static MessageFilter of(JsonObject body) {
        return new MessageFilter(
                body.getString("q", "").strip().toLowerCase(Locale.ROOT),
                number(body.getString("phone", "")),
                body.getString("from", ""),
                body.getString("text", ""),
                pattern(body.getString("matches", "")),
                body.getString("state", ""));
    }

    /** A phone as it is kept: digits, without the plus that people write before it. */
    static String digits(String phone) {
        String digits = phone.startsWith("+") ? phone.substring(1) : phone;
        if (!digits.isEmpty()) {
            return Long.toString(Answering.number(digits));
        }
        return digits;
    }

    private static long number(String phone) {
        String digits = digits(phone);
        return digits.isEmpty() ? ANY_PHONE : Long.parseLong(digits);
    }

    private static @Nullable Pattern pattern(String matches) {
        if (matches.length() > LONGEST_PATTERN) {
            throw new IllegalArgumentException("\"matches\" has at most 200 characters.");
        }
        try {
            return matches.isEmpty() ? null : Pattern.compile(matches, Pattern.DOTALL);
        } catch (PatternSyntaxException unreadable) {
            throw new IllegalArgumentException(
                    "\"matches\" is no regular expression: " + unreadable.getDescription() + ".", unreadable);
        }
    }

    /** Up to {@code limit} messages that fit, numbered below {@code before}, newest first; for one phone only its own are looked at. */
    List<ReceivedMessage> newest(People people, long before, int limit) {
        if (phone == ANY_PHONE) {
            return people.newest(before, this, limit);
        }
        Person person = people.find(phone);
        return person == null ? List.of() : person.newest(message -> message.number() < before && test(message), limit);
    }

    @Override
    public boolean test(ReceivedMessage message) {
        return (phone == ANY_PHONE || message.person().phone() == phone)
                && (from.isEmpty() || from.equals(message.from()))
                && isInState(message)
                && says(message);
    }

    private boolean isInState(ReceivedMessage message) {
        if (state.isEmpty()) {
            return true;
        }
        String now = message.state();
        return state.equals("failed")
                ? !now.equals("delivered") && !now.equals("on the way") && !now.equals("incomplete")
                : state.equals(now);
    }

    private boolean says(ReceivedMessage message) {
        if (q.isEmpty() && text.isEmpty() && matches == null) {
            return true;
        }
        String said = message.text();
        return said.contains(text) && (matches == null || matches.matcher(said).find()) && isFound(message, said);
    }

    /** Whether the text has these words in this order, or the phone these digits. */
    private boolean isFound(ReceivedMessage message, String said) {
        String digits = NO_DIGITS.matcher(q).replaceAll("");
        boolean number = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return q.isEmpty()
                || (number && Long.toString(message.person().phone()).contains(digits))
                || said.toLowerCase(Locale.ROOT).contains(q)
                || message.from().toLowerCase(Locale.ROOT).contains(q);
    }
}
