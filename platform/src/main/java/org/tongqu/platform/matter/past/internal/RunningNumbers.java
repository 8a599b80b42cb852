package org.tongqu.platform.matter.past.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tongqu.kernel.time.WorkingCalendar;
import org.tongqu.platform.matter.decisions.Decision;
import org.tongqu.platform.matter.decisions.DecisionLoad;
import org.tongqu.platform.matter.decisions.DecisionLoad.Made;
import org.tongqu.platform.trust.directory.Organisation;

/** Gives the decisions that bear no number yet the next ones of their organisation and year; none is left out. */
final class RunningNumbers {

    private final Map<Series, Integer> last = new HashMap<>();

    private record Series(String organisation, int year) {}

    RunningNumbers(List<DecisionLoad.Used> used) {
        used.forEach(one -> last.put(new Series(one.organisation(), one.year()), one.last()));
    }

    List<Made> given(List<Made> decisions, Function<String, Organisation> organisations) {
        var given = new ArrayList<Made>();
        decisions.stream()
                .sorted(Comparator.comparing(made -> made.decision().at()))
                .forEach(made -> given.add(made.decision().number().isEmpty() ? numbered(made, organisations) : made));
        return given;
    }

    private Made numbered(Made made, Function<String, Organisation> organisations) {
        var before = made.decision();
        int year = before.at().atZone(WorkingCalendar.ZONE).getYear();
        int running = last.merge(new Series(before.organisation(), year), 1, Integer::sum);
        var number =
                DecisionLoad.number(organisations.apply(before.organisation()).name(), year, running);
        var decision = new Decision(
                before.caseId(),
                before.receipt(),
                number,
                before.packId(),
                before.organisation(),
                before.outcome(),
                before.grounds(),
                before.by(),
                before.at());
        return new Made(decision, made.taskId(), made.lines());
    }

    List<DecisionLoad.Used> used() {
        return last.entrySet().stream()
                .map(series -> new DecisionLoad.Used(
                        series.getKey().organisation(), series.getKey().year(), series.getValue()))
                .toList();
    }
}
