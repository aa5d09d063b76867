package io.postrider.sender.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RouterTest {
    private static final NumberPlan PLAN = new NumberPlan();

    private static Standing well(long sender) {
        return Standing.USABLE;
    }

    private static RouteRule rule(RouteMatch match, List<String> values, RouteTarget... targets) {
        return new RouteRule("", match, values, List.of(targets));
    }

    private static RouteTarget target(long sender, int percent) {
        return new RouteTarget(sender, percent, "");
    }

    private static Router router(RouteRule... rules) {
        return new Router(List.of(rules), PLAN);
    }

    @ParameterizedTest
    @CsvSource({
        "77012345678,SHOP,0", // Kazakhstan shares its calling code with Russia
        "79161234567,SHOP,1", // a prefix
        "4915112345678,SHOP,2", // an operator of Germany
        "380501234567,VIP,3", // the caller ID
        "380501234567,SHOP,4" // everything else
    })
    void theFirstRuleThatFitsDecides(String contact, String callerId, int rule) {
        Router router = router(
                rule(RouteMatch.COUNTRY, List.of("KZ", "UZ"), target(1, 100)),
                rule(RouteMatch.PREFIX, List.of("7916"), target(1, 100)),
                rule(RouteMatch.OPERATOR, List.of("t-mobile"), target(1, 100)),
                rule(RouteMatch.CALLER_ID, List.of("vip"), target(1, 100)),
                rule(RouteMatch.DEFAULT, List.of(), target(1, 100)));
        assertThat(router.rule(contact, callerId)).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, -99, 1_234_567_890_123L, Long.MIN_VALUE})
    void sharesOfThirtyAndSeventyAreWithinOnePercentAfterTenThousand(long seed) {
        Router router = router(rule(RouteMatch.DEFAULT, List.of(), target(1, 30), target(2, 70)));
        long first = 0;
        for (int chunk = 0; chunk < 10; chunk++) {
            Shares shares = new Shares(Shares.seed(seed, chunk));
            for (int i = 0; i < 1000; i++) {
                first += router.choose(0, shares.next(0), RouterTest::well).taken() == 0 ? 1 : 0;
            }
        }
        assertThat(first).isBetween(2970L, 3030L);
    }

    @Test
    void everyStretchOfRecipientsHasItsSharesAlmostExactly() {
        Router router = router(rule(RouteMatch.DEFAULT, List.of(), target(1, 20), target(2, 30), target(3, 50)));
        Shares shares = new Shares(42);
        int[] counts = new int[3];
        for (int i = 1; i <= 3000; i++) {
            counts[router.choose(0, shares.next(0), RouterTest::well).taken()]++;
            assertThat(Math.abs(counts[0] - i * 0.2)).isLessThan(5);
            assertThat(Math.abs(counts[1] - i * 0.3)).isLessThan(5);
        }
    }

    @Test
    void messagesThatAreSentAloneConvergeTooThoughSlower() {
        long first = 0;
        for (long contact = 79_160_000_000L; contact < 79_160_100_000L; contact++) {
            first += Shares.alone(1, contact) < 0.3 ? 1 : 0;
        }
        assertThat(first).isBetween(29_000L, 31_000L);
    }

    @Test
    void aSenderThatIsBeingDrainedIsGoneRoundAndNothingWaitsForItWhileAnotherCanBeWaitedFor() {
        Router router = router(rule(RouteMatch.DEFAULT, List.of(), target(1, 100), target(2, 0), target(3, 0)));
        LongFunction<Standing> third = id -> id == 1 ? Standing.DRAINED : id == 2 ? Standing.PAUSED : Standing.USABLE;
        assertThat(router.choose(0, 0.5, third)).isEqualTo(new RouteChoice(0, 0, 2, RouteReason.DRAINED));
        LongFunction<Standing> nobody = id -> id == 1 ? Standing.DRAINED : Standing.PAUSED;
        RouteChoice waits = router.choose(0, 0.5, nobody);
        assertThat(waits).isEqualTo(new RouteChoice(0, 0, 1, RouteReason.NOBODY));
        assertThat(RouteChoice.of(new RouteChoice(3, 1, 2, RouteReason.DRAINED).number())
                        .why())
                .isEqualTo(RouteReason.DRAINED);
    }

    @Test
    void theSameSeedDrawsTheSame() {
        Shares one = new Shares(Shares.seed(5, 3));
        Shares again = new Shares(Shares.seed(5, 3));
        for (int i = 0; i < 100; i++) {
            assertThat(one.next(i % 7)).isEqualTo(again.next(i % 7));
        }
    }

    @Test
    void theNextUsableOneInTheOrderStandsIn() {
        Router router =
                router(rule(RouteMatch.DEFAULT, List.of(), target(1, 0), target(2, 60), target(3, 40), target(4, 0)));
        LongFunction<Standing> some = id -> id == 2 ? Standing.DOWN : id == 1 ? Standing.PAUSED : Standing.USABLE;
        assertThat(router.choose(0, 0.1, some)).isEqualTo(new RouteChoice(0, 1, 2, RouteReason.DOWN));
        assertThat(router.choose(0, 0.7, some)).isEqualTo(new RouteChoice(0, 2, 2, RouteReason.SHARE));
        assertThat(router.choose(0, 0.7, id -> Standing.PAUSED))
                .as("when nobody is usable it waits for the one whose share it is")
                .isEqualTo(new RouteChoice(0, 2, 2, RouteReason.NOBODY));
    }

    @Test
    void aChoiceFitsIntoASmallint() {
        List<RouteChoice> choices = new ArrayList<>();
        for (int rule = 0; rule < RouteChoice.MOST_RULES; rule++) {
            for (RouteReason why : RouteReason.values()) {
                choices.add(new RouteChoice(rule, rule % 10, (rule + 3) % 10, why));
            }
        }
        Collections.shuffle(choices, new Random(1));
        assertThat(choices).allSatisfy(choice -> {
            assertThat(choice.number()).isBetween(0, (int) Short.MAX_VALUE);
            assertThat(RouteChoice.of(choice.number())).isEqualTo(choice);
        });
    }
}
