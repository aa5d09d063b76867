package io.postrider.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every word of every language, however people type it. */
final class ReplyWordsPropertyTest {
    private static final List<ReplyKind> KINDS = List.of(ReplyKind.STOP, ReplyKind.START, ReplyKind.HELP);
    private final ReplyWords words = ReplyWords.of(WordSettings.STANDARD);

    private record Typed(String text, ReplyKind kind) {}

    @Property(tries = 2000)
    void noCasePunctuationOrPictureHidesAWord(@ForAll("typed") Typed typed) {
        assertThat(words.read(typed.text()).kind()).as(typed.text()).isEqualTo(typed.kind());
    }

    @Property(tries = 1000)
    void aWordInsideALongerOneIsNone(@ForAll("letters") String before, @ForAll("letters") String after) {
        String word = "x" + before + "stop" + after + "x";

        assertThat(words.read(word)).isEqualTo(Reading.NOTHING);
        assertThat(words.read(word + ", sorry")).isEqualTo(Reading.NOTHING);
    }

    @Property(tries = 2000)
    void anyTextCanBeRead(@ForAll String text) {
        assertThat(words.read(text).kind()).isNotNull();
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.strings().withChars("abcdefgh").ofMaxLength(5);
    }

    @Provide
    Arbitrary<Typed> typed() {
        List<Typed> all = StandardWords.all().stream()
                .flatMap(list ->
                        KINDS.stream().flatMap(kind -> list.of(kind).stream().map(word -> plain(word, kind))))
                .toList();
        Arbitrary<String> around = Arbitraries.of(
                "", " ", ".", "!!", "\"", "«", "»", " 🛑", "❤️ ", "👍🏽", "\n", "\u200B", "\uFEFF", "\u00A0", "\u202B",
                "(", ")", "*", "…");
        Arbitrary<Integer> casing = Arbitraries.integers().between(0, 4);
        return Combinators.combine(Arbitraries.of(all), around, around, casing)
                .as((word, before, after, how) -> new Typed(before + cased(word.text(), how) + after, word.kind()));
    }

    private static Typed plain(String word, ReplyKind kind) {
        return new Typed(word.replace(WordList.EVERYDAY, ""), kind);
    }

    private static String cased(String word, int how) {
        return switch (how) {
            case 0 -> word.toLowerCase(Locale.ROOT);
            case 1 -> word.toUpperCase(Locale.ROOT);
            case 2 -> Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
            case 3 -> word.toLowerCase(Locale.forLanguageTag("tr"));
            default -> title(word);
        };
    }

    private static String title(String word) {
        return Stream.of(word.split(" ", -1))
                .map(each -> each.substring(0, 1) + each.substring(1).toLowerCase(Locale.ROOT))
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }
}
