package org.tongqu.platform.data.space.web;

import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.view.DataTable;

/** An address and where it may be. @param found empty before anything was asked */
public record ResolvePage(PageFrame frame, FilterBar filter, Optional<DataTable> found) implements Page {}
