package org.tongqu.platform.data.comparison.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.StatTiles;
import org.tongqu.engines.comparisons.ComparisonJob;
import org.tongqu.engines.registers.Register;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.comparison.ComparisonRun;
import org.tongqu.platform.data.comparison.Comparisons;
import org.tongqu.platform.data.comparison.Finding;
import org.tongqu.platform.data.comparison.Finding.State;
import org.tongqu.platform.data.comparison.JobStanding;
import org.tongqu.platform.data.comparison.PlannedJob;
import org.tongqu.platform.data.comparison.Reviews;
import org.tongqu.platform.data.comparison.web.Words.Sight;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** One comparison: what it looks at, its runs and its findings. */
@Controller
class JobController {

    private static final int PAGE = 50;
    private static final int RUNS = 10;

    private final Comparisons comparisons;
    private final Reviews reviews;
    private final Directory directory;
    private final FieldNames names;

    JobController(Comparisons comparisons, Reviews reviews, Directory directory, FieldNames names) {
        this.names = names;
        this.comparisons = comparisons;
        this.reviews = reviews;
        this.directory = directory;
    }

    /** What is asked of the list. */
    private record Asked(Optional<State> state, Trail trail) {}

    @GetMapping(Words.LIST + "/{code}")
    Html one(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String done) {
        Words.admit(officer);
        var standing = comparisons.find(officer, code).orElseThrow(Words::notFound);
        var asked = new Asked(Coded.find(State.class, state), Trail.of(after));
        return draw(Done.told(frame, "comparison.done." + done), officer, standing, asked);
    }

    @PostMapping(Words.LIST + "/{code}/renew")
    Object renew(@AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String code) {
        Words.admit(officer);
        var planned =
                comparisons.find(officer, code).orElseThrow(Words::notFound).planned();
        if (comparisons.renew(officer, planned) instanceof Outcome.Refused) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return Redirect.to(Words.address(planned) + "?done=renew");
    }

