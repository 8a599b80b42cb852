package org.tongqu.platform.front.drafting.web;

import java.util.List;
import java.util.Locale;
import org.tongqu.design.Texts;
import org.tongqu.engines.packs.reading.PackProblem;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.front.drafting.web.DraftPage.Finding;
import org.tongqu.platform.operate.web.Said;

/** What the checker found, for people and for the modeler. */
record Findings(Texts texts, String file) {

    /** Of these the elements are told first; all others are told with their file. */
    private static final String IN_PROCESS = "process-problem";

    List<Finding> list(List<PackProblem> problems) {
        return problems.stream().map(this::finding).toList();
    }

    private Finding finding(PackProblem problem) {
        var isHere = problem.file().equals(file);
        var element =
                isHere && problem.code().equals(IN_PROCESS) ? problem.args().getFirst() : "";
        var line = String.valueOf(problem.line());
        var where = element.isEmpty()
                ? isHere ? texts.say("drafting.line", line) : texts.say("drafting.line.of", problem.file(), line)
                : texts.say("drafting.line.element", element, line);
        var language = Said.language(texts);
        return new Finding(
                element,
                where,
                problem.severity().name().toLowerCase(Locale.ROOT),
                problem.text(language),
                problem.fix(language));
    }

    static Datum json(List<Finding> findings) {
        List<Datum> all = findings.stream()
                .<Datum>map(finding -> Datum.empty()
                        .with("element", Datum.of(finding.element()))
                        .with("where", Datum.of(finding.where()))
                        .with("severity", Datum.of(finding.severity()))
                        .with("text", Datum.of(finding.text()))
                        .with("fix", Datum.of(finding.fix())))
                .toList();
        return Datum.of(all);
    }
}
