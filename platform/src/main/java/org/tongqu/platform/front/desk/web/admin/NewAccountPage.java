package org.tongqu.platform.front.desk.web.admin;

import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FormPage;

/**
 * Somebody new: first where, then who.
 *
 * @param form empty until an organisation was chosen, as every organisation has posts of its own
 */
public record NewAccountPage(PageFrame frame, String heading, String lead, FilterBar where, Optional<FormPage> form)
        implements Page {

    public static final String TEMPLATE = "front/desk/NewAccountPage";
}
