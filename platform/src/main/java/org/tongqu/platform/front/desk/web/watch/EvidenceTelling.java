package org.tongqu.platform.front.desk.web.watch;

import java.util.ArrayList;
import java.util.List;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.Timeline;
import org.tongqu.design.view.Timeline.Step;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.platform.front.answers.Said;
import org.tongqu.platform.front.desk.web.Lamps;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.matter.supervision.ClockRow;
import org.tongqu.platform.matter.supervision.Evidence;
import org.tongqu.platform.trust.directory.Directory;

/** Tells why a lamp is what it is, from the events alone. */
record EvidenceTelling(PageFrame frame, Evidence evidence, Directory directory, ServiceCatalogue catalogue) {

    EvidencePage page() {
        var row = evidence.row();
        var heading = texts().say("desk.evidence.heading", Said.in(texts(), row.label()), row.title());
        return new EvidencePage(
                frame.titled(heading).at("clocks", ClocksController.crumbs(texts(), heading)),
                heading,
                Lamps.shown(texts(), row.lamp()),
                why(row),
                new KeyFacts(facts(row)),
                new Timeline(texts(), steps()),
                ButtonLink.plain(texts().say("desk.evidence.to-case"), "/desk/cases/" + row.caseId()));
    }

    private String why(ClockRow row) {
        var run = row.run();
        if (run.onTime().isPresent()) {
            var key = run.onTime().get() ? "on-time" : "late";
            return texts().say("desk.evidence.why." + key, Lamps.until(texts(), run.dueAt()));
        }
        return switch (row.lamp()) {
            case GREEN -> texts().say("desk.evidence.why.green", texts().moment(run.warnAt()));
            case YELLOW -> texts().say("desk.evidence.why.yellow", texts().moment(run.warnAt()));
            case RED -> texts().say("desk.evidence.why.red", Lamps.until(texts(), run.dueAt()));
            case STOPPED, NONE -> texts().say("desk.evidence.why.stopped");
        };
    }

    private List<Fact> facts(ClockRow row) {
        var facts = new ArrayList<Fact>();
        facts.add(fact("receipt", row.receipt()).leadingTo("/desk/cases/" + row.caseId()));
        facts.add(fact(
                "organisation",
                Said.in(
                        texts(),
                        directory.findOrganisation(row.organisation()).map(organisation -> organisation.name()))));
        catalogue
                .findPack(row.packId())
                .flatMap(pack -> pack.clocks().find(row.clock()))
                .ifPresent(rule -> {
                    facts.add(fact(
                            "limit",
                            texts().say(
                                            "desk.limit."
                                                    + rule.limit().unit().name().toLowerCase(java.util.Locale.ROOT),
                                            rule.limit().amount())));
                    if (!rule.basis().isEmpty()) {
                        facts.add(fact("basis", rule.basis()));
                    }
                });
        facts.add(fact("started", texts().moment(row.run().startedAt())));
        facts.add(fact("warn", texts().moment(row.run().warnAt())));
        facts.add(fact("due", Lamps.until(texts(), row.run().dueAt())));
        row.run().endedAt().ifPresent(end -> facts.add(fact("ended", texts().moment(end))));
        return facts;
    }

    private Fact fact(String name, String value) {
        return Fact.of(texts().say("desk.evidence." + name), value);
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < evidence.events().size(); i++) {
            var event = evidence.events().get(i);
            var cause = evidence.causes().get(i);
            steps.add(Step.done(
                            texts().say("desk.evidence.event." + name(event)),
                            cause.byName().isEmpty() ? texts().say("desk.story.system") : cause.byName(),
                            texts().moment(event.at()))
                    .saying(calendar(event)));
        }
        return steps;
    }

    private String calendar(CaseEvent event) {
        return switch (event) {
            case CaseEvent.ClockStarted e ->
                texts().say("desk.evidence.computed", Lamps.until(texts(), e.dueAt()), e.calendarEdition());
            case CaseEvent.ClockResumed e ->
                texts().say("desk.evidence.computed", Lamps.until(texts(), e.dueAt()), e.calendarEdition());
            case CaseEvent.ClockRecounted e ->
                texts().say("desk.evidence.computed", Lamps.until(texts(), e.dueAt()), e.calendarEdition());
            case CaseEvent.ClockStopped e -> e.cause().map(stop -> stop.basis()).orElse("");
            default -> "";
        };
    }

    private static String name(CaseEvent event) {
        return switch (event) {
            case CaseEvent.ClockStarted e -> "started";
            case CaseEvent.ClockStopped e -> "stopped";
            case CaseEvent.ClockResumed e -> "resumed";
            case CaseEvent.ClockReopened e -> "reopened";
            case CaseEvent.ClockRecounted e -> "recounted";
            default -> "ended";
        };
    }

    private Texts texts() {
        return frame.texts();
    }
}
