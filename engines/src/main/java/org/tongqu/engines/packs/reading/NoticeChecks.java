package org.tongqu.engines.packs.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.packs.FactField;
import org.tongqu.engines.packs.KnownFacts;
import org.tongqu.engines.packs.Notice;
import org.tongqu.engines.packs.Notice.Point;
import org.tongqu.engines.schema.Property.Sensitivity;

/** Notices speak of points a case can come to, and say nothing that should not travel. */
final class NoticeChecks {

    private final Parts parts;
    private final Problems problems;

    NoticeChecks(Parts parts, Problems problems) {
        this.parts = parts;
        this.problems = problems;
    }

    void check() {
        for (var notice : parts.notices().notices()) {
            point(notice);
            for (var value : notice.values()) {
                value(value, parts.notices().spot(notice.id() + ".values." + value.name()));
            }
        }
    }

    private void point(Notice notice) {
        var process = parts.process().process();
        var spot = parts.notices().spot(notice.id() + ".when");
        var tasks = process.userTasks().stream().map(Node.UserTask::id).toList();
        switch (notice.at()) {
            case Point.Opened opened -> {}
            case Point.Reached(var task) -> named(task, tasks, spot);
            case Point.Completed(var task, var outcome) -> {
                named(task, tasks, spot);
                if (process.findNode(task).orElse(null) instanceof Node.UserTask node) {
                    named(outcome, new LinkedHashSet<>(node.outcomeCodes()), spot);
                }
            }
            case Point.Ended(var result) -> {
                var results = new TreeSet<>(process.results());
                results.add(ProcessChecks.WITHDRAWN);
                named(result, results, spot);
            }
        }
    }

    private void named(String name, Collection<String> known, Spot spot) {
        if (!known.contains(name)) {
            problems.error(spot, "notice-point", name, Nearest.to(name, known));
        }
    }

    private void value(FactField value, Spot spot) {
        var sensitivity = KnownFacts.findForNotice(parts.schema(), value.from());
        if (sensitivity.isEmpty()) {
            List<String> all = new ArrayList<>();
            KnownFacts.ofEveryCase().forEach(all::add);
            KnownFacts.ofEveryNotice().forEach(all::add);
            parts.schema().properties().keySet().forEach(name -> all.add("answers." + name));
            problems.error(spot, "fact-unknown", value.from(), Nearest.to(value.from(), all));
        } else if (sensitivity.get().compareTo(Sensitivity.PERSONAL) >= 0 && value.show() != FactField.Show.MASKED) {
            problems.error(spot, "notice-personal", value.from());
        }
    }
}
