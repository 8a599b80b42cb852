package org.tongqu.platform.trust.access;

import java.util.Set;

/** Why somebody may not. Each says who could. */
public sealed interface AccessRefusal {

    /** @param needed any of these roles would do */
    record RoleMissing(Set<String> needed) implements AccessRefusal {}

    /** The row belongs to an organisation outside the person's reach. */
    record OtherOrganisation(String organisation) implements AccessRefusal {}

    /** The person's roles let them look, not act. */
    record LooksOnly(String organisation) implements AccessRefusal {}

    /** Only officers may; a citizen asked. */
    record NotAnOfficer() implements AccessRefusal {}
}
