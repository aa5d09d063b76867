package io.postrider.sender.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which price a phone has at a moment. */
final class PriceListTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final long PHONE = 77011234567L;

    @Test
    void theLongestPrefixThatFitsDecides() {
        PriceList prices =
                list(price("", 1, null), price("7", 2, null), price("7701", 3, null), price("7702", 4, null));

        assertThat(prices.of(PHONE, NOW)).isEqualTo(3);
        assertThat(prices.of(77031234567L, NOW)).isEqualTo(2);
        assertThat(prices.of(34600123456L, NOW)).isEqualTo(1);
    }

    @Test
    void aPrefixMayBeTheWholePhoneAndNoLonger() {
        PriceList prices = list(price("77011234567", 1, null), price("770112345670", 2, null));

        assertThat(prices.of(PHONE, NOW)).isEqualTo(1);
        assertThat(prices.of(7701123456L, NOW)).isEqualTo(PriceList.NO_PRICE);
        assertThat(prices.of(770112345670L, NOW)).isEqualTo(2);
    }

    @Test
    void theNewestPriceThatIsValidByNowHolds() {
        PriceList prices = list(
                price("7", 1, null),
                price("7", 4, NOW.plusMillis(1)),
                price("7", 3, NOW),
                price("7", 2, NOW.minusSeconds(60)));

        assertThat(prices.of(PHONE, NOW.minusSeconds(61))).isEqualTo(1);
        assertThat(prices.of(PHONE, NOW.minusMillis(1))).isEqualTo(2);
        assertThat(prices.of(PHONE, NOW)).isEqualTo(3);
        assertThat(prices.of(PHONE, NOW.plusMillis(1))).isEqualTo(4);
    }

    @Test
    void aLongerPrefixDoesNotCountBeforeItHasAPrice() {
        PriceList prices = list(price("7", 1, null), price("7701", 2, NOW));

        assertThat(prices.of(PHONE, NOW.minusMillis(1))).isEqualTo(1);
        assertThat(prices.of(PHONE, NOW)).isEqualTo(2);
    }

    @Test
    void whatNoPrefixFitsHasNoPrice() {
        assertThat(list(price("8", 1, null)).of(PHONE, NOW)).isEqualTo(PriceList.NO_PRICE);
        assertThat(list(price("7", 1, NOW)).of(PHONE, NOW.minusMillis(1))).isEqualTo(PriceList.NO_PRICE);
        assertThat(PriceList.NONE.of(PHONE, NOW)).isEqualTo(PriceList.NO_PRICE);
        assertThat(PriceList.NONE.of(PHONE, 3, NOW)).isEqualTo(PriceList.NO_PRICE);
    }

    @Test
    void everyPartCostsAndNothingIsAPriceToo() {
        assertThat(list(price("7", 12_500, null)).of(PHONE, 3, NOW)).isEqualTo(37_500);
        assertThat(list(price("7", 0, null), price("", 9, null)).of(PHONE, 3, NOW))
                .isZero();
    }

    @Test
    void whatIsNoPhoneHasThePriceOfEveryOther() {
        PriceList prices = list(price("", 5, null), price("7", 1, null));

        assertThat(prices.of(-PHONE, NOW)).isEqualTo(5);
        assertThat(prices.of(0, NOW)).isEqualTo(5);
        assertThat(prices.of(Long.MAX_VALUE, NOW)).isEqualTo(5);
    }

    @Test
    void amountsAreWrittenWithoutNeedlessZeros() {
        assertThat(Amount.text(0)).isEqualTo("0");
        assertThat(Amount.text(12_500)).isEqualTo("0.0125");
        assertThat(Amount.text(100_000_000)).isEqualTo("100");
        assertThat(new Amount("KZT", 1).text()).isEqualTo("0.000001");
    }

    private static Price price(String prefix, long millionths, @Nullable Instant validFrom) {
        return new Price(prefix, millionths, validFrom);
    }

    private static PriceList list(Price... prices) {
        return new PriceList("KZT", List.of(prices));
    }
}
