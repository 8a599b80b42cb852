package org.tongqu.platform.data.comparison.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.comparisons.ComparisonJob.Pair;
import org.tongqu.engines.registers.Register;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.agreements.PurposeQuestions;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.comparison.ComparisonRefusal;
import org.tongqu.platform.data.comparison.Comparisons;
import org.tongqu.platform.data.comparison.Finding;
import org.tongqu.platform.data.comparison.PlannedJob;
import org.tongqu.platform.data.comparison.web.Words.Sight;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** One disagreement: both sides, and what became of it. */
@Controller
class FindingController {

    private final Comparisons comparisons;
    private final Directory directory;
    private final FieldNames names;

    FindingController(Comparisons comparisons, Directory directory, FieldNames names) {
        this.names = names;
        this.comparisons = comparisons;
        this.directory = directory;
    }

    /** A finding with the job it is of. */
    private record Shown(PlannedJob planned, Finding finding) {}

    private Shown shown(SignedIn.Officer officer, String code, long id) {
        Words.admit(officer);
        var planned =
                comparisons.find(officer, code).orElseThrow(Words::notFound).planned();
        return new Shown(planned, comparisons.finding(planned, id).orElseThrow(Words::notFound));
    }

    @GetMapping(Words.LIST + "/{code}/{id:[0-9]{1,15}}")
    Html one(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String code,
            @PathVariable long id) {
        return draw(frame, officer, shown(officer, code, id), Map.of(), Map.of());
    }

    @PostMapping(Words.LIST + "/{code}/{id:[0-9]{1,15}}/look")
    Object look(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam Map<String, String> sent) {
        var shown = shown(officer, code, id);
        var purpose = Coded.find(Purpose.class, sent.getOrDefault("purpose", ""));
        return switch (comparisons.look(
                officer, shown.planned(), shown.finding(), purpose, sent.getOrDefault("why", ""))) {
            case Outcome.Done<Finding, ComparisonRefusal> done ->
                Redirect.to(Words.address(shown.planned(), shown.finding()));
            case Outcome.Refused<Finding, ComparisonRefusal>(var refusal) -> {
                var texts = frame.texts();
                yield draw(
                                frame.noticing(List.of(NoticeBanner.error(texts.say("comparison.refused.look")))),
                                officer,
                                shown,
                                sent,
                                Words.wrong(texts, refusal))
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    private Html draw(
            PageFrame frame,
            SignedIn.Officer officer,
            Shown shown,
            Map<String, String> sent,
            Map<String, String> wrong) {
        var texts = frame.texts();
        var finding = shown.finding();
        var job = Words.title(texts, shown.planned());
        var title = texts.say("comparison.one", finding.id(), job);
        var sight = comparisons.seesAll(officer, finding) ? Sight.WHOLE : Sight.MASKED;
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("comparison.heading"), Words.LIST),
                new Crumb(job, Words.address(shown.planned())),
                new Crumb(texts.say("comparison.number", finding.id()), ""));
        return Html.page(
                "data/comparison/FindingPage",
                new FindingPage(
                        frame.titled(title).at("comparison", crumbs),
                        new FindingPage.Heading(
                                title,
                                Words.lamp(texts, finding.state()),
                                texts.say("comparison.state." + finding.state().code() + ".formula")),
                        facts(texts, shown, sight),
                        sides(texts, shown, sight),
                        sight == Sight.WHOLE ? Optional.empty() : Optional.of(looking(frame, shown, sent, wrong))));
    }

    private KeyFacts facts(Texts texts, Shown shown, Sight sight) {
        var finding = shown.finding();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(
                texts,
                "key",
                finding.said().key().stream()
                        .map(part -> Words.value(shown.planned().job(), part, sight))
                        .collect(Collectors.joining(", "))));
        facts.add(fact(texts, "found", texts.moment(finding.at().found())));
        facts.add(fact(texts, "times", texts.number(finding.times())));
        finding.at().closed().ifPresent(at -> facts.add(fact(texts, "closed", texts.moment(at))));
        facts.add(fact(
                texts,
                "item",
                names.of(texts, shown.planned())
                        .about(shown.planned().job().answer().item())));
        finding.correction()
                .ifPresent(id -> facts.add(fact(texts, "correction", id).leadingTo("/desk/corrections/" + id)));
        facts.add(fact(
                texts, "basis", Said.in(texts, shown.planned().job().words().basis())));
        return new KeyFacts(facts);
    }

