package org.tongqu.platform.front.drafting.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.chart.ProcessDrawing;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.engines.cases.process.ProcessReader;
import org.tongqu.engines.packs.Pack;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.front.answers.ProcessPicture;
import org.tongqu.platform.front.drafting.web.DraftPage.Line;
import org.tongqu.platform.front.drafting.web.DraftPage.Modeler;
import org.tongqu.platform.matter.processes.Draft;
import org.tongqu.platform.matter.processes.ProcessComparison;
import org.tongqu.platform.matter.processes.ProcessComparison.Change;

/** A draft in words and pictures. */
record DraftTelling(PageFrame frame, ProcessAt at) {

    /** How many lines around a difference are shown. */
    private static final int AROUND = 3;

    /** What the modeler says; its tools are named by the words it is delivered with. */
    private static final List<String> WORDS = List.of("none", "saving", "unreached", "unreadable", "remove");

    private static final List<String> FIELDS = List.of(
            "name",
            "id",
            "starts",
            "after",
            "performer",
            "organisation",
            "limit",
            "clock",
            "clocks",
            "form",
            "may",
            "supplements",
            "basis",
            "action",
            "with",
            "decision",
            "when",
            "result",
            "decides",
            "voices",
            "each",
            "calledElement",
            "message",
            "signal",
            "error",
            "outcome.code",
            "outcome.starts",
            "outcome.ends",
            "outcome.reason",
            "outcome.once",
            "outcome.needs",
            "outcome.fee",
            "special.code",
            "special.limit",
            "special.basis",
            "promise.within",
            "promise.remind",
            "promise.otherwise");

    private static final List<String> PARTS = List.of("outcome", "special", "promise");

    private Texts texts() {
        return frame.texts();
    }

    Optional<ProcessDrawing> drawing(byte[] body) {
        return ProcessReader.drawing(body)
                .filter(drawing -> !drawing.shapes().isEmpty())
                .map(drawing -> ProcessPicture.of(texts(), drawing).titled(at.heading(texts())));
    }

    /** @param rehearsed whether it was tried, as a fact; of no account once it is decided */
    KeyFacts facts(Draft draft, Fact rehearsed) {
        var facts = new ArrayList<>(facts(draft).facts());
        if (draft.state().isOpen()) {
            facts.add(rehearsed);
        }
        return new KeyFacts(facts);
    }

    KeyFacts facts(Draft draft) {
        var facts = new ArrayList<Fact>();
        var fate = draft.fate();
        facts.add(fact("state", texts().say("drafting.state." + draft.state().code())));
        facts.add(fact("saved", draft.work().savedName())
                .noting(texts().moment(draft.work().savedAt())));
        if (!fate.note().isEmpty()) {
            facts.add(fact("note", fate.note()));
        }
        fate.submitted()
                .ifPresent(told -> facts.add(fact("submitted", told.name()).noting(texts().moment(told.at()))));
        fate.decided().ifPresent(told -> {
            var decided = draft.state() == Draft.State.PUBLISHED ? "approved" : "returned";
            facts.add(fact(decided, told.name()).noting(texts().moment(told.at())));
        });
        if (!fate.why().isEmpty()) {
            facts.add(fact("why", fate.why()));
        }
        if (!fate.version().isEmpty()) {
            facts.add(Fact.of(texts().say("drafting.column.version"), fate.version()));
        }
        return new KeyFacts(facts);
    }

    private Fact fact(String name, String value) {
        return Fact.of(texts().say("drafting.fact." + name), value);
    }

    Modeler modeler(Draft draft, byte[] body, Pack pack) {
        return new Modeler(
                at.draft(),
                frame.csrf(),
                draft.revision(),
                new String(body, StandardCharsets.UTF_8),
                words().canonical(),
                suggested(pack).canonical());
    }

    private Datum words() {
        var words = Datum.empty();
        for (var word : WORDS) {
            words = words.with(word, Datum.of(texts().say("drafting.modeler." + word)));
        }
        for (var field : FIELDS) {
            words = words.with("field." + field, Datum.of(texts().say("drafting.field." + field)));
        }
        for (var part : PARTS) {
            words = words.with("part." + part, Datum.of(texts().say("drafting.part." + part)));
            words = words.with("add." + part, Datum.of(texts().say("drafting.add." + part)));
        }
        for (var tool : texts().say("drafting.tools").split(";", -1)) {
            int middle = tool.indexOf('=');
            if (middle > 0) {
                words = words.with(
                        "tool." + tool.substring(0, middle).strip(),
                        Datum.of(tool.substring(middle + 1).strip()));
            }
        }
        return words;
    }

    private static Datum suggested(Pack pack) {
        var performers =
                Stream.concat(Stream.of("applicant"), pack.roles().stream().map(role -> "role:" + role.code()));
        var clocks = list(pack.clockBases().keySet().stream().sorted());
        return Datum.empty()
                .with("performer", list(performers))
                .with("starts", clocks)
                .with("ends", clocks)
                .with("clocks", clocks)
                .with("clock", list(Stream.of("stops")))
                .with("reason", list(Stream.of("required")))
                .with("once", list(Stream.of("true")))
                .with("limit", list(Stream.of("1 working day", "3 working days", "5 working days", "15 days")));
    }

    private static Datum list(Stream<String> values) {
        return Datum.of(values.<Datum>map(Datum::of).toList());
    }

    /** @param heading with what it is compared */
    DraftPage.Differences differences(String heading, ProcessComparison comparison) {
        var columns = Stream.of("change", "element", "before", "after")
                .map(name -> Column.of(texts().say("drafting.column." + name)))
                .toList();
        var moved = comparison.moved() == 0 ? "" : texts().say("drafting.moved", String.valueOf(comparison.moved()));
        return new DraftPage.Differences(
                heading,
                new DataTable(
                        texts(),
                        heading,
                        columns,
                        comparison.changes().stream().map(this::row).toList(),
                        EmptyState.of(texts().say("drafting.same"), texts().say("drafting.same.text")),
                        ""),
                moved,
                lines(comparison.lines()));
    }

    private Row row(Change change) {
        return Row.of(
                new Cell.Words(
                        texts().say("drafting.kind." + change.kind().name().toLowerCase(Locale.ROOT))),
                new Cell.TwoLines(
                        change.name().isEmpty() ? change.element() : change.name(),
                        change.type() + " " + change.element()),
                new Cell.Listed("", change.before()),
                new Cell.Listed("", change.after()));
    }

    /** The lines that differ and a few around them. */
    private static List<Line> lines(List<ProcessComparison.Line> all) {
        var shown = new boolean[all.size()];
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).side() != ProcessComparison.Side.BOTH) {
                for (int near = Math.max(0, i - AROUND); near <= Math.min(all.size() - 1, i + AROUND); near++) {
                    shown[near] = true;
                }
            }
        }
        var lines = new ArrayList<Line>();
        for (int i = 0; i < all.size(); i++) {
            if (shown[i]) {
                lines.add(line(all.get(i)));
            } else if (i > 0 && shown[i - 1]) {
                lines.add(new Line("", "…"));
            }
        }
        return lines;
    }

    private static Line line(ProcessComparison.Line line) {
        return switch (line.side()) {
            case BEFORE -> new Line("del", "- " + line.text());
            case AFTER -> new Line("ins", "+ " + line.text());
            case BOTH -> new Line("", "  " + line.text());
        };
    }
}
