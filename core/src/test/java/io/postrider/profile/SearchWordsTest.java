package io.postrider.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SearchWordsTest {
    private static final ProfileDatabase DATABASE = new ProfileDatabase(
            1,
            1,
            "People",
            "RU",
            List.of(
                    new ProfileField("card", "Card", FieldType.TEXT, false, true, List.of()),
                    new ProfileField("note", "Note", FieldType.TEXT, false, false, List.of())),
            1,
            Instant.EPOCH);

    @Test
    void wordsAreSmallLettersWithoutAccentsOfNamesEmailAndKeys() {
        String words = SearchWords.of(
                DATABASE,
                Map.of(
                        "_fname",
                        "Семён",
                        "_lname",
                        "O’Brien-José",
                        "email",
                        "sem.b@Mail.ru",
                        "card",
                        "BP-19/7",
                        "note",
                        "secret"));
        assertThat(words.split(" "))
                .containsExactly("семен", "o", "brien", "jose", "sem", "b", "mail", "ru", "bp", "19", "7");
    }

    @Test
    void everyThreeDigitsOfAPhoneAreWordsOfTheirOwn() {
        assertThat(SearchWords.of(DATABASE, Map.of("phones", List.of("79035", "12"))))
                .isEqualTo("#790 #903 #035");
    }

    @Test
    void whoHasNoNameIsSortedBehindEverybody() {
        assertThat(SearchWords.sortName(Map.of("_fname", "Ёлка", "_lname", "Б")))
                .isEqualTo("елка б");
        assertThat(SearchWords.sortName(Map.of())).isGreaterThan(SearchWords.sortName(Map.of("_lname", "Яша")));
        assertThat(SearchWords.sortName(Map.of("_fname", "𝒜".repeat(100))).codePointCount(0, 120))
                .isEqualTo(60);
    }

    @Test
    void aPhoneIsAskedForAsTypedAndWithoutWhatIsOnlyDialled() {
        assertThat(ProfileQuery.of("8 (903) 55", "8").phones()).containsExactlyInAnyOrder("%890355%", "%90355%");
        assertThat(ProfileQuery.of("+7 903", "8").phones()).containsExactly("%7903%");
        assertThat(ProfileQuery.of("0049 30", "0").phones()).contains("%4930%");
        assertThat(ProfileQuery.of("Ann 5", "8").phones()).isEmpty();
    }

    @Test
    void whatIsTypedCannotBreakTheQuery() {
        assertThat(ProfileQuery.of("'a' & !b:* | \\", "").words()).isEqualTo("'a':* & 'b':*");
        assertThat(ProfileQuery.of("-- ;", "").isEmpty()).isTrue();
    }
}
