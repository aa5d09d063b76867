package io.postrider.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShortenerTest {
    private static final String BASE = "https://s.example/";
    private static final long MESSAGE = 42;
    private final ShortCodes codes = new ShortCodes(new byte[ShortCodes.KEY_BYTES]);
    private final Shortener shortener = new Shortener(codes);

    private String link(int number) {
        return BASE + codes.code(MESSAGE, number);
    }

    @Test
    void targetsWithoutTagsAreTheSameForEverybody() {
        String template = "{if lead._city equal \"Moscow\"}https://a.example/m{else}https://a.example/x.{end} or"
                + " https://a.example/{lead._fname} or https://a.example/?u={{lead._id}}&x=1, https://a.example/m";

        assertThat(Shortener.fixedIn(template)).containsExactly("https://a.example/m", "https://a.example/x");
    }

    @Test
    void atMostEightTargetsAreTheSameForEverybody() {
        String nine = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> "https://e.example/" + i)
                .collect(Collectors.joining(" "));

        assertThat(Shortener.fixedIn(nine)).hasSize(8).doesNotContain("https://e.example/9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "See https://a.example/x.                 | See @.",
                "(https://a.example/x)                    | (@)",
                "Смотрите:https://a.example/x!            | Смотрите:@!",
                "\"https://a.example/x\", он              | \"@\", он",
                "«https://a.example/x»?                   | «@»?",
                "Жми https://a.example/x; потом           | Жми @; потом",
                "HTTPS://A.example/p?a=1&b=(2)            | @",
                "http://пример.рф/путь?имя=Анна           | @",
                "xhttps://a.example                       | xhttps://a.example",
                "https:// http://. ftp://a.example/x      | https:// http://. ftp://a.example/x"
            })
    void onlyTheAddressIsReplaced(String text, String expected) {
        assertThat(shortener.shorten(text, List.of(), MESSAGE, BASE).text()).isEqualTo(expected.replace("@", link(8)));
    }

    @Test
    void fixedTargetsHaveTheNumbersOfTheRunAndOthersAreTheMessages() {
        Shortened shortened = shortener.shorten(
                "https://b.example https://me.example/7 https://a.example https://me.example/7 https://me.example/8",
                List.of("https://a.example", "https://b.example"),
                MESSAGE,
                BASE);

        assertThat(shortened.text()).isEqualTo(String.join(" ", link(1), link(8), link(0), link(8), link(9)));
        assertThat(shortened.personalLinks()).containsExactly("https://me.example/7", "https://me.example/8");
    }

    @Test
    void aNinthPersonalTargetStaysAsItIs() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 9; i++) {
            text.append("https://me.example/").append(i).append(' ');
        }
        Shortened shortened = shortener.shorten(text.toString(), List.of(), MESSAGE, BASE);

        assertThat(shortened.text()).contains(link(15)).endsWith("https://me.example/9 ");
        assertThat(shortened.personalLinks()).hasSize(8);
    }

    @Test
    void whatIsShortIsNotShortenedAgain() {
        String once = shortener
                .shorten("Go https://a.example/x", List.of(), MESSAGE, BASE)
                .text();

        assertThat(shortener.shorten(once, List.of(), MESSAGE, BASE)).isEqualTo(new Shortened(once, List.of()));
    }

    @Test
    void hostileTextsTakeNoLongerThanOthers() {
        String hostile = "http://a" + ")".repeat(200_000) + " " + "http://".repeat(50_000) + "://".repeat(50_000);

        Assertions.assertTimeout(Duration.ofSeconds(2), () -> shortener.shorten(hostile, List.of(), MESSAGE, BASE));
    }
}
