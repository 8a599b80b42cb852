package org.tongqu.platform.front.desk.web;

import org.tongqu.platform.trust.directory.Administrator;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where an officer's work begins: an administrator handles no matter and has a page of their own. */
public final class DeskHome {

    private DeskHome() {}

    public static String of(SignedIn.Officer officer) {
        return Administrator.among(officer.roles()).map(DeskHome::of).orElse("/desk/inbox");
    }

    static String of(Administrator kind) {
        return switch (kind) {
            case SYSTEM -> "/desk/admin/accounts";
            case SECURITY -> "/desk/admin/roles";
            case AUDIT -> "/desk/admin/journal";
        };
    }
}
