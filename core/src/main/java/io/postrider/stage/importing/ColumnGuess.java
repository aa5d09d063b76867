package io.postrider.stage.importing;

import io.postrider.profile.ProfileDatabase;
import io.postrider.profile.ProfileField;
import io.postrider.profile.StandardField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which field each column of a file is likely meant for, by its name first and then by what stands in it. Pure. */
final class ColumnGuess {
    /** Names of columns as people write them, in letters and digits only. */
    private static final Map<StandardField, Set<String>> NAMES = Map.ofEntries(
            Map.entry(
                    StandardField.EMAIL, Set.of("email", "mail", "emailaddress", "почта", "электроннаяпочта", "имейл")),
            Map.entry(
                    StandardField.PHONES,
                    Set.of(
                            "phone",
                            "phones",
                            "phonenumber",
                            "mobile",
                            "mobilephone",
                            "cell",
                            "tel",
                            "telephone",
                            "msisdn",
                            "телефон",
                            "телефоны",
                            "номертелефона",
                            "мобильный",
                            "мобильныйтелефон",
                            "тел",
                            "сотовый")),
            Map.entry(
                    StandardField.FIRST_NAME,
                    Set.of("fname", "firstname", "name", "givenname", "fullname", "имя", "фио", "клиент")),
            Map.entry(StandardField.LAST_NAME, Set.of("lname", "lastname", "surname", "familyname", "фамилия")),
            Map.entry(
                    StandardField.BIRTH_DATE,
                    Set.of("bdate", "birthday", "birthdate", "dateofbirth", "dob", "датарождения", "деньрождения")),
            Map.entry(StandardField.SEX, Set.of("sex", "gender", "пол")),
            Map.entry(
                    StandardField.REGISTERED,
                    Set.of("regdate", "registered", "registrationdate", "signupdate", "датарегистрации")),
            Map.entry(StandardField.CITY, Set.of("city", "town", "город")),
            Map.entry(StandardField.COUNTRY, Set.of("country", "страна")),
            Map.entry(StandardField.REGION, Set.of("region", "state", "province", "регион", "область", "край")),
            Map.entry(
                    StandardField.POSTAL_CODE,
                    Set.of("zip", "zipcode", "postcode", "postalcode", "postal_code", "индекс", "почтовыйиндекс")),
            Map.entry(StandardField.TIME_ZONE, Set.of("tz", "timezone", "часовойпояс")),
            Map.entry(StandardField.VENDOR, Set.of("vendor", "source", "источник")));

    /** What is also understood as one word among others, such as in "Applicant phone". */
    private static final Map<StandardField, Pattern> WORDS = Map.of(
            StandardField.PHONES,
            Pattern.compile("(^|[^\\p{L}])(phone|mobile|cell|telephone|телефон|мобильный)([^\\p{L}]|$)"),
            StandardField.EMAIL,
            Pattern.compile("(^|[^\\p{L}])(e-?mail|почта)([^\\p{L}]|$)"));

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private ColumnGuess() {}

    /** The field of each column, in their order; empty where none fits. No field comes twice. */
    static List<Optional<String>> fields(List<String> columns, List<ColumnKind> kinds, ProfileDatabase database) {
        List<Optional<String>> guessed = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String column : columns) {
            guessed.add(byName(column, database).filter(taken::add));
        }
        for (int i = 0; i < columns.size(); i++) {
            if (guessed.get(i).isEmpty()) {
                guessed.set(i, byWord(columns.get(i)).filter(taken::add));
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            if (guessed.get(i).isEmpty()) {
                guessed.set(i, byContent(kinds.get(i)).filter(taken::add));
            }
        }
        return guessed;
    }

    private static Optional<String> byName(String column, ProfileDatabase database) {
        String name = letters(column);
        Stream<String> own = database.fields().stream()
                .filter(field -> letters(field.name()).equals(name)
                        || letters(field.label()).equals(name))
                .map(ProfileField::name);
        Stream<String> standard = Stream.of(StandardField.values())
                .filter(field -> NAMES.getOrDefault(field, Set.of()).contains(name))
                .map(StandardField::field);
        return Stream.concat(own, standard).findFirst();
    }

    private static Optional<String> byWord(String column) {
        String name = column.toLowerCase(Locale.ROOT);
        return Stream.of(StandardField.PHONES, StandardField.EMAIL)
                .filter(field -> {
                    Pattern word = WORDS.get(field);
                    return word != null && word.matcher(name).find();
                })
                .map(StandardField::field)
                .findFirst();
    }

    private static Optional<String> byContent(ColumnKind kind) {
        return switch (kind) {
            case EMAIL -> Optional.of(StandardField.EMAIL.field());
            case PHONE -> Optional.of(StandardField.PHONES.field());
            default -> Optional.empty();
        };
    }

    private static String letters(String text) {
        return NO_LETTER.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
