package org.tongqu.platform.trust.directory;

import java.util.Set;

/** Why somebody's roles stay as they are. */
public sealed interface RoleRefusal {

    record UnknownPerson() implements RoleRefusal {}

    record HeldAlready() implements RoleRefusal {}

    record NotHeld() implements RoleRefusal {}

    /** @param held roles that must be taken from the person first, because no one person may hold these and the wanted one */
    record HeldApart(Set<String> held) implements RoleRefusal {}
}
