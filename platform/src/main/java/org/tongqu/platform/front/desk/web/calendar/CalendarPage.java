package org.tongqu.platform.front.desk.web.calendar;

import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.KeyFacts;

/** @param form the import; missing for those who may only look */
public record CalendarPage(PageFrame frame, KeyFacts facts, Optional<FormPage> form) implements Page {}
