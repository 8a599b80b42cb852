package org.tongqu.platform.front.desk.web.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.Timeline;
import org.tongqu.design.view.Timeline.Step;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.supervision.Level;
import org.tongqu.platform.matter.supervision.FindingRow;
import org.tongqu.platform.matter.supervision.FoundEvidence;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** Tells what a rule found, from the events alone. */
record FindingTelling(PageFrame frame, SignedIn.Officer officer, FoundEvidence found, Directory directory) {

    FindingEvidencePage page() {
        var row = found.row();
        var heading = texts().say(
                        "desk.evidence.heading",
                        Said.in(texts(), row.label()),
                        row.matter().title());
        return new FindingEvidencePage(
                frame.titled(heading).at("findings", ClocksController.crumbs(texts(), heading)),
                heading,
                RuleWords.lamp(texts(), row),
                found.rule().map(rule -> Said.in(texts(), rule.head().why())).orElse(""),
                new KeyFacts(facts()),
                new Timeline(texts(), steps()),
                ways(row));
    }

    private List<ButtonLink> ways(FindingRow row) {
        var order = "finding=" + row.id();
        return found.duty()
                .map(duty -> Ways.from(texts(), officer, order, duty))
                .orElseGet(() -> Ways.from(
                        texts(),
                        officer,
                        new Ways.Place(
                                "/desk/supervision/findings/" + row.id(),
                                order,
                                row.matter().caseId())));
    }

    private List<Fact> facts() {
        var row = found.row();
        var facts = new ArrayList<Fact>();
        facts.add(found.duty()
                .map(duty -> Fact.of(texts().say("supervision.duty.number"), duty.number())
                        .leadingTo(duty.href()))
                .orElseGet(() -> Fact.of(
                                texts().say("desk.evidence.receipt"),
                                row.matter().receipt())
                        .leadingTo("/desk/cases/" + row.matter().caseId())));
        found.duty().ifPresent(duty -> {
            facts.add(Fact.of(
                    texts().say("supervision.duty.since"),
                    texts().moment(duty.term().since())));
            facts.add(Fact.of(
                    texts().say("supervision.duty.due"),
                    texts().until(duty.term().dueAt())));
        });
        facts.add(Fact.of(
                texts().say("desk.evidence.organisation"),
                Said.in(
                        texts(),
                        directory.findOrganisation(row.organisation()).map(organisation -> organisation.name()))));
        found.rule().ifPresent(rule -> {
            facts.add(Fact.of(texts().say("supervision.rule.finds"), RuleWords.finds(texts(), rule)));
            facts.add(Fact.of(
                    texts().say("desk.evidence.basis"),
                    Said.in(texts(), rule.head().basis())));
        });
        row.times().yellowAt().ifPresent(at -> facts.add(since(Level.YELLOW, texts().moment(at))));
        row.times().redAt().ifPresent(at -> facts.add(since(Level.RED, texts().moment(at))));
        row.times()
                .settledAt()
                .ifPresent(at -> facts.add(Fact.of(texts().say("supervision.duty.done"), texts().moment(at))));
        return facts;
    }

    private Fact since(Level level, String at) {
        return Fact.of(texts().say("supervision.finding.since", RuleWords.word(texts(), level)), at);
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (var line : found.lines()) {
            var event = line.event();
            var name = name(event).map(key -> texts().say(key)).orElseGet(() -> texts().say("supervision.event.other"));
            var title = texts().say("supervision.event", String.valueOf(line.number()), name);
            var step = Step.done(title, by(event), texts().moment(event.at()));
            var told = told(event);
            steps.add(line.hit() ? step.saying(texts().say("supervision.event.hit", told)) : step.saying(told));
        }
        return steps;
    }

    private static Optional<String> name(CaseEvent event) {
        var known = switch (event) {
            case CaseEvent.ClockStarted e -> "desk.evidence.event.started";
            case CaseEvent.ClockStopped e -> "desk.evidence.event.stopped";
            case CaseEvent.ClockResumed e -> "desk.evidence.event.resumed";
            case CaseEvent.ClockEnded e -> "desk.evidence.event.ended";
            case CaseEvent.ClockReopened e -> "desk.evidence.event.reopened";
            case CaseEvent.ClockRecounted e -> "desk.evidence.event.recounted";
            case CaseEvent.ClockProlonged e -> "desk.evidence.event.prolonged";
            case CaseEvent.TaskOpened e -> "desk.evidence.event.opened";
            case CaseEvent.TaskClaimed e -> "desk.evidence.event.claimed";
            case CaseEvent.TaskTransferred e -> "desk.evidence.event.transferred";
            case CaseEvent.TaskCompleted e -> "desk.evidence.event.completed";
            case CaseEvent.TaskCancelled e -> "desk.evidence.event.cancelled";
            case CaseEvent.SupplementAsked e -> "supervision.event.supplement";
            case CaseEvent.CaseEnded e -> "supervision.event.ended";
            default -> "";
        };
        return Optional.of(known).filter(key -> !key.isEmpty());
    }

    private String by(CaseEvent event) {
        return switch (event) {
            case CaseEvent.TaskClaimed e -> e.byName();
            case CaseEvent.TaskTransferred e -> e.byName();
            case CaseEvent.TaskCompleted e -> e.byName();
            case CaseEvent.SupplementAsked e -> e.byName();
            case CaseEvent.ClockProlonged e -> e.byName();
            default -> texts().say("desk.story.system");
        };
    }

    /** The words that were written, where there are any, or until when it was counted. */
    private String told(CaseEvent event) {
        return switch (event) {
            case CaseEvent.TaskCompleted e ->
                e.reason().isBlank()
                        ? texts().say("supervision.event.no-words")
                        : texts().say("supervision.event.words", e.reason());
            case CaseEvent.SupplementAsked e -> texts().say("supervision.event.words", e.why());
            case CaseEvent.ClockStopped e ->
                e.cause()
                        .map(stop -> texts().say(
                                        "supervision.event.stop",
                                        stop.why().isEmpty() ? "–" : stop.why(),
                                        stop.basis().isEmpty() ? "–" : stop.basis()))
                        .orElse("");
            case CaseEvent.ClockStarted e -> until(e.dueAt());
            case CaseEvent.ClockResumed e -> until(e.dueAt());
            case CaseEvent.ClockRecounted e -> until(e.dueAt());
            case CaseEvent.ClockProlonged e -> until(e.dueAt());
            default -> "";
        };
    }

    private String until(Instant due) {
        return texts().say("supervision.event.until", texts().until(due));
    }

    private Texts texts() {
        return frame.texts();
    }
}
