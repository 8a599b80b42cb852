package org.tongqu.platform.matter.intake;

import java.util.List;
import java.util.Optional;
import org.tongqu.engines.schema.FieldProblem;

/**
 * A page was saved, whether its answers are right or not.
 *
 * @param problems what is to be put right on this page
 * @param next the page to go to; empty after the last
 */
public record Saved(Draft draft, List<FieldProblem> problems, Optional<String> next) {

    public Saved {
        problems = List.copyOf(problems);
    }
}
