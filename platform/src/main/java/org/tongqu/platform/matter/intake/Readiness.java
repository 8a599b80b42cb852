package org.tongqu.platform.matter.intake;

import java.util.List;
import java.util.Set;
import org.tongqu.engines.forms.MaterialAsk;
import org.tongqu.engines.schema.FieldProblem;

/**
 * Whether a draft can be handed in.
 *
 * @param missing required materials that are not there
 * @param waived ids of materials that need not be handed in, because a register knows the fact (免提交)
 */
public record Readiness(List<FieldProblem> problems, List<MaterialAsk> missing, Set<String> waived) {

    public Readiness {
        problems = List.copyOf(problems);
        missing = List.copyOf(missing);
        waived = Set.copyOf(waived);
    }

    public boolean isReady() {
        return problems.isEmpty() && missing.isEmpty();
    }
}
