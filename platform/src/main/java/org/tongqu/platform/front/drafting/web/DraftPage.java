package org.tongqu.platform.front.drafting.web;

import java.util.List;
import java.util.Optional;
import org.tongqu.design.Csrf;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.chart.ProcessDrawing;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;

/**
 * A draft, to be changed, judged or read again.
 *
 * @param drawing nothing of what is no BPMN
 */
public record DraftPage(
        PageFrame frame,
        String heading,
        KeyFacts facts,
        List<ButtonLink> ways,
        Optional<ProcessDrawing> drawing,
        Optional<Modeler> modeler,
        Optional<Findings> findings,
        Optional<Differences> differences,
        List<FormPage> forms)
        implements Page {

    public DraftPage {
        ways = List.copyOf(ways);
        forms = List.copyOf(forms);
    }

    /**
     * What the modeler and the form without it are given.
     *
     * @param address   of the draft; what is sent goes below it
     * @param words     what the modeler says, as JSON
     * @param suggested what may be written into its fields, as JSON
     */
    public record Modeler(String address, Csrf csrf, int revision, String text, String words, String suggested) {}

    /** @param json the same for the modeler */
    public record Findings(List<Finding> list, String json) {
        public Findings {
            list = List.copyOf(list);
        }
    }

    /**
     * Something the checker found.
     *
     * @param element its id; empty where the file or another one is meant
     * @param where   in words
     */
    public record Finding(String element, String where, String severity, String text, String fix) {}

    /**
     * @param heading with what it is compared
     * @param moved   how many elements are drawn elsewhere, in words; empty for none
     */
    public record Differences(String heading, DataTable changes, String moved, List<Line> lines) {
        public Differences {
            lines = List.copyOf(lines);
        }
    }

    /** @param side {@code ins}, {@code del} or nothing */
    public record Line(String side, String text) {

        public boolean isNew() {
            return side.equals("ins");
        }

        public boolean isGone() {
            return side.equals("del");
        }
    }
}
