package org.tongqu.platform.matter.hall.web.declaring;

import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FormPage;

/**
 * Declares one part of a hall.
 *
 * @param lengths how long slots may be, where places are declared
 */
public record DeclareFormPage(PageFrame frame, String heading, String lead, Optional<FilterBar> lengths, FormPage form)
        implements Page {}
