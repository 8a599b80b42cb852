package org.tongqu.platform.trust.access;

import org.tongqu.platform.trust.directory.RoleRefusal;

/** Why a role was neither given nor taken. */
public sealed interface GrantRefusal {

    /** Only the security administrator gives and takes roles. */
    record NotTheSecurityAdministrator() implements GrantRefusal {}

    /** Nobody changes their own roles; so there is always one left who can change those of others. */
    record OfOneself() implements GrantRefusal {}

    record UnknownRole() implements GrantRefusal {}

    /** A change of roles is written down with its reason. */
    record ReasonMissing() implements GrantRefusal {}

    /** The person's other roles, or the lack of them, stand against it. */
    record ByDirectory(RoleRefusal why) implements GrantRefusal {}
}
