package org.tongqu.platform.front.portal.web.services;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.engines.cases.process.Node.UserTask;
import org.tongqu.engines.cases.process.Performer;
import org.tongqu.engines.packs.Pack;
import org.tongqu.engines.packs.Role;
import org.tongqu.platform.front.portal.web.Limits;
import org.tongqu.platform.operate.web.Said;

/** What each body does in a service, in the order of its process: what, who, in which post, within which limit. */
@Component
class ItemSteps {

    private final ServiceCards cards;

    ItemSteps(ServiceCards cards) {
        this.cards = cards;
    }

    DataTable table(Texts texts, Pack pack, String caption) {
        var columns = List.of(
                Column.of(texts.say("portal.steps.what")),
                Column.of(texts.say("portal.steps.office")),
                Column.of(texts.say("portal.steps.limit")));
        var rows = new ArrayList<Row>();
        for (var task : pack.process().userTasks()) {
            if (task.performer() instanceof Performer.Role(var code)) {
                rows.add(row(texts, pack, task, code, rows.size() + 1));
            }
        }
        return new DataTable(texts, caption, columns, rows, EmptyState.of(texts.say("portal.steps.none"), ""), "");
    }

    private Row row(Texts texts, Pack pack, UserTask task, String role, int place) {
        var body = task.organisation().isEmpty() ? pack.owner() : task.organisation();
        return Row.of(
                new Cell.Words(texts.say(
                        "portal.life.part", place, Said.in(texts, pack.texts().task(task.id())))),
                new Cell.TwoLines(
                        cards.office(texts, body),
                        pack.findRole(role)
                                .map(Role::label)
                                .map(label -> Said.in(texts, label))
                                .orElse("")),
                new Cell.Words(
                        task.limit().map(limit -> Limits.say(texts, limit)).orElse("")));
    }
}
