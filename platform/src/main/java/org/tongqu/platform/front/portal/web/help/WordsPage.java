package org.tongqu.platform.front.portal.web.help;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;

/** A page of words: help, about, accessibility. */
public record WordsPage(PageFrame frame, String title, String lead, List<Part> parts) implements Page {

    /** @param steps in order; empty where the text says it all */
    public record Part(String id, String title, String text, List<String> steps) {
        public Part {
            steps = List.copyOf(steps);
        }
    }

    public WordsPage {
        parts = List.copyOf(parts);
    }
}
