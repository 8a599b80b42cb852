package org.tongqu.platform.front.desk.web.watch;

import java.util.List;
import org.tongqu.design.Page;
import org.tongqu.design.PageFrame;
import org.tongqu.design.view.KeyFacts;

/** What is watched, where it is laid down, and why. */
public record RulesPage(PageFrame frame, List<Rule> rules) implements Page {

    /** @param findings the way to what it found */
    public record Rule(String label, String why, KeyFacts facts, String findings) {}

    public RulesPage {
        rules = List.copyOf(rules);
    }
}