    private Html draw(PageFrame frame, SignedIn.Officer officer, JobStanding standing, Asked asked) {
        var texts = frame.texts();
        var planned = standing.planned();
        var title = Words.title(texts, planned);
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("comparison.heading"), Words.LIST), new Crumb(title, ""));
        return Html.page(
                "data/comparison/JobPage",
                new JobPage(
                        frame.titled(title).at("comparison", crumbs),
                        new JobPage.Heading(
                                title, Said.in(texts, planned.job().words().meaning())),
                        tiles(texts, officer, standing),
                        facts(texts, planned),
                        found(texts, planned, asked),
                        runs(texts, planned),
                        comparisons.maySteer(officer, planned)
                                ? Optional.of(renewing(frame, planned))
                                : Optional.empty()));
    }

    private StatTiles tiles(Texts texts, SignedIn.Officer officer, JobStanding standing) {
        var list = Words.address(standing.planned());
        var states = Stream.of(State.values())
                .map(state ->
                        JobsController.tile(texts, state, standing.count(state), list + "?state=" + state.code()));
        return new StatTiles(
                texts,
                Stream.concat(doubts(texts, officer, standing.planned()).stream(), states)
                        .toList());
    }

    /** The pairs that wait for somebody to look at them; opens only for who may. */
    private Optional<StatTiles.Tile> doubts(Texts texts, SignedIn.Officer officer, PlannedJob planned) {
        return planned.job().isByEvidence()
                ? Optional.of(new StatTiles.Tile(
                        texts.say("comparison.review.short"),
                        texts.number(reviews.waiting(planned)),
                        "",
                        reviews.mayReview(officer, planned) ? Words.queue(planned) : "",
                        "",
                        texts.say("comparison.review.formula")))
                : Optional.empty();
    }

    private KeyFacts facts(Texts texts, PlannedJob planned) {
        var job = planned.job();
        var known = names.of(texts, planned);
        return new KeyFacts(List.of(
                fact(texts, "finds", texts.say("comparison.finds." + code(job.finds()))),
                side(texts, "about", planned.about()),
                planned.register()
                        .map(register -> register(texts, register))
                        .orElseGet(() -> side(texts, "against", planned.against())),
                fact(texts, "key", by(texts, known, job)),
                fact(texts, "item", known.about(job.answer().item())),
                fact(texts, "days", texts.say("comparison.days", job.days())),
                fact(texts, "basis", Said.in(texts, job.words().basis()))));
    }

    /** By which fields rows are laid beside each other. */
    private static String by(Texts texts, FieldNames.Known known, ComparisonJob job) {
        return job.isByEvidence()
                ? texts.say(
                        "comparison.by-evidence",
                        known.abouts(job.traits().stream()
                                .map(ComparisonJob.Trait::about)
                                .toList()))
                : known.abouts(job.about().key());
    }

    private Fact side(Texts texts, String name, PlannedFlow flow) {
        return fact(texts, name, Words.flow(texts, flow))
                .leadingTo("/desk/exchange/" + flow.id())
                .noting(Said.in(texts, directory.findName(flow.provider()), flow.provider()));
    }

    private static Fact register(Texts texts, Register register) {
        return fact(texts, "against", Said.in(texts, register.title()))
                .leadingTo("/desk/registers/" + register.code())
                .noting(texts.say("comparison.golden"));
    }

    private static Fact fact(Texts texts, String name, String value) {
        return Fact.of(texts.say("comparison.fact." + name), value);
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
    }

    private JobPage.Found found(Texts texts, PlannedJob planned, Asked asked) {
        var rows = comparisons.findings(
                planned, asked.state(), asked.trail().number().orElse(Long.MAX_VALUE), PAGE);
        var state = asked.state().map(Coded::code).orElse("");
        var filter = new FilterBar(
                texts,
                Words.address(planned),
                List.of(new FilterBar.Filter.OneOf(
                        "state",
                        texts.say("comparison.column.state"),
                        Arrays.stream(State.values())
                                .map(one -> Choice.of(one.code(), Words.state(texts, one)))
                                .toList(),
                        state,
                        texts.say("comparison.all"))),
                List.of(),
                Words.address(planned));
        var pages = ListAddress.of(Words.address(planned))
                .with("state", state)
                .pages(
                        texts,
                        asked.trail(),
                        Trail.next(rows, PAGE, Finding::id),
                        texts.say("comparison.shown", rows.size()));
        return new JobPage.Found(filter, findings(texts, planned, rows), pages);
    }

    private static DataTable findings(Texts texts, PlannedJob planned, List<Finding> rows) {
        return table(
                texts,
                "findings",
                Stream.of("state", "number", "key", "about", "against", "found", "correction"),
                rows.stream().map(row -> row(texts, planned, row)).toList());
    }

    private static Row row(Texts texts, PlannedJob planned, Finding row) {
        var href = Words.address(planned, row);
        return Row.opening(
                href,
                new Cell.Lit(Words.lamp(texts, row.state())),
                new Cell.Opens(texts.say("comparison.number", row.id()), href),
                new Cell.Words(masked(planned, row.said().key().stream())),
                new Cell.Words(masked(planned, row.said().about().values().stream())),
                new Cell.Words(masked(planned, row.said().against().values().stream())),
                new Cell.Words(texts.moment(row.at().found())),
                new Cell.Words(row.correction().orElse("")));
    }

    private static String masked(PlannedJob planned, Stream<String> values) {
        return values.map(value -> Words.value(planned.job(), value, Sight.MASKED))
                .collect(Collectors.joining(" "));
    }

    private DataTable runs(Texts texts, PlannedJob planned) {
        return table(
                texts,
                "runs",
                Stream.of("ended", "reach", "result", "took"),
                comparisons.runs(planned, RUNS).stream()
                        .map(run -> Row.of(
                                new Cell.Words(texts.moment(run.ended())),
                                new Cell.Words(Words.reach(texts, run)),
                                new Cell.Words(result(texts, run)),
                                new Cell.Words(texts.say(
                                        "comparison.took",
                                        texts.number(run.took().toMillis())))))
                        .toList());
    }

    private static String result(Texts texts, ComparisonRun run) {
        return run.isDone()
                ? texts.say(
                        "comparison.result",
                        texts.number(run.counts().found()),
                        texts.number(run.counts().fresh()),
                        texts.number(run.counts().gone()))
                : Words.reason(texts, run);
    }

    static DataTable table(Texts texts, String name, Stream<String> columns, List<Row> rows) {
        return new DataTable(
                texts,
                texts.say("comparison.section." + name),
                columns.map(column -> Column.of(texts.say("comparison.column." + column)))
                        .toList(),
                rows,
                EmptyState.of(texts.say("comparison.empty." + name), ""),
                "");
    }

    private static FormPage renewing(PageFrame frame, PlannedJob planned) {
        var texts = frame.texts();
        return FormPage.of(
                        texts,
                        "",
                        FormPage.Send.to(Words.address(planned) + "/renew", frame.csrf()),
                        List.of(),
                        Button.plain(texts.say("comparison.renew")))
                .lead(texts.say("comparison.renew.lead"));
    }
}
