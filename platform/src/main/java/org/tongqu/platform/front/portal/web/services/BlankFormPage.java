package org.tongqu.platform.front.portal.web.services;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;

/** The form as it would lie on a counter: to be printed and written on. */
public record BlankFormPage(PageFrame frame, String service, String office, List<Part> parts) implements Page {

    /** @param rows how often the questions are repeated; 1 unless several things are asked for */
    public record Part(String title, String note, List<Line> lines, int rows) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /** @param choices to tick; empty where something is to be written */
    public record Line(String label, String hint, List<String> choices) {
        public Line {
            choices = List.copyOf(choices);
        }
    }

    public BlankFormPage {
        parts = List.copyOf(parts);
    }
}
