package io.postrider.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.Composition;
import io.postrider.plugin.api.Encoding;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsChannelTest {
    private static final String FAMILY = "👨\u200D👩\u200D👧";
    private final SmsChannel channel = new SmsChannel();

    @Test
    void anEmptyTextIsRefused() {
        assertThat(channel.compose(""))
                .isInstanceOfSatisfying(
                        Composition.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("empty"));
    }

    @ParameterizedTest(name = "{0} × {1} + {2} × {3}")
    @CsvSource({
        "Hello,1,'',0, GSM7,5,160, 5",
        "a,160,'',0, GSM7,160,160, 160",
        "a,161,'',0, GSM7,161,153, 153+8",
        "a,306,'',0, GSM7,306,153, 153+153",
        "a,307,'',0, GSM7,307,153, 153+153+1",
        "€,80,'',0, GSM7,160,160, 160",
        "€,81,'',0, GSM7,162,153, 152+10",
        "a,159,€,1, GSM7,161,153, 153+8",
        "^{}\\[~]|€,1,'',0, GSM7,18,160, 18",
        "Ç,1,'',0, GSM7,1,160, 1",
        "ç,1,'',0, UCS2,1,70, 1",
        "`,1,'',0, UCS2,1,70, 1",
        "Привет,1,'',0, UCS2,6,70, 6",
        "Ж,70,'',0, UCS2,70,70, 70",
        "Ж,71,'',0, UCS2,71,67, 67+4",
        "Ж,134,'',0, UCS2,134,67, 67+67",
        "Ж,135,'',0, UCS2,135,67, 67+67+1",
        "😀,35,'',0, UCS2,70,70, 70",
        "😀,36,'',0, UCS2,72,67, 66+6",
        "a,159,😀,1, UCS2,161,67, 67+67+27",
        "it’s,1,'',0, UCS2,4,70, 4",
        "a\u00A0b,1,'',0, UCS2,3,70, 3",
    })
    void aTextCountsAsTheStandardSays(
            String head, int heads, String tail, int tails, Encoding encoding, int units, int capacity, String sizes) {
        Composition.Parts parts = parts(head.repeat(heads) + tail.repeat(tails));

        assertThat(parts.encoding()).isEqualTo(encoding);
        assertThat(parts.units()).isEqualTo(units);
        assertThat(parts.unitsPerPart()).isEqualTo(capacity);
        assertThat(sizes(parts)).isEqualTo(sizes);
    }

    @Test
    void anEscapedPairStaysInOnePart() {
        Composition.Parts parts = parts("a".repeat(152) + "€" + "a".repeat(100));

        assertThat(parts.units()).isEqualTo(254);
        assertThat(sizes(parts)).isEqualTo("152+102");
    }

    @Test
    void theWholeExtensionTableIsGsm7() {
        Composition.Parts parts = parts("^{}\\[~]|€\f");

        assertThat(parts.encoding()).isEqualTo(Encoding.GSM7);
        assertThat(parts.units()).isEqualTo(20);
    }

    @Test
    void aSurrogatePairStaysInOnePart() {
        assertThat(sizes(parts("Ж".repeat(66) + "😀" + "Ж".repeat(10)))).isEqualTo("66+12");
    }

    @Test
    void aFamilyEmojiIsOnePartOfEightUnits() {
        Composition.Parts parts = parts(FAMILY);

        assertThat(parts.units()).isEqualTo(8);
        assertThat(parts.parts()).containsExactly(FAMILY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"👨\u200D👩\u200D👧", "е\u0301", "🇰🇿", "👍🏽", "❤\uFE0F", "1\uFE0F\u20E3"})
    void whatLooksLikeOneCharacterStaysInOnePart(String cluster) {
        for (int before = 67 - cluster.length() + 1; before < 67; before++) {
            Composition.Parts parts = parts("Ж".repeat(before) + cluster + "Ж".repeat(30));
            assertThat(parts.parts().get(0)).hasSize(before);
            assertThat(parts.parts().get(1)).startsWith(cluster);
        }
    }

    @Test
    void twoFlagsMayBePartedBetweenThem() {
        assertThat(parts("Ж".repeat(63) + "🇰🇿🇺🇿" + "Ж".repeat(9)).parts().get(0))
                .endsWith("🇰🇿");
    }

    @Test
    void aClusterLongerThanAPartIsCutAllTheSame() {
        assertThat(sizes(parts("е" + "\u0301".repeat(100)))).isEqualTo("67+34");
        assertThat(sizes(parts("😀" + "🏽".repeat(50)))).isEqualTo("66+36");
    }

    @Test
    void culpritsNameEachCharacterThatForcesUcs2Once() {
        assertThat(parts("it’s 😀 ok").culprits()).containsExactly(2, 5);
        assertThat(parts("plain").culprits()).isEmpty();
    }

    @Test
    void twoHundredAndFiftyFivePartsAreTheLimit() {
        assertThat(parts("a".repeat(255 * 153)).parts()).hasSize(255);
        assertThat(parts("Ж".repeat(255 * 67)).parts()).hasSize(255);
        assertThat(channel.compose("a".repeat(255 * 153 + 1))).isInstanceOf(Composition.Refused.class);
        assertThat(channel.compose("Ж".repeat(255 * 67 + 1)))
                .isInstanceOfSatisfying(
                        Composition.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("too-long"));
    }

    @Test
    void partsOfAnyTextAreTheTextAndFit() {
        List<String> alphabet = List.of("a", "Z", " ", "\n", "€", "[", "Ж", "é", "’", "😀", FAMILY, "е\u0301", "🇰🇿");
        Random random = new Random(20);
        for (int round = 0; round < 3_000; round++) {
            int letters = 1 + random.nextInt(alphabet.size());
            StringBuilder text = new StringBuilder();
            for (int length = 1 + random.nextInt(400); length > 0; length--) {
                text.append(alphabet.get(random.nextInt(letters)));
            }
            Composition.Parts parts = parts(text.toString());
            assertThat(String.join("", parts.parts())).isEqualTo(text.toString());
            assertThat(parts.parts())
                    .allSatisfy(part -> assertThat(size(part, parts.encoding())).isBetween(1, parts.unitsPerPart()));
            assertThat(parts.parts()).noneMatch(part -> Character.isLowSurrogate(part.charAt(0)));
            assertThat(parts.culprits().isEmpty()).isEqualTo(parts.encoding() == Encoding.GSM7);
        }
    }

    private Composition.Parts parts(String text) {
        return (Composition.Parts) channel.compose(text);
    }

    private static String sizes(Composition.Parts parts) {
        return String.join(
                "+",
                parts.parts().stream()
                        .map(part -> Integer.toString(size(part, parts.encoding())))
                        .toList());
    }

    private static int size(String part, Encoding encoding) {
        int escaped =
                (int) part.chars().filter(c -> "^{}\\[~]|€\f".indexOf(c) >= 0).count();
        return encoding == Encoding.GSM7 ? part.length() + escaped : part.length();
    }
}
