package org.tongqu.platform.front.desk.web.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.platform.matter.casework.Recount;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** Tells which open cases an imported calendar gave another day. */
record RecountTelling(Texts texts, Recount recount, Directory directory) {

    CalendarPage.Recounted page(Recount.Page page, Predicate<Recount.Changed> opens) {
        return new CalendarPage.Recounted(say("title", recount.edition()), new KeyFacts(facts()), table(page, opens));
    }

    private List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(
                say("progress"),
                recount.endedAt()
                        .map(ended -> say("finished", texts.number(recount.seen()), texts.moment(ended)))
                        .orElseGet(() -> say("going", texts.number(recount.seen()), texts.number(recount.cases())))));
        facts.add(Fact.of(say("changed"), texts.number(recount.changed())));
        if (recount.kept() > 0) {
            facts.add(Fact.of(say("kept"), say("kept.text", texts.number(recount.kept()))));
        }
        return facts;
    }

    private DataTable table(Recount.Page page, Predicate<Recount.Changed> opens) {
        var columns = Stream.of("receipt", "organisation", "clock", "before", "now")
                .map(name -> Column.of(say("column." + name)))
                .toList();
        return new DataTable(
                texts,
                say("caption"),
                columns,
                page.rows().stream().map(row -> row(row, opens.test(row))).toList(),
                EmptyState.of(say("none"), say("none.text")),
                page.next().map(cursor -> "/desk/calendar?after=" + cursor).orElse(""));
    }

    private Row row(Recount.Changed row, boolean opens) {
        var receipt =
                opens ? new Cell.Opens(row.receipt(), "/desk/cases/" + row.caseId()) : new Cell.Words(row.receipt());
        return Row.of(
                receipt,
                new Cell.Words(Said.in(
                        texts, directory.findOrganisation(row.organisation()).map(office -> office.name()))),
                new Cell.Words(Said.in(texts, row.clock())),
                new Cell.Words(texts.until(row.dueBefore())),
                new Cell.Words(texts.until(row.dueNow())));
    }

    private String say(String key, Object... arguments) {
        return texts.say("desk.recount." + key, arguments);
    }
}
