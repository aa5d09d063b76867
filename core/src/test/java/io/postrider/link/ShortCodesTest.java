package io.postrider.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ShortCodesTest {
    private static final long LAST_MESSAGE = (1L << 43) - 1;
    private final ShortCodes codes = new ShortCodes(key());

    private static byte[] key() {
        byte[] key = new byte[ShortCodes.KEY_BYTES];
        for (byte i = 0; i < key.length; i++) {
            key[i] = i;
        }
        return key;
    }

    @Test
    void theHashIsTheOneOfThePublishedVectors() {
        assertThat(new SipHash(key()).of(0x0706050403020100L)).isEqualTo(0x93f5f5799a932462L);
    }

    @Test
    void everyCodeLeadsBackToItsPlace() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            Place place = new Place(random.nextLong(LAST_MESSAGE + 1), random.nextInt(16));
            String code = codes.code(place.message(), place.link());
            assertThat(code).matches("[0-9A-Za-z]{8}");
            assertThat(codes.place(code)).contains(place);
        }
        assertThat(codes.place(codes.code(LAST_MESSAGE, 15))).contains(new Place(LAST_MESSAGE, 15));
        assertThat(codes.place(codes.code(0, 0))).contains(new Place(0, 0));
    }

    @Test
    void neighboursShareNothingThatCouldBeGuessed() {
        Set<String> beginnings = new HashSet<>();
        for (long message = 1; message <= 1000; message++) {
            beginnings.add(codes.code(message, 0).substring(0, 3));
        }
        assertThat(beginnings).hasSizeGreaterThan(950);
    }

    @Test
    void anotherKeyMakesOtherCodes() {
        byte[] other = key();
        other[3] ^= 1;
        assertThat(new ShortCodes(other).code(1, 0)).isNotEqualTo(codes.code(1, 0));
    }

    @Test
    void whatCannotBeACodeIsNoPlace() {
        assertThat(List.of("", "abc", "abcdefghi", "abcdefg-", "абвгдежз", "abcdefg "))
                .allSatisfy(wrong -> assertThat(codes.place(wrong)).isEmpty());
    }
}
