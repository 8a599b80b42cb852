package org.tongqu.platform.matter.casework.internal;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongqu.engines.cases.Assignee;
import org.tongqu.engines.cases.CaseEvent;
import org.tongqu.engines.cases.Group;
import org.tongqu.engines.cases.process.Node;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.text.Label;
import org.tongqu.platform.matter.casework.CaseStory.Kind;
import org.tongqu.platform.matter.casework.CaseStory.Line;

/** Tells what was done to a case besides its steps: returned, signed, suspended, promised. */
record HandlingLines(Pack pack, Function<String, Label> stepOf) {

    /** Nothing for events that only follow from others. */
    @Nullable
    Line line(CaseEvent event) {
        return switch (event) {
            case CaseEvent.TaskReturned e ->
                office(e.at(), "returned", e.byName(), e.why(), step(e.nodeId()), step(e.toNode()));
            case CaseEvent.TaskRecalled e -> office(e.at(), "recalled", e.byName(), e.why(), step(e.nodeId()));
            case CaseEvent.StepReopened e -> office(e.at(), "redone", e.byName(), e.why(), step(e.nodeId()));
            case CaseEvent.TaskDelegated e ->
                office(e.at(), "delegated", e.byName(), e.why(), stepOf.apply(e.taskId()), name(e.to()));
            case CaseEvent.TaskGivenBack e ->
                office(e.at(), "given-back", e.byName(), e.opinion(), stepOf.apply(e.taskId()));
            case CaseEvent.SignersAdded e ->
                office(
                        e.at(),
                        e.when() == CaseEvent.When.BEFORE ? "signers-before" : "signers-after",
                        e.byName(),
                        e.why(),
                        stepOf.apply(e.taskId()),
                        names(e.who()));
            case CaseEvent.SignerRemoved e ->
                office(e.at(), "signer-removed", e.byName(), e.why(), stepOf.apply(e.taskId()), name(e.who()));
            case CaseEvent.GroupDecided e ->
                office(e.at(), "group-decided", "", "", step(e.nodeId()), CaseViews.outcome(pack, e.outcome()));
            case CaseEvent.VoicesAdded e ->
                office(e.at(), "voices-added", e.byName(), e.why(), step(e.nodeId()), seats(e.seats()));
            case CaseEvent.VoiceRemoved e ->
                office(e.at(), "voice-removed", e.byName(), e.why(), step(e.nodeId()), seats(List.of(e.seat())));
            case CaseEvent.CaseCopied e -> office(e.at(), "copied", e.byName(), e.why(), names(e.to()));
            case CaseEvent.TaskUrged e -> office(e.at(), "urged", e.byName(), e.why(), stepOf.apply(e.taskId()));
            default -> pause(event);
        };
    }

    private @Nullable Line pause(CaseEvent event) {
        return switch (event) {
            case CaseEvent.CaseSuspended e -> office(e.at(), "suspended", e.byName(), e.why(), Label.same(e.basis()));
            case CaseEvent.CaseResumed e -> office(e.at(), "resumed", e.byName(), e.why());
            case CaseEvent.CaseTerminated e -> office(e.at(), "terminated", e.byName(), e.why());
            case CaseEvent.SupplementAsked e ->
                office(e.at(), "supplement-asked", e.byName(), e.why(), step(e.nodeId()));
            case CaseEvent.SpecialBegun e ->
                office(
                        e.at(),
                        "special-begun",
                        e.byName(),
                        e.why(),
                        special(e.code()),
                        Stories.lastDay(e.excludedUntil()));
            case CaseEvent.SpecialEnded e -> office(e.at(), "special-ended", e.byName(), e.why(), special(e.code()));
            case CaseEvent.SpecialOverran e ->
                Stories.by(e.at(), Kind.CLOCK, "special-overran", "", "", special(e.code()));
            case CaseEvent.MaterialsPromised e ->
                office(e.at(), "promised", e.byName(), "", listed(e.materials()), Stories.lastDay(e.dueAt()));
            case CaseEvent.PromiseReminded e ->
                Stories.by(e.at(), Kind.SERVICE, "promise-reminded", "", "", listed(e.materials()));
            case CaseEvent.PromiseKept e -> Stories.by(e.at(), Kind.APPLICANT, "promise-kept", e.byName(), "");
            case CaseEvent.PromiseBroken e ->
                Stories.by(e.at(), Kind.SERVICE, "promise-broken", "", "", listed(e.materials()));
            case CaseEvent.MessageReceived e ->
                Stories.by(e.at(), Kind.SERVICE, "message-received", "", "", step(e.nodeId()));
            case CaseEvent.RuleDecided e -> decided(e);
            case CaseEvent.ErrorCaught e ->
                Stories.by(e.at(), Kind.SERVICE, "error-caught", "", e.why(), failed(e), step(e.nodeId()));
            case CaseEvent.SignalCaught e ->
                Stories.by(e.at(), Kind.SERVICE, "signal-caught", "", "", step(e.nodeId()));
            case CaseEvent.ClockProlonged e ->
                office(
                        e.at(),
                        "clock-prolonged",
                        e.byName(),
                        e.why(),
                        clock(e.clock()),
                        Label.same(String.valueOf(e.more().amount())),
                        Stories.lastDay(e.dueAt()));
            case CaseEvent.ClockRecounted e ->
                Stories.by(
                        e.at(),
                        Kind.CLOCK,
                        "clock-recounted",
                        "",
                        "",
                        clock(e.clock()),
                        Stories.lastDay(e.dueAt()),
                        Label.same(e.calendarEdition()));
            default -> null;
        };
    }

    /** The step on whose edge the error was caught. */
    private Label failed(CaseEvent.ErrorCaught e) {
        return step(pack.process().node(e.nodeId()) instanceof Node.Edge edge ? edge.hostId() : e.nodeId());
    }

    /** Which rows of a table decided, and what they say: in the words of whoever made the table where there are any. */
    private static Line decided(CaseEvent.RuleDecided e) {
        if (e.matched().isEmpty()) {
            return Stories.by(e.at(), Kind.SERVICE, "rule-otherwise", "", "", Label.same(e.name()));
        }
        return Stories.by(
                e.at(),
                Kind.SERVICE,
                "rule-decided",
                "",
                joined(e.matched(), row -> row.note().isBlank() ? row.text() : row.note()),
                Label.same(e.name()),
                Label.same(joined(e.matched(), row -> String.valueOf(row.number()))));
    }

    private static <T> String joined(List<T> list, Function<T, String> say) {
        return list.stream().map(say).filter(text -> !text.isBlank()).collect(Collectors.joining("; "));
    }

    private static Line office(Instant at, String key, String byName, String why, Label... args) {
        return Stories.by(at, Kind.OFFICE, key, byName, why, args);
    }

    private Label step(String nodeId) {
        return CaseViews.step(pack, nodeId);
    }

    private Label special(String code) {
        return CaseViews.named(pack, "special." + code, code);
    }

    private Label clock(String name) {
        return pack.clocks().find(name).map(rule -> rule.label()).orElseGet(() -> Label.same(name));
    }

    private static Label name(Assignee who) {
        return Label.same(who.name());
    }

    private static Label names(List<Assignee> who) {
        return Label.same(who.stream().map(Assignee::name).collect(Collectors.joining("、")));
    }

    private static Label seats(List<Group.Seat> seats) {
        return names(seats.stream().flatMap(seat -> seat.who().stream()).toList());
    }

    private static Label listed(List<String> materials) {
        return Label.same(String.join("、", materials));
    }
}
