package org.tongqu.platform.data.discovery.web;

import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.EmptyState;

/**
 * A department's own databases, looked into.
 *
 * @param systems which system; empty where the department has none
 * @param form    what may be drafted
 * @param drafted what was, and what has changed since
 * @param nothing what to do when there is nothing to show
 */
public record DiscoveryPage(
        PageFrame frame,
        Optional<FilterBar> systems,
        Optional<FormPage> form,
        Optional<DataTable> drafted,
        Optional<EmptyState> nothing)
        implements Page {}
