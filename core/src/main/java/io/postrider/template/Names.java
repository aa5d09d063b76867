package io.postrider.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which names a template may use, which fields it does use, and what a person may have meant. */
final class Names {
    /** What a subscription can be asked for. */
    static final Set<String> OF_SUBSCRIPTION =
            Set.of("phone", "phones", "phone_md5", "email", "emails", "email_domain", "email_md5", "pushes", "hash_id");

    private static final Set<String> LATER = Set.of("unsubscribe", "globalunsubscribe", "json", "apicontent", "market");
    private static final int FAR = 3;
    private final List<Use> uses = new ArrayList<>();

    /** A field of the profile, and where the template names it. */
    record Use(String name, int offset) {}

    List<Use> uses() {
        return uses;
    }

    /** Names of all fields of the profile that are used. */
    Set<String> leads() {
        Set<String> names = new TreeSet<>();
        uses.forEach(use -> names.add(use.name()));
        return names;
    }

    /** What a path such as {@code lead.address.city} stands for. */
    Expression path(Token word, Scope scope) throws WrongTag {
        String[] names = word.text().split("\\.", -1);
        for (String name : names) {
            if (name.isEmpty()) {
                throw new WrongTag(
                        word.offset(),
                        "template-unexpected",
                        "Something is missing beside the dot of " + word.text() + ".");
            }
        }
        return switch (names[0]) {
            case "lead" -> members(lead(word, names), names, 2);
            case "subscription" -> members(subscription(word, names), names, 2);
            default -> local(word, names, scope);
        };
    }

    private Expression lead(Token word, String[] names) throws WrongTag {
        if (names.length == 1) {
            throw nameMissing(word, "lead._fname");
        }
        uses.add(new Use(names[1], word.offset()));
        return new Expression.Lead(names[1]);
    }

    private static Expression subscription(Token word, String[] names) throws WrongTag {
        if (names.length == 1) {
            throw nameMissing(word, "subscription.phone");
        }
        if (!OF_SUBSCRIPTION.contains(names[1])) {
            throw new WrongTag(
                    word.offset(),
                    "template-unknown-field",
                    "A subscription has no field " + names[1] + "."
                            + meant(names[1], OF_SUBSCRIPTION)
                                    .map(near -> " Did you mean subscription." + near + "?")
                                    .orElse(""));
        }
        return new Expression.Subscription(names[1]);
    }

    private static WrongTag nameMissing(Token word, String example) {
        return new WrongTag(
                word.offset(),
                "template-field-missing",
                "Name the field after " + word.text() + ", such as " + example + ".");
    }

    private static Expression local(Token word, String[] names, Scope scope) throws WrongTag {
        Optional<Integer> slot = scope.slot(names[0]);
        if (slot.isPresent()) {
            return members(new Expression.Local(slot.get()), names, 1);
        }
        if (scope.readsItems() && !names[0].startsWith("@") && !names[0].startsWith("$")) {
            return members(new Expression.Local(scope.item()), names, 0);
        }
        if (LATER.contains(names[0])) {
            throw new WrongTag(word.offset(), "template-not-available", names[0] + " is not available yet.");
        }
        throw new WrongTag(word.offset(), "template-unknown-name", unknown(names[0]));
    }

    private static String unknown(String name) {
        if (name.startsWith("_")) {
            return name + " is not known here. Write {lead." + name + "} for a field of the profile.";
        }
        return name + " is not known here."
                + meant(name, Set.of("lead", "subscription", "if", "else", "elseif", "end"))
                        .map(near -> " Did you mean " + near + "?")
                        .orElse(
                                " Fields of the profile begin with lead, such as {lead._fname}; write \\{ for a brace that is text.");
    }

    static Expression members(Expression of, String[] names, int from) {
        Expression expression = of;
        for (int i = from; i < names.length; i++) {
            expression = new Expression.Member(expression, names[i]);
        }
        return expression;
    }

    /** The name among {@code known} that is nearest, if one is near enough to be a slip. */
    static Optional<String> meant(String name, Collection<String> known) {
        String plain = plain(name);
        String best = "";
        int distance = Math.min(FAR, Math.max(2, plain.length()));
        for (String other : new TreeSet<>(known)) {
            int far = plain.length() > 100 ? distance : distance(plain, plain(other));
            if (far < distance) {
                distance = far;
                best = other;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    private static String plain(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** Letters to change, add or leave out to come from one to the other (Levenshtein). */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
