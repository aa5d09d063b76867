package io.postrider.stage.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.profile.FieldType;
import io.postrider.profile.ProfileDatabase;
import io.postrider.profile.ProfileField;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ColumnGuessTest {
    private static final ProfileDatabase DATABASE = new ProfileDatabase(
            1,
            1,
            "People",
            "US",
            List.of(new ProfileField("permit", "Permit number", FieldType.TEXT, false, true, List.of())),
            1,
            Instant.EPOCH);

    @Test
    void columnsAreKnownByTheirNamesInEnglishAndRussian() {
        assertThat(guess("First Name", "Фамилия", "E-mail", "PERMIT NUMBER", "Город", "Дата рождения", "Notes"))
                .containsExactly("_fname", "_lname", "email", "permit", "_city", "_bdate", "");
    }

    @Test
    void aPhoneIsAlsoKnownByOneWordOfTheName() {
        assertThat(guess("Applicant phone", "Business name")).containsExactly("phones", "");
        assertThat(guess("Microphone")).containsExactly("");
    }

    @Test
    void noFieldIsGuessedTwiceAndTheExactNameWins() {
        assertThat(guess("Home phone", "Phone", "Mobile")).containsExactly("", "phones", "");
    }

    @Test
    void columnsWithoutTellingNamesAreKnownByWhatStandsInThem() {
        ColumnKind phone = ColumnKind.of(List.of("808-988-1858", "", "(808) 988-1858"), value -> true);
        ColumnKind email = ColumnKind.of(List.of("a@b.ru", "c@d.com"), value -> false);
        assertThat(ColumnGuess.fields(List.of("Column 1", "Column 2"), List.of(phone, email), DATABASE))
                .containsExactly(Optional.of("phones"), Optional.of("email"));
    }

    @Test
    void whatStandsInAColumnIsToldByNearlyAllOfItsValues() {
        assertThat(ColumnKind.of(List.of("", " "), value -> true)).isEqualTo(ColumnKind.EMPTY);
        assertThat(ColumnKind.of(List.of("12", "-7"), value -> false)).isEqualTo(ColumnKind.INTEGER);
        assertThat(ColumnKind.of(List.of("1,5", "2.25"), value -> false)).isEqualTo(ColumnKind.FLOAT);
        assertThat(ColumnKind.of(List.of("2026-01-31", "31.01.2026"), value -> true))
                .isEqualTo(ColumnKind.DATE);
        assertThat(ColumnKind.of(List.of("2026-01-31T10:00:00Z"), value -> true))
                .isEqualTo(ColumnKind.DATETIME);
        assertThat(ColumnKind.of(List.of("да", "нет"), value -> true)).isEqualTo(ColumnKind.BOOLEAN);
        assertThat(ColumnKind.of(List.of("12", "twelve"), value -> true)).isEqualTo(ColumnKind.TEXT);
    }

    private static List<String> guess(String... columns) {
        List<ColumnKind> kinds = Collections.nCopies(columns.length, ColumnKind.TEXT);
        return ColumnGuess.fields(List.of(columns), kinds, DATABASE).stream()
                .map(field -> field.orElse(""))
                .toList();
    }
}
