package org.tongqu.platform.data.agreements.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.KeyFacts;

/** Asking for items of a resource. @param facts under which condition it is shared */
public record RequestPage(PageFrame frame, String heading, String lead, KeyFacts facts, FormPage form)
        implements Page {}
