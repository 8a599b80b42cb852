package org.tongqu.platform.data.checks.web;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;

/**
 * One check: what is asked for it, or what was answered.
 *
 * @param facts what it is, and in an answer what it was asked for
 * @param people a table for each person; none before it was asked
 */
public record CheckPage(PageFrame frame, Heading heading, KeyFacts facts, List<Person> people, Optional<FormPage> form)
        implements Page {

    public CheckPage {
        people = List.copyOf(people);
    }

    /** @param address where it is asked */
    public record Heading(String title, String lead, String address) {}

    /** @param id of the heading */
    public record Person(String id, String title, DataTable table) {}
}
