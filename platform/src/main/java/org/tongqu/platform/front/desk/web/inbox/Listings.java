package org.tongqu.platform.front.desk.web.inbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FilterBar.Filter;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Tabs;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Mark;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.LampCounts;
import org.tongqu.platform.front.desk.web.Lamps;
import org.tongqu.platform.matter.casework.Inbox;
import org.tongqu.platform.matter.casework.InboxFilter.State;
import org.tongqu.platform.matter.casework.Lamp;
import org.tongqu.platform.matter.services.ItemSummary;
import org.tongqu.platform.operate.web.Said;

/** Puts an inbox on the page. */
record Listings(Texts texts, InboxQuery query, List<ItemSummary> items) {

    private static final List<Lamp> LAMPS = List.of(Lamp.RED, Lamp.YELLOW, Lamp.GREEN, Lamp.STOPPED);

    InboxPage.Listing of(Inbox inbox) {
        return new InboxPage.Listing(tabs(inbox), lamps(inbox), filters(), table(inbox), pages(inbox));
    }

    private Tabs tabs(Inbox inbox) {
        var tabs = Arrays.stream(State.values())
                .map(state -> new Tabs.Tab(
                        InboxQuery.code(state),
                        texts.say("desk.inbox.state." + InboxQuery.code(state)),
                        query.in(state).address(),
                        number(inbox.counts().of(state), state)))
                .toList();
        return new Tabs(texts.say("desk.inbox.tabs"), tabs, InboxQuery.code(query.chosenState()));
    }

    private String number(long counted, State state) {
        return state == State.DONE && counted > Inbox.Counts.MOST_DONE
                ? texts.number(Inbox.Counts.MOST_DONE) + "+"
                : texts.number(counted);
    }

    private LampCounts lamps(Inbox inbox) {
        var counts = LAMPS.stream()
                .map(lamp -> new LampCounts.Count(
                        Lamps.shown(texts, lamp),
                        number(inbox.counts().of(lamp), query.chosenState()),
                        query.lit(lamp).address()))
                .toList();
        return new LampCounts(texts.say("desk.inbox.lamps"), counts);
    }

    private FilterBar filters() {
        var filter = query.filter();
        var all = texts.say("desk.inbox.all");
        var services = items.stream()
                .map(item -> Choice.of(item.packId(), Said.in(texts, item.title())))
                .toList();
        var lamps = LAMPS.stream()
                .map(lamp -> Choice.of(InboxQuery.code(lamp), Lamps.word(texts, lamp)))
                .toList();
        List<Filter> filters = List.of(
                new Filter.Words("q", texts.say("desk.inbox.filter.words"), filter.words()),
                new Filter.OneOf(
                        "item",
                        texts.say("desk.inbox.filter.item"),
                        services,
                        filter.packId().orElse(""),
                        all),
                new Filter.OneOf(
                        "lamp",
                        texts.say("desk.inbox.filter.lamp"),
                        lamps,
                        filter.lamp().map(InboxQuery::code).orElse(""),
                        all),
                new Filter.Day(
                                "due",
                                texts.say("desk.inbox.filter.due"),
                                filter.dueBefore().map(Object::toString).orElse(""))
                        .asTyped(texts, query.due()));
        return new FilterBar(
                texts,
                "/desk/inbox",
                filters,
                List.of(new FormPage.Hidden("state", InboxQuery.code(query.chosenState()))),
                stateAlone().address());
    }

    private InboxQuery stateAlone() {
        return new InboxQuery(InboxQuery.code(query.chosenState()), null, null, null, null, null, null);
    }

    private DataTable table(Inbox inbox) {
        var columns = Stream.of("lamp", "matter", "step", "who", "due")
                .map(name -> Column.of(texts.say("desk.inbox.column." + name)))
                .toList();
        var empty = EmptyState.of(texts.say("desk.inbox.empty.title"), texts.say("desk.inbox.empty.text"))
                .offering(ButtonLink.plain(
                        texts.say("desk.inbox.empty.action"), stateAlone().address()));
        return new DataTable(
                texts,
                texts.say("desk.inbox.caption"),
                columns,
                inbox.rows().stream().map(this::row).toList(),
                empty,
                "");
    }

    private Row row(Inbox.Row row) {
        var href = query.opening(row.caseId()).address();
        var isOpen =
                Optional.ofNullable(query.open()).filter(row.caseId()::equals).isPresent();
        return Row.opening(
                        href,
                        new Cell.Lit(Lamps.shown(texts, row.lamp())),
                        new Cell.Opens(row.title(), href),
                        new Cell.TwoLines(
                                row.outcome()
                                        .map(outcome -> Said.in(texts, row.step()) + " · " + Said.in(texts, outcome))
                                        .orElseGet(() -> Said.in(texts, row.step())),
                                row.receipt() + " · " + row.applicantName()),
                        new Cell.Words(row.assigneeName().orElseGet(() -> texts.say("desk.inbox.unclaimed"))),
                        new Cell.Words(row.dueAt()
                                .map(due -> texts.until(due))
                                .orElseGet(() -> texts.say("desk.inbox.no-due"))))
                .marked(isOpen ? Mark.CURRENT : Mark.NONE);
    }

    private Pagination pages(Inbox inbox) {
        var shown = texts.number(inbox.rows().size());
        var all = number(inbox.counts().of(query.chosenState()), query.chosenState());
        return Pagination.of(
                texts,
                query.trail(),
                inbox.next(),
                trail -> query.after(trail).address(),
                texts.say("desk.inbox.total", all, shown));
    }
}
