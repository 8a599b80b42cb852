package org.tongqu.engines.packs.reading;

import java.util.List;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.reading.PackProblem.Severity;

/**
 * What came of reading one folder or many.
 *
 * @param packs those without errors
 * @param problems of all folders; files are named from the folder that was given
 */
public record PackReading(List<Pack> packs, List<PackProblem> problems) {

    public PackReading {
        packs = List.copyOf(packs);
        problems = List.copyOf(problems);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
