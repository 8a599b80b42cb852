package org.tongqu.platform.data.exchange.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.chart.BarChart;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.view.DataTable;

/** Departments beside each other by how timely, accurate and complete their data came. */
public record QualityPage(PageFrame frame, FilterBar filter, BarChart chart, DataTable table) implements Page {}
