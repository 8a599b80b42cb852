package org.tongqu.platform.matter.evaluation.web;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.KeyFacts;

/** By what is scored. */
public record SchemePage(PageFrame frame, String heading, KeyFacts facts, List<Indicated> indicators, DataTable frozen)
        implements Page {

    public SchemePage {
        indicators = List.copyOf(indicators);
    }

    /** One indicator with its formulas, in words and as they are worked out. */
    public record Indicated(String title, String words, String value, String points, KeyFacts facts) {}
}
