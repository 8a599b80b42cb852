package org.tongqu.platform.matter.studio.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.platform.matter.studio.ForeseenCase;
import org.tongqu.platform.matter.studio.View;

/** Cases of a rehearsal as a table, and the same as lines of a file. */
record CaseTelling(Words words, PackWords codes) {

    private Texts texts() {
        return words.texts();
    }

    DataTable table(View view, List<ForeseenCase> rows) {
        return new DataTable(
                texts(),
                texts().say("studio.view." + view.code()),
                Stream.of("case", "office", "then", "now", "difference")
                        .map(name -> Column.of(texts().say("studio.column." + name)))
                        .toList(),
                rows.stream().map(this::row).toList(),
                EmptyState.of(texts().say("studio.view.empty"), texts().say("studio.view.empty.text")),
                "");
    }

    private Row row(ForeseenCase of) {
        var known = of.known();
        var then = of.then();
        return known.isVisible()
                ? Row.opening(
                        address(of),
                        new Cell.Opens(known.receipt(), address(of)),
                        office(of),
                        new Cell.TwoLines(course(then), took(of.took())),
                        now(of),
                        difference(of))
                : Row.of(
                        new Cell.TwoLines(name(of), texts().say("studio.case.hidden")),
                        office(of),
                        new Cell.TwoLines(course(then), took(of.took())),
                        now(of),
                        difference(of));
    }

    private static String address(ForeseenCase of) {
        return "/desk/cases/" + of.known().caseId();
    }

    /** Of a case that the reader may not open its place in the rehearsal is told, and no number. */
    private String name(ForeseenCase of) {
        return of.known().isVisible()
                ? of.known().receipt()
                : texts().say("studio.case.number", String.valueOf(of.number()));
    }

    private Cell office(ForeseenCase of) {
        return new Cell.TwoLines(
                words.office(of.known().organisation()),
                texts().say(
                                "studio.case.opened",
                                day(of.known().openedAt()),
                                of.known().version()));
    }

    private Cell now(ForeseenCase of) {
        return of.why()
                .<Cell>map(why ->
                        new Cell.TwoLines(texts().say("studio.unknown"), codes.why(why.key(), why.step(), why.what())))
                .orElseGet(() -> new Cell.TwoLines(course(of.now()), wouldTake(of)));
    }

    private String wouldTake(ForeseenCase of) {
        return of.took().isPresent() ? took(OptionalInt.of(of.took().getAsInt() + of.days())) : "";
    }

    private String took(OptionalInt days) {
        return days.isPresent() ? texts().say("studio.took", days.getAsInt()) : "";
    }

    /** How it ended, or where it stands. */
    private String course(ForeseenCase.Course course) {
        if (!course.result().isEmpty()) {
            return codes.result(course.result());
        }
        return course.standing().isEmpty()
                ? texts().say("studio.unknown")
                : texts().say(
                                "studio.standing",
                                words.names(course.standing().stream()
                                        .map(codes::step)
                                        .toList()));
    }

    private Cell difference(ForeseenCase of) {
        return new Cell.Listed(kind(of), differences(of));
    }

    private String kind(ForeseenCase of) {
        return texts().say("studio.kind." + of.kind());
    }

    private List<String> differences(ForeseenCase of) {
        var lines = new ArrayList<String>();
        if (of.days() != 0) {
            lines.add(days(of.days()));
        }
        if (!of.then().steps().isEmpty()) {
            lines.add(texts().say("studio.steps.out", steps(of.then())));
        }
        if (!of.now().steps().isEmpty()) {
            lines.add(texts().say("studio.steps.in", steps(of.now())));
        }
        of.clocks().forEach(clock -> lines.add(clock(clock)));
        return lines;
    }

    private String days(int days) {
        return texts().say(days > 0 ? "studio.later" : "studio.sooner", Math.abs(days));
    }

    private String steps(ForeseenCase.Course course) {
        return words.names(course.steps().stream().map(codes::step).toList());
    }

    private String clock(ForeseenCase.ClockChange clock) {
        var said = texts().say("studio.clock", codes.clock(clock.clock()), due(clock.dueThen()), due(clock.dueNow()));
        if (clock.lateNow() == clock.lateThen()) {
            return said;
        }
        return said + texts().say(clock.lateNow() ? "studio.clock.late" : "studio.clock.kept");
    }

    private String due(Optional<Instant> due) {
        return due.map(texts()::until).orElse(texts().say("studio.clock.none"));
    }

    private String day(Instant at) {
        return texts().day(at.atZone(Texts.ZONE).toLocalDate());
    }

    /** The headings of the file. */
    List<String> headings() {
        return Stream.of(
                        "case",
                        "office",
                        "opened",
                        "version",
                        "then",
                        "took-then",
                        "now",
                        "took-now",
                        "days",
                        "kind",
                        "why",
                        "more")
                .map(name -> texts().say("studio.column." + name))
                .toList();
    }

    List<String> line(ForeseenCase of) {
        return List.of(
                name(of),
                words.office(of.known().organisation()),
                of.known().openedAt().atZone(Texts.ZONE).toLocalDate().toString(),
                of.known().version(),
                course(of.then()),
                number(of.took()),
                course(of.now()),
                of.took().isPresent() && of.why().isEmpty()
                        ? String.valueOf(of.took().getAsInt() + of.days())
                        : "",
                of.why().isEmpty() ? String.valueOf(of.days()) : "",
                kind(of),
                of.why()
                        .map(why -> codes.why(why.key(), why.step(), why.what()))
                        .orElse(""),
                String.join(texts().say("studio.between"), differences(of)));
    }

    private static String number(OptionalInt days) {
        return days.isPresent() ? String.valueOf(days.getAsInt()) : "";
    }
}
