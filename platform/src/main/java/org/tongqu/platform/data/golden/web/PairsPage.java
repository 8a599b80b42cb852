package org.tongqu.platform.data.golden.web;

import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.DataTable;

/**
 * Pairs of records of a register that evidence holds to be of one thing and that wait for somebody.
 *
 * @param waiting the likeliest first, without anything that a record says
 * @param open opens one of them for a purpose; none when none waits
 * @param run holds all records without the identifier against the others
 */
public record PairsPage(PageFrame frame, String heading, DataTable waiting, Optional<FormPage> open, FormPage run)
        implements Page {}
