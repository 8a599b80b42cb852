package org.tongqu.platform.trust.identity.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.platform.operate.web.Shell;

/**
 * A page with one form: a door, a registration, a new password.
 *
 * @param ways where else one may want to go from here
 */
public record DoorPage(PageFrame frame, Shell shell, FormPage form, List<Way> ways) implements Page {

    public static final String TEMPLATE = "trust/identity/DoorPage";

    /** @param lead the words before the link */
    public record Way(String lead, String label, String href) {}

    public DoorPage {
        ways = List.copyOf(ways);
    }
}
