package io.postrider.stage.importing;

import io.postrider.profile.PhoneNumbers;
import io.postrider.profile.ProfileDatabase;
import io.postrider.profile.ProfileField;
import io.postrider.profile.ProfileReason;
import io.postrider.profile.StandardField;
import io.postrider.refusal.Refusal;
import io.postrider.resource.MatchBy;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What can be wrong with an import's plan before its file is looked at. */
final class PlanCheck {
    private PlanCheck() {}

    /** @throws Refusal naming the field of the request that is wrong */
    static void check(ImportPlan plan, ProfileDatabase database, PhoneNumbers phones) {
        if (!plan.country().isEmpty() && !phones.knows(plan.country())) {
            throw Refusal.ofField(ProfileReason.COUNTRY_UNKNOWN, "/country", Map.of("country", plan.country()));
        }
        Set<String> fields = new HashSet<>();
        for (String field : plan.columns().values()) {
            if (!fields.add(field)) {
                throw Refusal.ofField(ImportReason.FIELD_TWICE, "/columns", Map.of("field", field));
            }
        }
        plan.dateFormats().forEach(PlanCheck::checkFormat);
        checkMatch(plan, database, fields);
    }

    private static void checkMatch(ImportPlan plan, ProfileDatabase database, Set<String> fields) {
        if (plan.match() == MatchBy.FIELD
                && !database.field(plan.matchField()).map(ProfileField::key).orElse(false)) {
            throw Refusal.ofField(ImportReason.MATCH_FIELD_WRONG, "/matchField", Map.of("field", plan.matchField()));
        }
        List<String> needed = plan.match().fields(plan.matchField());
        boolean byPhone = needed.contains(StandardField.PHONES.field()) && plan.subscribing() != null;
        if (!needed.isEmpty() && !byPhone && needed.stream().noneMatch(fields::contains)) {
            throw Refusal.ofField(
                    ImportReason.MATCH_COLUMN_MISSING, "/columns", Map.of("field", String.join(" or ", needed)));
        }
    }

    private static void checkFormat(String format) {
        try {
            Objects.requireNonNull(DateTimeFormatter.ofPattern(format, Locale.ENGLISH));
        } catch (IllegalArgumentException none) {
            throw Refusal.ofField(ImportReason.DATE_FORMAT_WRONG, "/dateFormats", Map.of("format", format));
        }
    }
}
