package io.postrider.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.Channel;
import io.postrider.plugin.api.Composition;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every channel keeps to: a pure function whose parts are the text. A subclass gives the channel. */
public abstract class ChannelContract {
    private static final long SEED = 20;
    private static final int TEXTS = 500;
    private static final List<String> LETTERS = List.of("a", "Z", " ", "\n", "€", "[", "Ж", "é", "’", "😀", "е\u0301");

    /** The channel that is tested. */
    protected abstract Channel channel();

    @Test
    void nameIsStableAndLowerCase() {
        assertThat(channel().name())
                .matches("[a-z][a-z0-9-]*")
                .isEqualTo(channel().name());
    }

    @Test
    void anEmptyTextIsRefusedWithASentence() {
        assertThat(channel().compose(""))
                .isInstanceOfSatisfying(Composition.Refused.class, ChannelContract::assertClear);
    }

    @Test
    void partsTogetherAreTheText() {
        Channel channel = channel();
        for (String text : texts()) {
            Composition composition = channel.compose(text);
            if (composition instanceof Composition.Parts parts) {
                assertThat(String.join("", parts.parts())).isEqualTo(text);
                assertThat(parts.parts()).noneMatch(String::isEmpty);
                assertThat(parts.units()).isPositive();
                assertThat(parts.unitsPerPart()).isPositive();
                assertThat(parts.culprits()).allMatch(at -> at >= 0 && at < text.length());
            } else if (composition instanceof Composition.Refused refused) {
                assertClear(refused);
            }
        }
    }

    @Test
    void theSameTextHasTheSamePartsOnEveryThread() {
        Channel channel = channel();
        List<String> texts = texts();
        List<Composition> expected = texts.stream().map(channel::compose).toList();

        List<Composition> parallel = IntStream.range(0, 8 * TEXTS)
                .parallel()
                .mapToObj(at -> channel.compose(texts.get(at % TEXTS)))
                .toList();

        assertThat(parallel.subList(0, TEXTS)).isEqualTo(expected);
        assertThat(parallel.subList(7 * TEXTS, 8 * TEXTS)).isEqualTo(expected);
    }

    private static void assertClear(Composition.Refused refused) {
        assertThat(refused.code()).matches("[a-z][a-z-]*");
        assertThat(refused.sentence()).endsWith(".");
    }

    private static List<String> texts() {
        Random random = new Random(SEED);
        return IntStream.range(0, TEXTS).mapToObj(each -> text(random)).toList();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int alphabet = 1 + random.nextInt(LETTERS.size());
        for (int length = 1 + random.nextInt(400); length > 0; length--) {
            text.append(LETTERS.get(random.nextInt(alphabet)));
        }
        return text.toString();
    }
}
