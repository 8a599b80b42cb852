package org.tongqu.platform.matter.studio.web;

import java.util.List;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.engines.packs.reading.PackProblem;
import org.tongqu.engines.packs.reading.PackProblem.Severity;
import org.tongqu.platform.matter.studio.FileFault;
import org.tongqu.platform.operate.web.Said;

/** Everything that is wrong with what was sent, as a table with file and line. */
final class Problems {

    private Problems() {}

    static DataTable ofFiles(Texts texts, List<FileFault> faults) {
        return table(
                texts,
                faults.stream()
                        .map(fault -> row(
                                texts,
                                fault.file(),
                                fault.line(),
                                Severity.ERROR,
                                texts.say("studio.file." + fault.why().key(), fault.detail()),
                                texts.say("studio.file." + fault.why().key() + ".fix", fault.detail())))
                        .toList());
    }

    static DataTable ofPack(Texts texts, List<PackProblem> problems) {
        var language = Said.language(texts);
        return table(
                texts,
                problems.stream()
                        .map(problem -> row(
                                texts,
                                problem.file(),
                                problem.line(),
                                problem.severity(),
                                problem.text(language),
                                problem.fix(language)))
                        .toList());
    }

    private static DataTable table(Texts texts, List<Row> rows) {
        return new DataTable(
                texts,
                texts.say("studio.problems", rows.size()),
                Stream.of("file", "line", "severity", "text", "fix")
                        .map(name -> Column.of(texts.say("studio.problem." + name)))
                        .toList(),
                rows,
                EmptyState.of(texts.say("studio.none"), ""),
                "");
    }

    private static Row row(Texts texts, String file, int line, Severity severity, String text, String fix) {
        var lamp = severity == Severity.ERROR
                ? new Lamp(Light.LATE, texts.say("studio.problem.error"))
                : new Lamp(Light.SOON, texts.say("studio.problem.warning"));
        return Row.of(
                new Cell.Words(file),
                new Cell.Words(line == 0 ? "–" : String.valueOf(line)),
                new Cell.Lit(lamp),
                new Cell.Words(text),
                new Cell.Words(fix));
    }
}
