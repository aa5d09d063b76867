package io.postrider.simulator.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Times of SMPP in words (SMPP 3.4 section 7.1.1). */
final class TimeWords {
    private static final int LENGTH = 16;
    private static final String[] UNITS = {"year", "month", "day", "hour", "minute", "second"};

    private TimeWords() {}

    /** What the value of a time field says; null for other fields and for what is no time. */
    static @Nullable String of(String field, String value) {
        boolean time =
                field.equals("validity_period") || field.equals("schedule_delivery_time") || field.equals("final_date");
        if (!time
                || value.length() != LENGTH
                || !value.substring(0, LENGTH - 1).chars().allMatch(Character::isDigit)) {
            return null;
        }
        return value.charAt(LENGTH - 1) == 'R' ? relative(value) : absolute(value);
    }

    private static String relative(String value) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < UNITS.length; i++) {
            int number = Integer.parseInt(value.substring(2 * i, 2 * i + 2));
            if (number > 0) {
                words.add(number + " " + UNITS[i] + (number == 1 ? "" : "s"));
            }
        }
        return words.isEmpty() ? "at once" : String.join(" ", words) + " from now";
    }

    private static String absolute(String value) {
        int minutes = Integer.parseInt(value.substring(13, 15)) * 15;
        return "20%s-%s-%s %s:%s:%s, %s%02d:%02d"
                .formatted(
                        value.substring(0, 2),
                        value.substring(2, 4),
                        value.substring(4, 6),
                        value.substring(6, 8),
                        value.substring(8, 10),
                        value.substring(10, 12),
                        value.substring(15),
                        minutes / 60,
                        minutes % 60);
    }
}
