package org.tongqu.engines.packs.reading;

import java.util.List;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.CounterCheck;
import org.tongqu.engines.packs.reading.PackProblem.Severity;

/**
 * What came of reading packs of comparisons.
 *
 * @param jobs those of all files, when nothing is wrong anywhere
 * @param checks as the jobs
 * @param problems files are named from the folder that was given
 */
public record ComparisonReading(List<ComparisonJob> jobs, List<CounterCheck> checks, List<PackProblem> problems) {

    public ComparisonReading {
        jobs = List.copyOf(jobs);
        checks = List.copyOf(checks);
        problems = List.copyOf(problems);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
