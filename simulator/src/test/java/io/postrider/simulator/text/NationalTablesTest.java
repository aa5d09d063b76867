package io.postrider.simulator.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NationalTablesTest {
    static IntStream languages() {
        return IntStream.rangeClosed(1, 13);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 04 07 0B 0C 1C 1D 40 60, €ıĞğŞşİç",
        "2, 04 07 40 60 09, èì¡¿Ç",
        "3, 04 06 07 08 09 0B 0E 12 15 18 1A 24 40 5B 60 7D 7F, êúíóçÔÁª∞€|ºÍÃ~`à",
        "4, 00 03 13 2F 40 46 4A 56 59 5D 60 7B 7F, ঁঅওনবলশৄেোৎৗৱ",
        "5, 00 0C 11 22 49 4E 57 5B 60 7B 7F, ઁઍઑટવ઼ૅૉૐૠ૱",
        "6, 00 0E 1A 24 3C 40 4E 60 7B 7F, ँऎचडऩब़ॐॲॿ",
        "7, 01 10 12 24 3D 40 49 60 7B 7F, ಂಐಒಡಪಬವೕೖೣ",
        "8, 01 10 12 24 3D 48 4F 60 7B 7F, ംഐഒഡപഴഽൗൠ൹",
        "9, 00 0F 13 24 46 47 49 60 7B 7F, ଁଏଓଡଲଳଵୖୗୣ",
        "10, 00 08 0F 13 24 4A 4C 60 7B 7F, ਁਊਏਓਡਸ਼ਸੑੰੴ",
        "11, 01 03 0E 15 19 1D 22 27 3C 42 60 7B 7F, ஂஅஎகஙஜடதனமௐௗ௹",
        "12, 00 0B 10 12 24 49 4F 60 7B 7F, ఁఌఐఒడవఽౕౖౣ",
        "13, 00 01 05 0F 10 1A 1C 2B 3C 47 4E 50 5B 60 7B 7F, اآپټثدڌزښکمںۓٰٕ"
    })
    void lockingTablesAreThoseOfTheStandard(int language, String codes, String text) {
        Segment read = read(String.format("03 25 01 %02X %s", language, codes));
        assertThat(decomposed(read.text())).isEqualTo(decomposed(text));
        assertThat(read.problem()).isNull();
        assertThat(read.encoding()).isEqualTo("GSM-7");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 47 49 53 63 65 67 69 73, ĞİŞç€ğış",
        "2, 09 41 49 4F 55 61 65 69 6F 75, çÁÍÓÚá€íóú",
        "3, 05 09 0B 0C 0E 0F 12 19 1F 41 5B 61 65 75 7F, êçÔôÁáΦΘÊÀÃÂ€úâ",
        "4, 19 1C 24 25 2A 2E 30 34, ০২য়ৠৣ৵৶৺",
        "5, 19 1A 1C 23 25, ।॥૦૭૯",
        "6, 19 1C 26 2A 2C 2F 30 3A, ।०॑॓क़\\ज़ॱ",
        "7, 19 1C 25 26 27 2A, ।೦೯ೞೱೲ",
        "8, 19 1C 26 27 2A 2E 30 34, ।൦൰൱൲ൺൻൿ",
        "9, 19 1C 20 26 2A 2C, ।୦୪ଡ଼ୟୱ",
        "10, 19 1C 26 2A 2C 2D, ।੦ਖ਼ਜ਼ਫ਼ੵ",
        "11, 19 1C 24 25 26 2A 2E, ।௦௮௯௳௵௺",
        "12, 1C 22 23 26 2A 2E 30 32, ౦౬౭ౘ౸౼౽౿",
        "13, 1C 25 26 2A 30 34 39 3B 3F, ۰۹،؎ؓـٲۍ۔"
    })
    void singleShiftTablesAreThoseOfTheStandard(int language, String codes, String text) {
        String escaped = "1B " + codes.replace(" ", " 1B ");
        Segment read = read(String.format("03 24 01 %02X %s", language, escaped));
        assertThat(decomposed(read.text())).isEqualTo(decomposed(text));
        assertThat(read.problem()).isNull();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasDigitsLettersAndWhatTheExtensionTableHas(int language) {
        assertThat(read(String.format("03 25 01 %02X 30 39 61 7A 20 0A 0D 3F", language))
                        .text())
                .isEqualTo("09az \n\r?");
        assertThat(read(String.format("03 24 01 %02X 1B14 1B28 1B29 1B2F 1B3C 1B3D 1B3E 1B40 1B65", language))
                        .text())
                .isEqualTo("^{}\\[~]|€");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noTableHasACharacterTwiceOrOneThatIsNone(int language) {
        String locking = NationalTables.locking(language);
        String shown = locking.replace(String.valueOf(GsmAlphabet.NONE), "");
        assertThat(locking).hasSize(128);
        assertThat(shown.chars().distinct().count()).isEqualTo(shown.length());
        String single = NationalTables.single(language);
        assertThat(single).hasSize(128);
        assertThat((locking + single).chars())
                .allMatch(point -> point == GsmAlphabet.NONE || Character.isDefined(point));
        assertThat(locking.charAt(GsmAlphabet.ESCAPE)).isEqualTo(GsmAlphabet.NONE);
        assertThat(single.charAt(GsmAlphabet.ESCAPE)).isEqualTo(GsmAlphabet.NONE);
        assertThat(single.charAt('\r')).isEqualTo(GsmAlphabet.NONE);
    }

    @Test
    void bothShiftsMayBeOfDifferentLanguages() {
        assertThat(read("06 25 01 01 24 01 03 0B 1B 0B").text()).isEqualTo("ĞÔ");
    }

    @Test
    void aCodeWithoutASingleShiftIsThatOfTheLockingTable() {
        Segment read = read("06 25 01 01 24 01 01 1B 0B");
        assertThat(read.text()).isEqualTo("Ğ");
        assertThat(read.problem()).isEqualTo("The code 0x0B has no meaning after an escape.");
    }

    @Test
    void aCodeThatALanguageLeavesEmptyCannotBeShown() {
        Segment read = read("03 25 01 0B 00");
        assertThat(read.text()).isEqualTo("\uFFFD");
        assertThat(read.problem()).isEqualTo("No phone can show the code 0x00.");
    }

    @Test
    void anUnknownLanguageIsTheDefaultAlphabet() {
        Segment read = read("03 25 01 0E 04");
        assertThat(read.text()).isEqualTo("è");
        assertThat(read.problem()).isEqualTo("There is no national language 14.");
        assertThat(read("03 24 01 00 1B 65").text()).isEqualTo("€");
    }

    @Test
    void aLanguageSaysNothingAboutUcs2() {
        assertThat(SegmentReader.read(Submits.withHeader(8, "03 25 01 01 00 04"))
                        .text())
                .isEqualTo("\u0004");
    }

    @Test
    void aPartOfAMessageMayHaveALanguage() {
        Segment read = read("08 00 03 07 02 01 25 01 01 04");
        assertThat(read).isEqualTo(new Segment("€", "GSM-7", 7, 2, 1));
    }

    /** Editors change between forms of a letter with a dot that mean the same. */
    private static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }

    private static Segment read(String hex) {
        return SegmentReader.read(Submits.withHeader(0, hex));
    }
}
