package org.tongqu.platform.matter.hall.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Select;
import org.tongqu.design.form.TextField;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.platform.matter.hall.Counter;
import org.tongqu.platform.matter.hall.HallPlan;
import org.tongqu.platform.matter.hall.ServiceWindow;
import org.tongqu.platform.matter.hall.Ticket;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.web.Said;

/** The page of a window at which somebody sits. */
@Component
class WindowScreen {

    private static final int NEXT = 20;

    private final Counter counter;
    private final ServiceCatalogue catalogue;

    WindowScreen(Counter counter, ServiceCatalogue catalogue) {
        this.counter = counter;
        this.catalogue = catalogue;
    }

    WindowPage page(PageFrame frame, HallPlan plan, ServiceWindow window) {
        var texts = frame.texts();
        var here = counter.at(window);
        var heading = Said.in(texts, plan.hall().name()) + " · " + texts.say("hall.window", window.number());
        return new WindowPage(
                frame.titled(heading).at("hall", Breadcrumbs.none()),
                heading,
                texts.say("hall.window." + window.state().code()),
                here.map(ticket -> here(texts, plan, ticket)),
                acts(texts, window, here.map(Ticket::state).orElse(Ticket.State.SERVED)),
                here.filter(ticket -> ticket.state() == Ticket.State.SERVING)
                        .map(ticket -> elsewhere(texts, plan, window))
                        .orElseGet(List::of),
                here.filter(ticket -> ticket.state() == Ticket.State.SERVING).map(ticket -> help(frame)),
                waiting(texts, plan, counter.waitingFor(window, NEXT)),
                List.of(
                        ButtonLink.quiet(
                                texts.say("hall.screen"),
                                "/halls/" + plan.hall().code() + "/screen"),
                        ButtonLink.quiet(
                                texts.say("hall.draw"), "/halls/" + plan.hall().code() + "/kiosk")));
    }

    private static WindowPage.Here here(Texts texts, HallPlan plan, Ticket ticket) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(
                texts.say("hall.column.line"),
                Said.in(texts, plan.line(ticket.line()).name())));
        facts.add(Fact.of(texts.say("hall.taken"), texts.moment(ticket.times().taken())));
        facts.add(Fact.of(
                texts.say("hall.booked"),
                texts.say(ticket.appointment().isPresent() ? "hall.booked.yes" : "hall.booked.no")));
        ticket.times()
                .called()
                .ifPresent(called -> facts.add(Fact.of(texts.say("hall.called"), texts.moment(called))
                        .noting(texts.say("hall.calls", ticket.at().calls()))));
        ticket.times()
                .started()
                .ifPresent(started -> facts.add(Fact.of(texts.say("hall.started"), texts.moment(started))));
        return new WindowPage.Here(
                ticket.label(), texts.say("hall.here." + ticket.state().code()), new KeyFacts(facts));
    }

    /** @param here the state of whoever stands there; {@code SERVED} when nobody does */
    private static List<Button> acts(Texts texts, ServiceWindow window, Ticket.State here) {
        return switch (here) {
            case CALLED ->
                List.of(
                        act(Button.main(texts.say("hall.act.start")), "start").onKey("s"),
                        act(Button.plain(texts.say("hall.act.again")), "again").onKey("r"),
                        act(Button.grave(texts.say("hall.act.miss")), "miss"));
            case SERVING ->
                List.of(act(Button.main(texts.say("hall.act.finish")), "finish").onKey("f"));
            case WAITING, SERVED, MISSED, LEFT ->
                window.state() == ServiceWindow.State.PAUSED
                        ? List.of(
                                act(Button.main(texts.say("hall.act.resume")), "resume"),
                                act(Button.quiet(texts.say("hall.act.leave")), "leave"))
                        : List.of(
                                act(Button.main(texts.say("hall.act.next")), "next")
                                        .onKey("n"),
                                act(Button.plain(texts.say("hall.act.pause")), "pause"),
                                act(Button.quiet(texts.say("hall.act.leave")), "leave"));
        };
    }

    private static Button act(Button button, String act) {
        return button.sending("act", act);
    }

    private FormPage help(PageFrame frame) {
        var texts = frame.texts();
        var services = catalogue.items().stream()
                .map(item -> Choice.of(item.packId(), Said.in(texts, item.title())))
                .toList();
        return FormPage.of(
                texts,
                "",
                FormPage.Send.to("/desk/hall/help", frame.csrf()),
                List.of(
                        new TextField(
                                Question.of(texts, "number", texts.say("hall.help.number"))
                                        .hint(texts.say("hall.help.number.hint")),
                                "",
                                TextField.Kind.CITIZEN_NUMBER,
                                18),
                        new TextField(
                                Question.of(texts, "name", texts.say("hall.help.name")), "", TextField.Kind.PERSON, 40),
                        new Select(
                                Question.of(texts, "service", texts.say("hall.help.service")),
                                services,
                                services.isEmpty() ? "" : services.getFirst().value(),
                                "")),
                Button.plain(texts.say("hall.help.begin")));
    }

    private static List<Choice> elsewhere(Texts texts, HallPlan plan, ServiceWindow window) {
        return plan.windows().stream()
                .filter(other -> other.number() != window.number())
                .map(other -> Choice.of(String.valueOf(other.number()), texts.say("hall.window", other.number())))
                .toList();
    }

    private static DataTable waiting(Texts texts, HallPlan plan, List<Ticket> next) {
        var rows = next.stream()
                .map(ticket -> Row.of(
                        new Cell.Words(ticket.label()),
                        new Cell.Words(Said.in(texts, plan.line(ticket.line()).name())),
                        new Cell.Words(Words.time(ticket.times().taken())),
                        new Cell.Words(
                                ticket.appointment().isPresent()
                                        ? texts.say("hall.booked.yes")
                                        : ticket.at().target().isPresent() ? texts.say("hall.sent-on") : "")))
                .toList();
        var columns = List.of(
                Column.of(texts.say("hall.ticket")),
                Column.of(texts.say("hall.column.line")),
                Column.of(texts.say("hall.taken")),
                Column.of(texts.say("hall.column.first")));
        return new DataTable(
                texts,
                texts.say("hall.next.up"),
                columns,
                rows,
                EmptyState.of(texts.say("hall.next.up.none"), texts.say("hall.next.up.none.text")),
                "");
    }
}
