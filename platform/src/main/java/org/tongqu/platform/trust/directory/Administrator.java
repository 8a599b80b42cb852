package org.tongqu.platform.trust.directory;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The three administrators (三员) that check each other. Whoever is one of them holds no other role: what one does, another
 * allows, and the third reads about it.
 */
public enum Administrator {
    /** Organisations and accounts, locked and unlocked. */
    SYSTEM("system-administrator"),
    /** Who holds which role. */
    SECURITY("security-administrator"),
    /** Reads the journal and proves that it is whole. */
    AUDIT("auditor");

    private final String role;

    Administrator(String role) {
        this.role = role;
    }

    public String role() {
        return role;
    }

    /** Which of them somebody with these roles is. */
    public static Optional<Administrator> among(Set<String> roles) {
        return Arrays.stream(values()).filter(kind -> roles.contains(kind.role)).findFirst();
    }

    /** Those of the roles held that forbid the wanted one. */
    public static Set<String> forbidding(Set<String> held, String wanted) {
        var apart = among(Set.of(wanted)).isPresent();
        return held.stream()
                .filter(role -> !role.equals(wanted))
                .filter(role -> apart || among(Set.of(role)).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }
}
