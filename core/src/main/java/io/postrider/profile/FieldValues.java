package io.postrider.profile;

import io.postrider.refusal.Refusal;
import io.vertx.core.json.JsonArray;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads texts of files and JSON of the API as values of fields, in the Java types of {@link FieldType}. */
public final class FieldValues {
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_KEY = 500;
    private static final int MOST_VALUES = 100;
    private static final int LONGEST_EMAIL = 320;
    private static final int SHOWN = 60;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\".]+");
    private static final Pattern LIST = Pattern.compile("[,;|\\n]");
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:.*:)[0-9a-fA-F:]{2,39}");
    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "да", "on");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "нет", "off");
    private final PhoneNumbers phones;
    private final Dates dates;
    private final String country;

    public FieldValues(PhoneNumbers phones, ReadingRules rules) {
        this.phones = phones;
        this.dates = new Dates(rules.dateFormats());
        this.country = rules.country();
    }

    /**
     * A text that is not blank as a value of the field.
     *
     * @throws Refusal with a reason of {@link ProfileReason} when it is none
     */
    public Object ofText(ProfileField field, String text) {
        String trimmed = text.strip();
        return switch (field.type()) {
            case TEXT -> text(field, text);
            case INTEGER -> integer(field, trimmed);
            case FLOAT -> number(field, trimmed);
            case BOOLEAN -> bool(field, trimmed);
            case DATE -> dates.date(trimmed).orElseThrow(() -> wrong(ProfileReason.NOT_A_DATE, field, trimmed));
            case DATETIME -> dates.time(trimmed).orElseThrow(() -> wrong(ProfileReason.NOT_A_TIME, field, trimmed));
            case ENUM -> option(field, trimmed);
            case TAGS -> several(field, Stream.of(LIST.split(trimmed)));
            case PHONES -> phoneList(field, Stream.of(LIST.split(trimmed)));
            case IP -> ip(field, trimmed);
        };
    }

    /**
     * JSON of the API as a value of the field; numbers, booleans and lists may also be given as texts.
     *
     * @throws Refusal with a reason of {@link ProfileReason} when it is none
     */
    public Object ofJson(ProfileField field, Object json) {
        if (json instanceof String text) {
            if (text.isBlank()) {
                throw Refusal.of(ProfileReason.REQUIRED, Map.of("field", field.name()));
            }
            return ofText(field, text);
        }
        return switch (field.type()) {
            case INTEGER, FLOAT -> ofText(field, json.toString());
            case BOOLEAN -> json instanceof Boolean ? json : bool(field, json.toString());
            case TAGS -> several(field, texts(field, json));
            case PHONES -> phoneList(field, texts(field, json));
            default -> throw wrong(ProfileReason.NOT_A_TEXT, field, json.toString());
        };
    }

    /** One phone, read by the default country. */
    public String phone(String text) {
        return phones.digits(text, country);
    }

    private static Stream<String> texts(ProfileField field, Object json) {
        if (json instanceof JsonArray list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(Object::toString);
        }
        throw wrong(ProfileReason.NOT_A_TEXT, field, json.toString());
    }

    private static String text(ProfileField field, String text) {
        int longest = longest(field);
        if (text.length() > longest) {
            throw Refusal.of(
                    ProfileReason.TEXT_TOO_LONG, Map.of("field", field.name(), "most", Integer.toString(longest)));
        }
        if (text.indexOf('\0') >= 0) {
            throw Refusal.of(ProfileReason.TEXT_BROKEN, Map.of("field", field.name()));
        }
        String trimmed = text.strip();
        if (field.name().equals(StandardField.EMAIL.field())
                && !EMAIL.matcher(trimmed).matches()) {
            throw wrong(ProfileReason.NOT_AN_EMAIL, field, trimmed);
        }
        return trimmed;
    }

    private static int longest(ProfileField field) {
        if (field.name().equals(StandardField.EMAIL.field())) {
            return LONGEST_EMAIL;
        }
        return field.key() ? LONGEST_KEY : LONGEST_TEXT;
    }

    private static Long integer(ProfileField field, String text) {
        try {
            return field.name().equals(StandardField.STATUS.field())
                    ? Long.valueOf(Short.parseShort(text))
                    : Long.valueOf(text);
        } catch (NumberFormatException none) {
            throw wrong(ProfileReason.NOT_AN_INTEGER, field, text);
        }
    }

    private static Double number(ProfileField field, String text) {
        try {
            double number = Double.parseDouble(text.replace(',', '.'));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw wrong(ProfileReason.NOT_A_NUMBER, field, text);
        }
        throw wrong(ProfileReason.NOT_A_NUMBER, field, text);
    }

    private static Boolean bool(ProfileField field, String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return true;
        }
        if (NO.contains(word)) {
            return false;
        }
        throw wrong(ProfileReason.NOT_A_BOOLEAN, field, text);
    }

    private static String option(ProfileField field, String text) {
        return field.options().stream()
                .filter(option -> option.equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> wrong(ProfileReason.NOT_AN_OPTION, field, text));
    }

    private static String ip(ProfileField field, String text) {
        if (IPV4.matcher(text).matches() || IPV6.matcher(text).matches()) {
            return text;
        }
        throw wrong(ProfileReason.NOT_AN_IP, field, text);
    }

    private static List<String> several(ProfileField field, Stream<String> texts) {
        return listed(field, texts.map(each -> text(field, each)).filter(each -> !each.isEmpty()));
    }

    private List<String> phoneList(ProfileField field, Stream<String> texts) {
        return listed(field, texts.filter(each -> !each.isBlank()).map(this::phone));
    }

    private static List<String> listed(ProfileField field, Stream<String> values) {
        Set<String> different = new LinkedHashSet<>(values.toList());
        if (different.size() > MOST_VALUES) {
            throw Refusal.of(
                    ProfileReason.TOO_MANY_VALUES,
                    Map.of("field", field.name(), "most", Integer.toString(MOST_VALUES)));
        }
        return List.copyOf(different);
    }

    private static Refusal wrong(ProfileReason reason, ProfileField field, String text) {
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return Refusal.of(reason, Map.of("field", field.name(), "value", shown.replace('\0', ' ')));
    }
}
