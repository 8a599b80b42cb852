package org.tongqu.platform.front.desk.web.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.NumberField;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.Timeline;
import org.tongqu.design.view.Timeline.Step;
import org.tongqu.platform.matter.intake.ReceiptNumber;
import org.tongqu.platform.matter.supervision.Order;
import org.tongqu.platform.matter.supervision.OrderFile;
import org.tongqu.platform.matter.supervision.OrderStep;
import org.tongqu.platform.operate.web.Said;

/** Tells how an order stands. */
record OrderTelling(PageFrame frame, OrderFile file, OrderWords words, Instant now) {

    private static final int WORDS = 1000;

    OrderFilePage page() {
        var order = file.order();
        var heading = texts().say("supervision.order.heading", order.number());
        return new OrderFilePage(
                frame.titled(heading)
                        .at(
                                "orders",
                                Breadcrumbs.of(
                                        new Crumb(texts().say("supervision.orders"), "/desk/supervision/orders"),
                                        new Crumb(heading, ""))),
                heading,
                words.lamp(order, now),
                turn(order),
                new KeyFacts(facts(order)),
                new Timeline(texts(), steps()),
                forms(order),
                ways(order));
    }

    private String turn(Order order) {
        return switch (order.state()) {
            case ISSUED, RETURNED ->
                texts().say(
                                "supervision.order.turn.office",
                                words.office(order.to().addressed()),
                                texts().until(order.term().dueAt()));
            case ANSWERED -> texts().say("supervision.order.turn.supervisor");
            case CLOSED -> texts().say("supervision.order.turn.nobody");
        };
    }

    private List<Fact> facts(Order order) {
        var about = order.about();
        return List.of(
                fact("about", Said.in(texts(), about.label())).leadingTo(thing(order)),
                isOfCase(order)
                        ? Fact.of(texts().say("desk.evidence.receipt"), about.receipt() + " " + about.title())
                                .leadingTo("/desk/cases/" + about.caseId())
                        : Fact.of(texts().say("supervision.duty.number"), about.receipt() + " " + about.title()),
                fact("office", words.office(order.to().organisation())),
                fact("demand", order.demand().words()),
                fact(
                        "issued",
                        texts().say(
                                        "supervision.order.by",
                                        order.demand().byName(),
                                        texts().moment(order.demand().at()))),
                fact("due", texts().until(order.term().dueAt()))
                        .noting(texts().say(
                                        "supervision.order.days",
                                        String.valueOf(order.demand().days()),
                                        order.term().edition())));
    }

    private static String thing(Order order) {
        var thing = order.about().thing();
        return thing.startsWith("finding:")
                ? "/desk/supervision/findings/" + thing.substring("finding:".length())
                : "/desk/supervision/clocks/" + order.about().caseId() + "/" + thing.substring("clock:".length());
    }

    private Fact fact(String name, String value) {
        return Fact.of(texts().say("supervision.order." + name), value);
    }

    private List<Step> steps() {
        return file.steps().stream().map(this::step).toList();
    }

    private Step step(OrderStep step) {
        var kind = step.kind().name().toLowerCase(Locale.ROOT);
        var title = texts().say("supervision.order.step." + kind, words.office(step.addressed()));
        var by = step.by().name().isEmpty()
                ? texts().say("desk.story.system")
                : step.by().name();
        var said = step.words().isEmpty() ? "" : step.words();
        var due = step.dueAt()
                .map(at -> texts().say("supervision.order.step.due", texts().until(at)))
                .orElse("");
        return Step.done(title, by, texts().moment(step.at())).saying((said + " " + due).strip());
    }

    private List<FormPage> forms(Order order) {
        var forms = new ArrayList<FormPage>();
        if (file.may().contains(OrderFile.May.ANSWER)) {
            forms.add(form(order, "answer", List.of(area(question("answer")))));
        }
        if (file.may().contains(OrderFile.May.JUDGE)) {
            forms.add(form(order, "accept", List.of(area(question("accept").optional()))));
            forms.add(form(order, "return", List.of(area(question("return")), days(texts(), "3"))));
        }
        return forms;
    }

    private FormPage form(Order order, String act, List<Field> fields) {
        var address = "/desk/supervision/orders/" + order.id() + "/" + act;
        var button = texts().say("supervision.order." + act + ".send");
        return FormPage.of(
                texts(),
                "",
                FormPage.Send.to(address, frame.csrf()),
                fields,
                act.equals("return") ? Button.plain(button) : Button.main(button));
    }

    private Question question(String act) {
        var name = act.equals("return") ? "again" : "words";
        return Question.of(texts(), name, texts().say("supervision.order." + act + ".words"));
    }

    private static Field area(Question question) {
        return new TextArea(question, "", 4, WORDS);
    }

    static Field days(Texts texts, String value) {
        return new NumberField(
                Question.of(texts, "days", texts.say("supervision.order.days.ask"))
                        .hint(texts.say("supervision.order.days.hint")),
                value,
                texts.say("desk.unit.working_days"),
                NumberField.Digits.WHOLE);
    }

    /** What an office owes beside its cases has a number, but no receipt. */
    private static boolean isOfCase(Order order) {
        return ReceiptNumber.parse(order.about().receipt()).isPresent();
    }

    private List<ButtonLink> ways(Order order) {
        if (!isOfCase(order)) {
            return List.of(ButtonLink.plain(texts().say("supervision.order.to-evidence"), thing(order)));
        }
        return List.of(
                ButtonLink.plain(texts().say("supervision.order.to-evidence"), thing(order)),
                ButtonLink.plain(
                        texts().say("desk.evidence.to-case"),
                        "/desk/cases/" + order.about().caseId()));
    }

    private Texts texts() {
        return frame.texts();
    }
}
