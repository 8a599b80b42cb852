package org.tongqu.platform.data.comparison.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.engines.linkage.Level;
import org.tongqu.platform.data.comparison.Doubt;
import org.tongqu.platform.data.comparison.Doubt.Piece;
import org.tongqu.platform.data.comparison.Doubt.State;
import org.tongqu.platform.data.comparison.Doubt.Verdict;
import org.tongqu.platform.data.comparison.PlannedJob;
import org.tongqu.platform.data.comparison.web.Words.Sight;
import org.tongqu.platform.trust.directory.Directory;

/** Says what speaks for two rows being about one, and what against it. */
@Component
class PairTelling {

    private static final double HUNDRED = 100;

    private final Directory directory;

    PairTelling(Directory directory) {
        this.directory = directory;
    }

    ReviewPage.Pair pair(PageFrame frame, PlannedJob planned, Doubt doubt) {
        var texts = frame.texts();
        return new ReviewPage.Pair(
                texts.say("comparison.number", doubt.id()),
                texts.say(
                        "comparison.review.likely",
                        String.format(Locale.ROOT, "%.1f%%", doubt.probability() * HUNDRED)),
                traits(texts, doubt),
                rest(texts, doubt),
                verdict(frame, planned, doubt));
    }

    private static DataTable traits(Texts texts, Doubt doubt) {
        return JobController.table(
                texts,
                "traits",
                Stream.of("field", "about", "against", "agreement", "weight"),
                doubt.pieces().stream()
                        .map(piece -> Row.of(
                                new Cell.Words(named(piece)),
                                new Cell.Words(shown(doubt.said().about().get(piece.about()))),
                                new Cell.Words(shown(doubt.said().against().get(piece.against()))),
                                new Cell.Lit(lamp(texts, piece.level())),
                                new Cell.Figure(String.format(Locale.ROOT, "%+.1f", piece.weight()))))
                        .toList());
    }

    private static String named(Piece piece) {
        return piece.about().equals(piece.against()) ? piece.about() : piece.about() + " / " + piece.against();
    }

    private static String shown(@Nullable String value) {
        return value == null || value.isEmpty() ? "–" : value;
    }

    private static Lamp lamp(Texts texts, Level level) {
        var light = switch (level) {
            case EQUAL, VARIANT -> Light.FINE;
            case SIMILAR -> Light.SOON;
            case DIFFERENT -> Light.LATE;
            case MISSING -> Light.PAUSED;
        };
        return new Lamp(light, texts.say("comparison.level." + level.name().toLowerCase(Locale.ROOT)));
    }

    /** What both sides say besides the traits; nothing when they say no more. */
    private static Optional<DataTable> rest(Texts texts, Doubt doubt) {
        var own = doubt.pieces().stream().map(Piece::about).collect(Collectors.toSet());
        var other = doubt.pieces().stream().map(Piece::against).collect(Collectors.toSet());
        var rows = Stream.of(
                        doubt.said().about().keySet(), doubt.said().against().keySet())
                .flatMap(Set::stream)
                .distinct()
                .filter(name -> !own.contains(name) && !other.contains(name))
                .map(name -> Row.of(
                        new Cell.Words(name),
                        new Cell.Words(shown(doubt.said().about().get(name))),
                        new Cell.Words(shown(doubt.said().against().get(name)))))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(JobController.table(texts, "sides", Stream.of("field", "about", "against"), rows));
    }

    private static FormPage verdict(PageFrame frame, PlannedJob planned, Doubt doubt) {
        var texts = frame.texts();
        var address = Words.queue(planned) + "/" + doubt.id();
        if (doubt.state() != State.WAITING) {
            return FormPage.of(
                    texts,
                    "",
                    FormPage.Send.to(address + "/back", frame.csrf()),
                    List.of(),
                    Button.plain(texts.say("comparison.review.back")).onKey("u"));
        }
        return FormPage.of(
                        texts,
                        "",
                        FormPage.Send.to(address, frame.csrf()),
                        List.of(),
                        button(texts, Verdict.SAME).onKey("s"))
                .also(button(texts, Verdict.DIFFERENT).onKey("d"))
                .also(button(texts, Verdict.LATER).onKey("l"));
    }

    private static Button button(Texts texts, Verdict verdict) {
        var label = texts.say("comparison.verdict." + verdict.code());
        var button = verdict == Verdict.LATER ? Button.quiet(label) : Button.plain(label);
        return button.sending("verdict", verdict.code());
    }

    DataTable decided(Texts texts, PlannedJob planned, List<Doubt> decided) {
        return JobController.table(
                texts,
                "decided",
                Stream.of("number", "verdict", "key", "by", "ended"),
                decided.stream().map(doubt -> row(texts, planned, doubt)).toList());
    }

    private Row row(Texts texts, PlannedJob planned, Doubt doubt) {
        var href = Words.queue(planned) + "?pair=" + doubt.id();
        return Row.opening(
                href,
                new Cell.Opens(texts.say("comparison.number", doubt.id()), href),
                new Cell.Words(texts.say("comparison.verdict." + doubt.state().code())),
                new Cell.Words(doubt.said().key().stream()
                        .map(part -> Words.value(planned.job(), part, Sight.MASKED))
                        .collect(Collectors.joining(" "))),
                new Cell.Words(doubt.decision().map(said -> name(said.by())).orElse("")),
                new Cell.Words(
                        doubt.decision().map(said -> texts.moment(said.at())).orElse("")));
    }

    private String name(String actor) {
        return directory.findStaff(actor).map(staff -> staff.name()).orElse(actor);
    }
}