    private static Fact fact(Texts texts, String name, String value) {
        return Fact.of(texts.say("comparison.fact." + name), value);
    }

    private DataTable sides(Texts texts, Shown shown, Sight sight) {
        var planned = shown.planned();
        var said = shown.finding().said();
        var known = names.of(texts, planned);
        List<Row> rows = new ArrayList<>();
        fields(planned.job(), said)
                .forEach(pair -> rows.add(Row.of(
                        new Cell.Words(name(known, said, pair)),
                        new Cell.Words(told(planned, said.about(), pair.about(), sight)),
                        new Cell.Words(told(planned, said.against(), pair.against(), sight)))));
        rows.add(Row.of(
                new Cell.Words(texts.say("comparison.origin")),
                origin(texts, planned.about()),
                planned.register()
                        .map(register -> golden(texts, register, said))
                        .orElseGet(() -> origin(texts, planned.against()))));
        return JobController.table(texts, "sides", Stream.of("field", "about", "against"), rows);
    }

    /** What only one side has is called as that side calls it. */
    private static String name(FieldNames.Known known, Finding.Said said, Pair pair) {
        if (!pair.about().equals(pair.against())) {
            return known.both(pair.about(), pair.against());
        }
        return said.about().containsKey(pair.about()) ? known.about(pair.about()) : known.against(pair.against());
    }

    /** What is to say the same first, then all else that is shown, each by its name. */
    private static Stream<Pair> fields(ComparisonJob job, Finding.Said said) {
        var abouts = job.pairs().stream().map(Pair::about).toList();
        var againsts = job.pairs().stream().map(Pair::against).toList();
        var others = Stream.concat(
                        said.about().keySet().stream().filter(name -> !abouts.contains(name)),
                        said.against().keySet().stream().filter(name -> !againsts.contains(name)))
                .distinct()
                .map(name -> new Pair(name, name));
        return Stream.concat(job.pairs().stream(), others);
    }

    private static String told(PlannedJob planned, Map<String, String> fields, String name, Sight sight) {
        var value = fields.get(name);
        return value == null ? "" : Words.value(planned.job(), value, sight);
    }

    private Cell origin(Texts texts, PlannedFlow flow) {
        return new Cell.TwoLines(
                Said.in(texts, directory.findName(flow.provider()), flow.provider()), Words.flow(texts, flow));
    }

    /** Whose the values of a golden record are, and since when. */
    private static Cell golden(Texts texts, Register register, Finding.Said said) {
        var told = said.origins().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> texts.say(
                        "comparison.golden.origin",
                        register.findAttribute(one.getKey())
                                .map(attribute -> Said.in(texts, attribute.title()))
                                .orElse(one.getKey()),
                        register.findSource(one.getValue().source())
                                .map(source -> Said.in(texts, source.title()))
                                .orElse(one.getValue().source()),
                        one.getValue().since()))
                .collect(Collectors.joining(texts.say("comparison.golden.and")));
        return new Cell.TwoLines(Said.in(texts, register.title()), told);
    }

    private static FormPage looking(PageFrame frame, Shown shown, Map<String, String> sent, Map<String, String> wrong) {
        var texts = frame.texts();
        return FormPage.of(
                texts,
                "",
                FormPage.Send.to(Words.address(shown.planned(), shown.finding()) + "/look", frame.csrf()),
                new PurposeQuestions("comparison.ask").fields(texts, sent, wrong),
                Button.main(texts.say("comparison.look")));
    }
}
