package org.tongqu.platform.data.harvest.web;

import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.KeyFacts;

/** A record that could not be taken over. @param reason in words @param raw as it came */
public record RejectedPage(PageFrame frame, String reason, KeyFacts facts, String raw, Optional<FormPage> retry)
        implements Page {}
