package org.tongqu.platform.matter.hall.web;

import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.DataTable;

/** One's own appointments, the latest first. */
public record AppointmentsPage(PageFrame frame, DataTable appointments) implements Page {}
