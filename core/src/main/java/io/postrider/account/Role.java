package io.postrider.account;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a person or an API key may do, from the most to the least. */
public enum Role {
    ADMIN,
    MARKETER,
    VIEWER;

    private static final String SELF = "self";
    private static final Set<String> ADMINISTRATION = Set.of("users", "api-keys");
    private static final Set<String> ONLY_ADMINS = Set.of("plugins:write", "senders:write");
    private static final List<String> NOUNS = List.of(
            "users",
            "api-keys",
            "plugins",
            "jobs",
            "profiles",
            "resources",
            "senders",
            "rehearsal",
            "templates",
            "messages",
            "mailings",
            "runs",
            "events");

    /** The role of this word. */
    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** How the role is called outside. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of two roles that may do less. */
    public Role lesser(Role other) {
        return compareTo(other) > 0 ? this : other;
    }

    /** Whether the role has a permission; one that nobody has heard of belongs to no one. */
    public boolean allows(String permission) {
        return permission.equals(SELF) || permissions().contains(permission);
    }

    /** All permissions of the role. */
    public List<String> permissions() {
        return NOUNS.stream()
                .flatMap(noun -> Stream.of(noun + ":read", noun + ":write"))
                .filter(this::has)
                .toList();
    }

    private boolean has(String permission) {
        boolean administration = ADMINISTRATION.contains(permission.substring(0, permission.indexOf(':')));
        return switch (this) {
            case ADMIN -> true;
            case MARKETER -> !administration && !ONLY_ADMINS.contains(permission);
            case VIEWER -> !administration && permission.endsWith(":read");
        };
    }
}
