package org.tongqu.platform.front.desk.web.admin;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.KeyFacts;

/** One person, what an administrator may know about them, and what can be done. */
public record AdminPersonPage(PageFrame frame, String heading, KeyFacts facts, List<Act> acts) implements Page {

    public static final String TEMPLATE = "front/desk/AdminPersonPage";

    /** One thing to do, under a title of its own. */
    public record Act(String id, String title, FormPage form) {}

    public AdminPersonPage {
        acts = List.copyOf(acts);
    }
}
