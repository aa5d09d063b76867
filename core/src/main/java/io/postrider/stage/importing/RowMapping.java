package io.postrider.stage.importing;

import io.postrider.job.RejectedRow;
import io.postrider.plugin.api.Row;
import io.postrider.plugin.api.RowProblem;
import io.postrider.profile.FieldValues;
import io.postrider.profile.PhoneNumbers;
import io.postrider.profile.ProfileDatabase;
import io.postrider.profile.ProfileField;
import io.postrider.profile.ReadingRules;
import io.postrider.profile.StandardField;
import io.postrider.refusal.Refusal;
import io.postrider.resource.MatchBy;
import io.postrider.resource.MatchKey;
import io.postrider.resource.NewSubscription;
import io.postrider.resource.ProfileChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one file as changes of profiles, by the plan of its import. For one thread at a time. */
final class RowMapping {
    private static final String PHONES = StandardField.PHONES.field();
    private static final int LONGEST_SHOWN = 1000;
    private final ImportPlan plan;
    private final List<Target> targets = new ArrayList<>();
    private final List<String> matchFields;
    private final int phoneColumn;
    private final int idColumn;
    private final boolean phonesMapped;
    private final FieldValues values;

    private record Target(int column, ProfileField field) {}

    /** A row as it was understood: a change, or why there is none; {@code rejected} beside a change says that it has no phone. */
    record Mapped(@Nullable ProfileChange change, @Nullable RejectedRow rejected, Row row) {}

    /** @throws Refusal when a column of the plan is missing in the file, or a field in the database */
    RowMapping(ImportPlan plan, ProfileDatabase database, List<String> columns, PhoneNumbers phones) {
        this.plan = plan;
        String country = plan.country().isEmpty() ? database.defaultCountry() : plan.country();
        this.values = new FieldValues(phones, new ReadingRules(country, plan.dateFormats()));
        ImportPlan.Subscribing subscribing = plan.subscribing();
        this.phoneColumn = subscribing == null ? -1 : index(columns, subscribing.column());
        int id = -1;
        for (Map.Entry<String, String> each : plan.columns().entrySet()) {
            int column = index(columns, each.getKey());
            if (each.getValue().equals(MatchKey.ID)) {
                id = column;
            } else {
                targets.add(new Target(column, field(database, each.getValue())));
            }
        }
        this.idColumn = id;
        this.phonesMapped = plan.columns().containsValue(PHONES);
        this.matchFields = plan.match().fields(plan.matchField());
    }

    private static int index(List<String> columns, String name) {
        int index = columns.indexOf(name);
        if (index < 0) {
            throw Refusal.of(
                    ImportReason.COLUMN_MISSING, Map.of("column", name, "columns", String.join(", ", columns)));
        }
        return index;
    }

    private static ProfileField field(ProfileDatabase database, String name) {
        return database.field(name).orElseThrow(() -> Refusal.of(ImportReason.FIELD_UNKNOWN, Map.of("field", name)));
    }

    /** Reads one row. */
    Mapped map(Row row) {
        RowProblem problem = row.problem();
        if (problem != null) {
            return rejected(
                    row,
                    Refusal.of(ImportReason.ROW_UNREADABLE, Map.of("sentence", problem.sentence())),
                    problem.code());
        }
        try {
            return understood(row);
        } catch (Refusal refusal) {
            return rejected(row, refusal, refusal.reason().code());
        }
    }

    private Mapped understood(Row row) {
        Map<String, Object> set = new HashMap<>();
        Set<String> cleared = new HashSet<>();
        for (Target target : targets) {
            String cell = cell(row, target.column());
            if (!cell.isBlank()) {
                set.put(target.field().name(), values.ofText(target.field(), cell));
            } else if (plan.clearEmpty()) {
                cleared.add(target.field().name());
            }
        }
        List<NewSubscription> subscriptions = new ArrayList<>();
        RejectedRow withoutPhone = null;
        ImportPlan.Subscribing subscribing = plan.subscribing();
        if (subscribing != null) {
            try {
                String phone = values.phone(cell(row, phoneColumn));
                subscriptions.add(NewSubscription.sms(subscribing.resourceId(), phone, "file"));
                if (!phonesMapped && matchFields.contains(PHONES)) {
                    set.put(PHONES, List.of(phone));
                }
            } catch (Refusal noPhone) {
                if (subscribing.rejectInvalid() || (plan.match() == MatchBy.PHONE && !phonesMapped)) {
                    throw noPhone;
                }
                withoutPhone = row(row, noPhone, noPhone.reason().code(), true);
            }
        }
        ProfileChange change = new ProfileChange(row.line(), keys(row, set), null, set, cleared, subscriptions);
        return new Mapped(change, withoutPhone, row);
    }

    private List<MatchKey> keys(Row row, Map<String, Object> set) {
        List<MatchKey> keys = new ArrayList<>();
        for (String field : matchFields) {
            Object value = field.equals(MatchKey.ID) ? id(row) : set.get(field);
            if (value instanceof List<?> several) {
                several.forEach(each -> keys.add(MatchKey.of(field, each)));
            } else if (value != null) {
                keys.add(MatchKey.of(field, value));
            }
        }
        if (keys.isEmpty() && !matchFields.isEmpty()) {
            throw Refusal.of(ImportReason.KEY_MISSING, Map.of("field", String.join(", ", matchFields)));
        }
        return keys;
    }

    private @Nullable Object id(Row row) {
        String text = cell(row, idColumn).strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            return 0L;
        }
    }

    private static String cell(Row row, int column) {
        return column >= 0 && column < row.values().size() ? row.values().get(column) : "";
    }

    private static Mapped rejected(Row row, Refusal refusal, String code) {
        return new Mapped(null, row(row, refusal, code, false), row);
    }

    /** A row with the reason why it was not taken whole. */
    static RejectedRow row(Row row, Refusal refusal, String code, boolean kept) {
        return new RejectedRow(
                row.line(),
                code.toLowerCase(Locale.ROOT),
                refusal.parameters(),
                sentence(refusal),
                kept,
                shortened(row.values()));
    }

    private static List<String> shortened(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.length() > LONGEST_SHOWN ? cell.substring(0, LONGEST_SHOWN) + "…" : cell)
                .toList();
    }

    private static String sentence(Refusal refusal) {
        String message = refusal.getMessage();
        return message == null ? "" : message;
    }
}
