package org.tongqu.platform.front.portal.web.services;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.view.DataTable;

/** The list of powers (权责清单): what the government may decide, who decides it and on what basis. */
public record PowersPage(PageFrame frame, FilterBar filter, String found, DataTable powers) implements Page {}
