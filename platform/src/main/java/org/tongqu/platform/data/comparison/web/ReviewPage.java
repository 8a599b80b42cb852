package org.tongqu.platform.data.comparison.web;

import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.EmptyState;

/**
 * The doubtful pairs of a comparison, one after the other.
 *
 * @param opening asks what for before anything is shown; none when that was said
 * @param pair the one to look at
 * @param none what is said when there is none
 * @param decided what was decided last
 */
public record ReviewPage(
        PageFrame frame,
        Heading heading,
        Optional<FormPage> opening,
        Optional<Pair> pair,
        Optional<EmptyState> none,
        Optional<DataTable> decided)
        implements Page {

    public record Heading(String title, String lead) {}

    /**
     * Two rows side by side.
     *
     * @param likely how probable it is that they are one, in words
     * @param traits what each trait says for or against
     * @param rest what else is known of them
     */
    public record Pair(String number, String likely, DataTable traits, Optional<DataTable> rest, FormPage verdict) {}
}
