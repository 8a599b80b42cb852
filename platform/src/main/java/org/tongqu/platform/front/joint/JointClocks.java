package org.tongqu.platform.front.joint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.chart.SpanChart;
import org.tongqu.design.chart.SpanChart.Axis;
import org.tongqu.design.chart.SpanChart.Mark;
import org.tongqu.design.chart.SpanChart.Row;
import org.tongqu.design.chart.SpanChart.Span;
import org.tongqu.platform.matter.casework.CaseStory.Branch;
import org.tongqu.platform.operate.web.Said;

/** The clock of each part of a case on one axis of time: from its first beginning to the last moment any may take. */
final class JointClocks {

    private final Texts texts;
    private final UnaryOperator<String> names;
    private final Instant now;

    private JointClocks(Texts texts, UnaryOperator<String> names, Instant now) {
        this.texts = texts;
        this.names = names;
        this.now = now;
    }

    /** @param names of the organisations, by code */
    static SpanChart of(Texts texts, List<Branch> branches, UnaryOperator<String> names, Instant now) {
        return new JointClocks(texts, names, now).chart(branches);
    }

    private SpanChart chart(List<Branch> branches) {
        return new SpanChart(
                texts.say("joint.clocks"),
                texts.say("joint.column.organisation"),
                texts.say("joint.clock.used"),
                axis(branches),
                branches.stream().map(this::row).toList());
    }

    private Axis axis(List<Branch> branches) {
        var from = branches.stream()
                .map(branch -> branch.span().openedAt())
                .min(Comparator.naturalOrder())
                .orElse(now);
        var going = branches.stream().anyMatch(branch -> branch.closed().isEmpty());
        var until = branches.stream()
                .flatMap(branch -> Stream.of(
                                branch.clock().dueAt(), branch.closed().map(Branch.Closed::at))
                        .flatMap(Optional::stream))
                .max(Comparator.naturalOrder())
                .filter(last -> !going || last.isAfter(now))
                .orElse(now);
        var end = until.isAfter(from) ? until : from.plus(Duration.ofHours(1));
        return new Axis(from, end, going ? Optional.of(now) : Optional.empty(), texts.moment(from), texts.until(end));
    }

    private Row row(Branch branch) {
        return new Row(
                names.apply(branch.organisation()),
                Said.in(texts, branch.step()),
                branch.isCritical() ? texts.say("joint.clock.critical") : "",
                figures(branch),
                spans(branch.clock()));
    }

    private List<Span> spans(Branch.Clock clock) {
        var spans = new ArrayList<Span>();
        for (var stretch : clock.stretches()) {
            spans.add(new Span(stretch.from(), stretch.until().orElse(now), mark(clock, stretch)));
        }
        clock.dueAt().ifPresent(due -> spans.add(new Span(now, due, Mark.LEFT)));
        return spans;
    }

    private static Mark mark(Branch.Clock clock, Branch.Stretch stretch) {
        if (stretch.whose() == Branch.Whose.APPLICANT) {
            return Mark.WAITING;
        }
        return clock.isLate() ? Mark.LATE : clock.state() == Branch.State.DONE ? Mark.DONE : Mark.RUNNING;
    }

    private String figures(Branch branch) {
        var clock = branch.clock();
        if (branch.limit().isEmpty() || clock.used().isEmpty()) {
            return texts.say("joint.clock.no-limit");
        }
        var limit = branch.limit().get();
        return texts.say(
                "joint.clock." + word(clock),
                texts.number(clock.used().get()),
                texts.number(limit.amount()),
                texts.say("joint.clock.unit." + limit.unit()),
                texts.number(Math.abs(clock.left().orElse(0))));
    }

    private static String word(Branch.Clock clock) {
        return switch (clock.state()) {
            case DONE -> clock.isLate() ? "done-late" : "done";
            case STOPPED -> clock.isLate() ? "over" : "stopped";
            case RUNNING -> clock.isLate() ? "over" : "left";
        };
    }
}
