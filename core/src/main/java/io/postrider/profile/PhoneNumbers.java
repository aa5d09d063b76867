package io.postrider.profile;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.postrider.refusal.Refusal;
import java.util.Map;

/**
 * Reads phones as people write them. With a default country a number without a plus is a local one; without a default
 * country it must begin with a country code.
 */
public final class PhoneNumbers {
    private static final int SHORTEST_INTERNATIONAL = 8;
    private static final int LONGEST = 100;
    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();

    /** Whether phones of this country, such as {@code US}, are known. */
    public boolean knows(String country) {
        return library.getSupportedRegions().contains(country);
    }

    /** What is dialled at home before a number that is not of one's town, such as 8 in Russia; empty where it is nothing. */
    String trunk(String country) {
        String prefix = knows(country) ? library.getNddPrefixForRegion(country, true) : null;
        return prefix == null || prefix.equals(Integer.toString(library.getCountryCodeForRegion(country)))
                ? ""
                : prefix;
    }

    /**
     * The digits of a phone in E.164 without the plus.
     *
     * @param country ISO 3166 code of the default country; empty for none
     * @throws Refusal with a reason of {@link ProfileReason} when it is not a valid phone
     */
    public String digits(String text, String country) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            throw Refusal.of(ProfileReason.PHONE_MISSING);
        }
        if (trimmed.length() > LONGEST) {
            throw refused(ProfileReason.PHONE_TOO_LONG, trimmed.substring(0, LONGEST) + "…");
        }
        PhoneNumber number = parsed(trimmed, country);
        if (!library.isValidNumber(number)) {
            throw refused(whyNot(number), trimmed);
        }
        return number.getCountryCode() + library.getNationalSignificantNumber(number);
    }

    private PhoneNumber parsed(String text, String country) {
        boolean digitsOnly = text.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean international = country.isEmpty() && digitsOnly && text.length() >= SHORTEST_INTERNATIONAL;
        try {
            return library.parse(international ? "+" + text : text, country.isEmpty() ? null : country);
        } catch (NumberParseException unreadable) {
            throw refused(
                    switch (unreadable.getErrorType()) {
                        case INVALID_COUNTRY_CODE -> ProfileReason.PHONE_NO_COUNTRY;
                        case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> ProfileReason.PHONE_TOO_SHORT;
                        case TOO_LONG -> ProfileReason.PHONE_TOO_LONG;
                        case NOT_A_NUMBER -> ProfileReason.PHONE_INVALID;
                    },
                    text);
        }
    }

    private ProfileReason whyNot(PhoneNumber number) {
        return switch (library.isPossibleNumberWithReason(number)) {
            case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> ProfileReason.PHONE_TOO_SHORT;
            case TOO_LONG -> ProfileReason.PHONE_TOO_LONG;
            case INVALID_COUNTRY_CODE -> ProfileReason.PHONE_NO_COUNTRY;
            case IS_POSSIBLE, INVALID_LENGTH -> ProfileReason.PHONE_INVALID;
        };
    }

    private static Refusal refused(ProfileReason reason, String text) {
        return Refusal.of(reason, Map.of("value", text));
    }
}
