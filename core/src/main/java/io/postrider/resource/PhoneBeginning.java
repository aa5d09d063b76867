package io.postrider.resource;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * The digits with which a phone in international form begins, as ranges of contact keys: E.164, section 6, gives a number up to 15 digits,
 * so the digits 1808 are the range 1808 to 1808, 18080 to 18089 and so on.
 *
 * @param digits none for every contact
 */
record PhoneBeginning(String digits) {
    private static final int LONGEST = 15;
    private static final Pattern TYPED = Pattern.compile("[+(]?[0-9][0-9\\s().+/-]*");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]+");

    /** Reads what was typed, blank for every contact; empty if no phone begins like that. */
    static Optional<PhoneBeginning> of(String typed) {
        String trimmed = typed.strip();
        if (!trimmed.isEmpty() && !TYPED.matcher(trimmed).matches()) {
            return Optional.empty();
        }
        String digits = NO_DIGIT.matcher(trimmed).replaceAll("");
        return Optional.of(new PhoneBeginning(digits))
                .filter(each -> digits.length() <= LONGEST && !digits.startsWith("0"));
    }

    /** The lowest key of each range. */
    Long[] lows() {
        return digits.isEmpty() ? new Long[] {Long.MIN_VALUE} : ends(0);
    }

    /** The highest key of each range. */
    Long[] highs() {
        return digits.isEmpty() ? new Long[] {Long.MAX_VALUE} : ends(1);
    }

    /** The key itself, or the one before that of the next digits, with every number of digits behind it. */
    private Long[] ends(long more) {
        long key = Long.parseLong(digits);
        return LongStream.iterate(1, power -> power * 10)
                .limit(LONGEST - digits.length() + 1L)
                .map(power -> (key + more) * power - more)
                .boxed()
                .toArray(Long[]::new);
    }
}
