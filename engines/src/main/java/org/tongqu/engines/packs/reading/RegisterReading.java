package org.tongqu.engines.packs.reading;

import java.util.List;
import org.tongqu.engines.packs.reading.PackProblem.Severity;
import org.tongqu.engines.registers.Register;

/**
 * What came of reading packs of registers.
 *
 * @param registers those of files without errors, when nothing is wrong between them either
 * @param problems files are named from the folder that was given
 */
public record RegisterReading(List<Register> registers, List<PackProblem> problems) {

    public RegisterReading {
        registers = List.copyOf(registers);
        problems = List.copyOf(problems);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
