package org.tongqu.platform.data.golden.web;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.Timeline;

/**
 * One record as known on a day.
 *
 * @param asOf the form that asks for another day
 * @param fields each with who said it since when, and who says otherwise
 * @param related what it is keyed to in other registers
 * @param following opens one of them for the same purpose; none where nothing is related
 * @param sections what other modules know of whom it is about
 * @param doubts other records that it may be of one thing with, side by side
 * @param acts merging and taking apart, for whoever may
 */
public record RecordPage(
        PageFrame frame,
        String heading,
        String lead,
        KeyFacts facts,
        FormPage asOf,
        DataTable fields,
        DataTable related,
        Optional<FormPage> following,
        List<DataTable> sections,
        Timeline story,
        List<DataTable> doubts,
        List<Act> acts)
        implements Page {

    public record Act(String id, String title, FormPage form) {}

    public RecordPage {
        sections = List.copyOf(sections);
        doubts = List.copyOf(doubts);
        acts = List.copyOf(acts);
    }
}
