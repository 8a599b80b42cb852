package org.tongqu.platform.data.space.web;

import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.view.DataTable;

/**
 * An address and where it may be.
 *
 * @param doubt what the address lacks, in words
 * @param found empty before anything was asked
 */
public record ResolvePage(PageFrame frame, FilterBar filter, Optional<String> doubt, Optional<DataTable> found)
        implements Page {}
