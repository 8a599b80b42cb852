package org.tongqu.platform.matter.evaluation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.tongqu.design.PageFrame;
import org.tongqu.engines.evaluation.Ranking;
import org.tongqu.engines.evaluation.Sheet;
import org.tongqu.platform.matter.evaluation.Amendment;
import org.tongqu.platform.matter.evaluation.Evaluations;
import org.tongqu.platform.matter.evaluation.Standing;
import org.tongqu.platform.matter.evaluation.Standings;
import org.tongqu.platform.matter.evaluation.SubjectSheet;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.sheets.SheetWriter;
import org.tongqu.platform.trust.identity.SignedIn;

/** Rankings and sheets of scores as files, with what appeals amended beside what was frozen. */
@Controller
class ExportController {

    private static final String FILE = "/export.{form:xlsx|csv}";

    private final Evaluations evaluations;

    ExportController(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    /** All who stand anywhere, not one page of them. */
    @GetMapping(Words.RANKING + FILE)
    ResponseEntity<StreamingResponseBody> ranking(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String form,
            EvaluationQuery query) {
        EvaluationPlace.admit(officer);
        var words = new Words(frame.texts());
        var state = query.chosen(evaluations.periods()).orElseThrow(Words::notFound);
        var lines = new ArrayList<List<String>>();
        lines.add(headings(
                words,
                "place",
                "subject",
                "code",
                "total",
                "before",
                "total-before",
                "amended",
                "amended-place",
                "appeals"));
        var standings = evaluations.standings(state, query.kind());
        standings.ranked().forEach(standing -> lines.add(line(words, standing)));
        standings.unranked().forEach(unranked -> lines.add(line(words, unranked)));
        var name = "evaluation-" + state.period().id() + "-" + query.kind().code();
        return file(SheetForm.of(form), name, words.period(state.period()), lines);
    }

    @GetMapping(Words.RANKING + "/{period}/{kind}/{subject}" + FILE)
    ResponseEntity<StreamingResponseBody> sheet(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String form,
            ScoreController.At at) {
        EvaluationPlace.admit(officer);
        var words = new Words(frame.texts());
        var state = evaluations.period(at.period()).orElseThrow(Words::notFound);
        var sheet = evaluations.sheet(officer, state, at.whom()).orElseThrow(Words::notFound);
        var lines = new ArrayList<List<String>>();
        lines.add(headings(words, "indicator", "value", "weight", "points", "share", "amended", "appeals"));
        sheet.sheet().scores().forEach(score -> lines.add(line(words, sheet, score)));
        lines.add(total(words, sheet));
        var name = "evaluation-" + state.period().id() + "-" + at.subject();
        return file(SheetForm.of(form), name, words.period(state.period()), lines);
    }

    private static List<String> headings(Words words, String... columns) {
        return Stream.of(columns)
                .map(column -> words.texts().say("evaluation.column." + column))
                .toList();
    }

    private static List<String> line(Words words, Standing standing) {
        var place = standing.place();
        var amended = standing.amended();
        return List.of(
                String.valueOf(place.place()),
                words.in(standing.name()),
                place.subject(),
                Words.plain(place.total()),
                standing.before().map(before -> String.valueOf(before.place())).orElse(""),
                standing.before().map(Ranking.Place::total).map(Words::plain).orElse(""),
                amended.flatMap(Standing.Amended::place)
                        .map(Ranking.Place::total)
                        .map(Words::plain)
                        .orElse(""),
                amended.map(known -> known.place()
                                .map(at -> String.valueOf(at.place()))
                                .orElseGet(() -> words.texts().say("evaluation.unranked")))
                        .orElse(""),
                amended.map(known -> String.join(" ", known.appeals())).orElse(""));
    }

    private static List<String> line(Words words, Standings.Unranked unranked) {
        return List.of(
                words.texts().say("evaluation.unranked"),
                words.in(unranked.name()),
                unranked.subject(),
                Words.plain(unranked.total()),
                "",
                "",
                "",
                "",
                "");
    }

    private static List<String> line(Words words, SubjectSheet sheet, Sheet.Score score) {
        var indicator = score.indicator();
        var amended = sheet.amended(indicator.name());
        return List.of(
                words.in(indicator.said().label()),
                words.value(score),
                words.weight(indicator),
                score.points().map(Words::plain).orElse(""),
                sheet.sheet().share(score).map(Words::plain).orElse(""),
                amended.map(Amendment::scored)
                        .map(scored -> Words.number(scored.points()))
                        .orElse(""),
                amended.map(Amendment::appeal).orElse(""));
    }

    private static List<String> total(Words words, SubjectSheet sheet) {
        var amended = sheet.standing().flatMap(Standing::amended);
        return List.of(
                words.texts().say("evaluation.fact.total"),
                "",
                "",
                "",
                sheet.sheet().total().map(Words::plain).orElse(""),
                amended.flatMap(Standing.Amended::place)
                        .map(Ranking.Place::total)
                        .map(Words::plain)
                        .orElse(""),
                amended.map(known -> String.join(" ", known.appeals())).orElse(""));
    }

    private static ResponseEntity<StreamingResponseBody> file(
            SheetForm form, String name, String title, List<List<String>> lines) {
        return form.file(name, out -> {
            try (var sheet = SheetWriter.to(form, out, title)) {
                for (var line : lines) {
                    sheet.line(line);
                }
            }
        });
    }
}
