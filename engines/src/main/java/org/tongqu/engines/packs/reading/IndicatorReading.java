package org.tongqu.engines.packs.reading;

import java.util.List;
import org.tongqu.engines.packs.reading.PackProblem.Severity;
import org.tongqu.engines.statistics.Topic;

/**
 * What came of reading packs of indicators.
 *
 * @param topics those of all files, when nothing is wrong anywhere
 * @param problems files are named from the folder that was given
 */
public record IndicatorReading(List<Topic> topics, List<PackProblem> problems) {

    public IndicatorReading {
        topics = List.copyOf(topics);
        problems = List.copyOf(problems);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
