package org.tongqu.platform.front.desk.web.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.util.UriUtils;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.Timeline;
import org.tongqu.design.view.Timeline.Step;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.RunningClock;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.time.Limit;
import org.tongqu.platform.front.desk.web.Lamps;
import org.tongqu.platform.front.desk.web.Limits;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.matter.supervision.ClockRow;
import org.tongqu.platform.matter.supervision.Evidence;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** Tells why a lamp is what it is, from the events alone. */
record EvidenceTelling(
        PageFrame frame, SignedIn.Officer officer, Evidence evidence, Directory directory, ServiceCatalogue catalogue) {

    EvidencePage page() {
        var row = evidence.row();
        var heading = texts().say("desk.evidence.heading", Said.in(texts(), row.label()), row.title());
        return new EvidencePage(
                frame.titled(heading).at("clocks", ClocksController.crumbs(texts(), heading)),
                heading,
                Lamps.shown(texts(), row.lamp()),
                why(row),
                new KeyFacts(facts(row)),
                ledger(),
                new Timeline(texts(), steps()),
                ways(row));
    }

    private List<ButtonLink> ways(ClockRow row) {
        var here = "/desk/supervision/clocks/" + row.caseId() + "/" + row.clock();
        var order = "caseId=" + row.caseId() + "&clock=" + UriUtils.encode(row.clock(), "UTF-8");
        return Ways.from(texts(), officer, new Ways.Place(here, order, row.caseId()));
    }

    private String why(ClockRow row) {
        var run = row.run();
        if (run.onTime().isPresent()) {
            var key = run.onTime().get() ? "on-time" : "late";
            return texts().say("desk.evidence.why." + key, texts().until(run.dueAt()));
        }
        return switch (row.lamp()) {
            case GREEN -> texts().say("desk.evidence.why.green", texts().moment(run.warnAt()));
            case YELLOW -> texts().say("desk.evidence.why.yellow", texts().moment(run.warnAt()));
            case RED -> texts().say("desk.evidence.why.red", texts().until(run.dueAt()));
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
        catalogue.findPack(row.packId()).ifPresent(pack -> facts.addAll(rules(pack, row.clock())));
        stepLimit(row).ifPresent(limit -> facts.add(fact("limit", Limits.say(texts(), limit))));
        facts.add(fact("started", texts().moment(row.run().startedAt())));
        facts.add(fact("warn", texts().moment(row.run().warnAt())));
        facts.add(fact("due", texts().until(row.run().dueAt())));
        evidence.clock().ifPresent(clock -> counted(facts, clock));
        row.run().endedAt().ifPresent(end -> facts.add(fact("ended", texts().moment(end))));
        return facts;
    }

    private void counted(List<Fact> facts, RunningClock clock) {
        if (!clock.calendarEdition().isEmpty()) {
            facts.add(fact("edition", clock.calendarEdition()));
        }
        for (var more : clock.prolonged()) {
            var words = texts().say(
                            "desk.evidence.prolonged.text",
                            Limits.say(texts(), more.more()),
                            more.byName(),
                            texts().moment(more.at()),
                            more.basis());
            facts.add(fact("prolonged", words));
        }
    }

    /** The time that was not counted, oldest first. */
    private DataTable ledger() {
        var columns = Stream.of("stop", "from", "until", "basis")
                .map(name -> Column.of(texts().say("desk.evidence.excluded." + name)))
                .toList();
        return new DataTable(
                texts(),
                texts().say("desk.evidence.excluded"),
                columns,
                evidence.clock().map(RunningClock::exclusions).orElse(List.of()).stream()
                        .map(this::row)
                        .toList(),
                EmptyState.of(
                        texts().say("desk.evidence.excluded.none"), texts().say("desk.evidence.excluded.none.text")),
                "");
    }

    private Row row(RunningClock.Exclusion exclusion) {
        var stop = exclusion.stop();
        var kind = texts().say("desk.evidence.stop." + stop.kind().name().toLowerCase(Locale.ROOT));
        return Row.of(
                new Cell.Words(kind),
                new Cell.Words(texts().moment(exclusion.from())),
                new Cell.Words(exclusion
                        .until()
                        .map(texts()::moment)
                        .orElseGet(() -> texts().say("desk.evidence.excluded.still"))),
                new Cell.Words(stop.basis().isEmpty() ? texts().say("desk.evidence.excluded.process") : stop.basis()));
    }

    /** The limit, what it stands on, and why the lamp warns when it does, as the pack says them. */
    private List<Fact> rules(Pack pack, String clock) {
        var facts = new ArrayList<Fact>();
        pack.clocks().find(clock).ifPresent(rule -> {
            facts.add(fact("limit", Limits.say(texts(), rule.limit())));
        });
        pack.findClockBasis(clock).ifPresent(basis -> facts.add(fact("basis", Said.in(texts(), basis))));
        pack.supervision().stream()
                .filter(rule -> rule.clock().equals(clock))
                .forEach(rule -> facts.add(fact("rule", texts().say("desk.evidence.rule.warns", rule.warnPercent()))
                        .noting(Said.in(texts(), rule.why()))));
        return facts;
    }

    /** The limit of the step that the clock is of. */
    private Optional<Limit> stepLimit(ClockRow row) {
        return evidence.events().stream()
                .filter(CaseEvent.TaskOpened.class::isInstance)
                .map(CaseEvent.TaskOpened.class::cast)
                .findFirst()
                .flatMap(opened -> catalogue
                        .findPack(row.packId())
                        .flatMap(pack -> pack.process().findNode(opened.nodeId())))
                .flatMap(node -> node instanceof Node.UserTask task ? task.limit() : Optional.empty());
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
            case CaseEvent.ClockStarted e -> computed(e.dueAt(), e.calendarEdition());
            case CaseEvent.ClockResumed e -> computed(e.dueAt(), e.calendarEdition());
            case CaseEvent.ClockRecounted e -> computed(e.dueAt(), e.calendarEdition());
            case CaseEvent.ClockProlonged e -> computed(e.dueAt(), e.calendarEdition());
            case CaseEvent.ClockStopped e -> e.cause().map(stop -> stop.basis()).orElse("");
            default -> "";
        };
    }

    private String computed(Instant dueAt, String edition) {
        var until = texts().until(dueAt);
        return edition.isEmpty()
                ? texts().say("desk.evidence.computed-hours", until)
                : texts().say("desk.evidence.computed", until, edition);
    }

    private static String name(CaseEvent event) {
        return switch (event) {
            case CaseEvent.ClockStarted e -> "started";
            case CaseEvent.ClockStopped e -> "stopped";
            case CaseEvent.ClockResumed e -> "resumed";
            case CaseEvent.ClockReopened e -> "reopened";
            case CaseEvent.ClockVoided e -> "voided";
            case CaseEvent.ClockRecounted e -> "recounted";
            case CaseEvent.ClockProlonged e -> "prolonged";
            case CaseEvent.TaskRecounted e -> "recounted";
            case CaseEvent.TaskOpened e -> "opened";
            case CaseEvent.TaskClaimed e -> "claimed";
            case CaseEvent.TaskTransferred e -> "transferred";
            case CaseEvent.TaskCompleted e -> "completed";
            case CaseEvent.TaskCancelled e -> "cancelled";
            default -> "ended";
        };
    }

    private Texts texts() {
        return frame.texts();
    }
}
