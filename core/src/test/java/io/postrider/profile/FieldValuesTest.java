package io.postrider.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postrider.refusal.Refusal;
import io.vertx.core.json.JsonArray;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FieldValuesTest {
    private final PhoneNumbers phones = new PhoneNumbers();
    private final FieldValues values = new FieldValues(phones, new ReadingRules("US", List.of()));

    @ParameterizedTest
    @CsvSource({
        "(808)988-1858,US,18089881858",
        "+7 916 123-45-67,US,79161234567",
        "8 (916) 123-45-67,RU,79161234567",
        "79161234567,RU,79161234567",
        "79161234567,'',79161234567",
        "808-988-1858 ext. 12,US,18089881858"
    })
    void aPhoneIsReadAsPeopleWriteIt(String text, String country, String digits) {
        assertThat(phones.digits(text, country)).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({
        "808,US,phone-too-short",
        "' ',US,phone-missing",
        "9161234,'',phone-no-country",
        "(808)98818581858,US,phone-too-long",
        "(123)456-7890,US,phone-invalid",
        "call me,US,phone-invalid"
    })
    void whatIsNoPhoneSaysWhy(String text, String country, String code) {
        assertThatThrownBy(() -> phones.digits(text, country))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo(code));
    }

    @Test
    void textsBecomeValuesOfTheFieldsType() {
        assertThat(values.ofText(field(FieldType.INTEGER), " -12 ")).isEqualTo(-12L);
        assertThat(values.ofText(field(FieldType.FLOAT), "3,5")).isEqualTo(3.5);
        assertThat(values.ofText(field(FieldType.BOOLEAN), "Да")).isEqualTo(true);
        assertThat(values.ofText(field(FieldType.DATE), "31.12.1990")).isEqualTo(LocalDate.of(1990, 12, 31));
        assertThat(values.ofText(field(FieldType.DATE), "1990-12-31T10:00:00")).isEqualTo(LocalDate.of(1990, 12, 31));
        assertThat(values.ofText(field(FieldType.DATETIME), "2026-01-31T12:00:00+03:00"))
                .isEqualTo(Instant.parse("2026-01-31T09:00:00Z"));
        assertThat(values.ofText(field(FieldType.DATETIME), "31/12/2015 09:05"))
                .isEqualTo(Instant.parse("2015-12-31T09:05:00Z"));
        assertThat(values.ofText(field(FieldType.ENUM), "GOLD")).isEqualTo("gold");
        assertThat(values.ofText(field(FieldType.TAGS), "a; b;a")).isEqualTo(List.of("a", "b"));
        assertThat(values.ofText(field(FieldType.PHONES), "808-988-1858, +79161234567"))
                .isEqualTo(List.of("18089881858", "79161234567"));
        assertThat(values.ofText(field(FieldType.IP), "192.168.0.1")).isEqualTo("192.168.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER,12.5,not-an-integer",
        "FLOAT,NaN,not-a-number",
        "BOOLEAN,perhaps,not-a-boolean",
        "DATE,31.02.1990,not-a-date",
        "DATETIME,soon,not-a-time",
        "ENUM,bronze,not-an-option",
        "IP,300.1.1.1,not-an-ip"
    })
    void aTextThatIsNoSuchValueIsRefusedWithTheFieldAndTheText(FieldType type, String text, String code) {
        assertThatThrownBy(() -> values.ofText(field(type), text)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason().code()).isEqualTo(code);
            assertThat(refusal.parameters()).isEqualTo(Map.of("field", "f", "value", text));
        });
    }

    @Test
    void jsonOfTheApiIsReadByTheSameRules() {
        assertThat(values.ofJson(field(FieldType.INTEGER), 7)).isEqualTo(7L);
        assertThat(values.ofJson(field(FieldType.TAGS), new JsonArray().add("a").add("b")))
                .isEqualTo(List.of("a", "b"));
        assertThatThrownBy(() -> values.ofJson(field(FieldType.TEXT), new JsonArray()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> values.ofJson(StandardField.EMAIL.definition(), "nobody"))
                .hasMessage("nobody is not an e-mail address.");
    }

    private static ProfileField field(FieldType type) {
        return new ProfileField("f", "F", type, false, false, List.of("gold", "silver"));
    }
}
