package org.tongqu.platform.front.desk.web.calendar;

import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;

/**
 * @param recounted what the last import did to the open cases; missing before there was one while cases were open
 * @param form the import; missing for those who may only look
 */
public record CalendarPage(PageFrame frame, KeyFacts facts, Optional<Recounted> recounted, Optional<FormPage> form)
        implements Page {

    /** @param changed the clocks that got another day */
    public record Recounted(String heading, KeyFacts facts, DataTable changed) {}
}
