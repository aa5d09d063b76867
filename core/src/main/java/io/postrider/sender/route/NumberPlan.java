package io.postrider.sender.route;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToCarrierMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the numbering plans of the world say of a phone. */
public final class NumberPlan {
    private static final String UNKNOWN = "ZZ";
    private static final String WORLD = "001";
    private static final int LONGEST_CALLING_CODE = 3;
    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final PhoneNumberToCarrierMapper operators = PhoneNumberToCarrierMapper.getInstance();

    /** Whether this is the ISO 3166 code of a country that has phones. */
    public boolean knows(String country) {
        return library.getSupportedRegions().contains(country);
    }

    /** The ISO 3166 code of a phone's country; empty if it has none. The phone is in E.164 without the plus. */
    public String country(String contact) {
        List<String> regions = regions(contact);
        if (regions.size() == 1) {
            return isCountry(regions.get(0)) ? regions.get(0) : "";
        }
        return parsed(contact)
                .map(library::getRegionCodeForNumber)
                .filter(NumberPlan::isCountry)
                .orElse("");
    }

    /** The English name of the operator to whom the phone's prefix was given; empty where nobody says. */
    public String operator(String contact) {
        return parsed(contact)
                .map(number -> operators.getNameForValidNumber(number, Locale.ENGLISH))
                .orElse("");
    }

    /** Countries that share the phone's calling code: most have one to themselves, so nothing more need be asked. */
    private List<String> regions(String contact) {
        for (int digits = 1; digits <= LONGEST_CALLING_CODE && digits <= contact.length(); digits++) {
            List<String> regions = library.getRegionCodesForCountryCode(Integer.parseInt(contact.substring(0, digits)));
            if (!regions.isEmpty()) {
                return regions;
            }
        }
        return List.of();
    }

    private static boolean isCountry(String region) {
        return !region.equals(UNKNOWN) && !region.equals(WORLD);
    }

    private Optional<PhoneNumber> parsed(String contact) {
        try {
            return Optional.of(library.parse("+" + contact, null));
        } catch (NumberParseException noPhone) {
            return Optional.empty();
        }
    }
}
