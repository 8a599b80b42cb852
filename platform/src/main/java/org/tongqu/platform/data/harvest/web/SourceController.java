package org.tongqu.platform.data.harvest.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.ProgressBar;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.ForeignCatalogs;
import org.tongqu.platform.data.harvest.HarvestRun;
import org.tongqu.platform.data.harvest.Harvests;
import org.tongqu.platform.data.harvest.RejectedRecord;
import org.tongqu.platform.data.harvest.Source;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.identity.SignedIn;

/** One source: how its readings went, and what of it could not be taken over. */
@Controller
class SourceController {

    private static final String ONE = Words.LIST + "/{id:[0-9]{1,18}}";
    private static final int PAGE = 20;
    private static final int RUNS = 10;

    private final Harvests harvests;

    SourceController(Harvests harvests) {
        this.harvests = harvests;
    }

    @GetMapping(ONE)
    Html one(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String done) {
        Words.admit(officer);
        var texts = frame.texts();
        var source = harvests.find(id).orElseThrow(Words::notFound);
        var runs = harvests.runs(source, Long.MAX_VALUE, RUNS);
        var last = runs.stream().findFirst();
        var name = source.said().name();
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("harvest.heading"), Words.LIST), new Crumb(name, ""));
        return Html.page(
                "data/harvest/SourcePage",
                new SourcePage(
                        Done.told(frame, "harvest.done." + done).titled(name).at("harvest", crumbs),
                        new SourcePage.Standing(
                                name,
                                Words.lamp(texts, last),
                                last.map(run -> Words.halt(texts, run)).orElse(""),
                                last.flatMap(run -> progress(texts, run))),
                        facts(texts, source),
                        ways(texts, officer, source),
                        steps(frame, officer, source),
                        runs(texts, runs),
                        rejected(texts, source, Trail.of(after))));
    }

    private static Optional<ProgressBar> progress(Texts texts, HarvestRun run) {
        if (run.state() != HarvestRun.State.RUNNING || run.expected().isEmpty()) {
            return Optional.empty();
        }
        var all = (int) Math.max(1, run.expected().getAsLong());
        var read = (int) Math.min(all, run.counts().read());
        return Optional.of(new ProgressBar(
                texts.say("harvest.progress"),
                read,
                all,
                texts.say("harvest.progress.words", texts.number(read), texts.number(all))));
    }

    private static KeyFacts facts(Texts texts, Source source) {
        var said = source.said();
        return new KeyFacts(List.of(
                Words.fact(texts, "kind", Words.of(texts, "kind", said.kind())),
                Words.fact(texts, "address", said.address()).noting(Words.of(texts, "line", said.line())),
                Words.fact(texts, "audience", Words.of(texts, "audience", said.audience())),
                Words.fact(texts, "every", source.isOn() ? Words.every(texts, source) : texts.say("harvest.off")),
                Words.fact(
                        texts,
                        "next",
                        source.nextAt()
                                .filter(next -> source.isOn())
                                .map(texts::moment)
                                .orElse("–"))));
    }

    private static List<ButtonLink> ways(Texts texts, SignedIn.Officer officer, Source source) {
        var found = ButtonLink.plain(
                texts.say("harvest.found"),
                ListAddress.of(ForeignCatalogs.DESK_LIST)
                        .with("source", String.valueOf(source.id()))
                        .toString());
        return Harvests.isKeeper(officer)
                ? List.of(found, ButtonLink.plain(texts.say("harvest.change"), Words.address(source) + "/edit"))
                : List.of(found);
    }

    private static List<FormPage> steps(PageFrame frame, SignedIn.Officer officer, Source source) {
        if (!Harvests.isKeeper(officer)) {
            return List.of();
        }
        var texts = frame.texts();
        var turn = texts.say(source.isOn() ? "harvest.step.off" : "harvest.step.on");
        return List.of(
                step(frame, source, "begin", Button.main(texts.say("harvest.step.begin"))),
                step(frame, source, "turn", Button.plain(turn)));
    }

    private static FormPage step(PageFrame frame, Source source, String step, Button button) {
        var send = FormPage.Send.to(Words.address(source) + "/" + step, frame.csrf());
        return FormPage.of(frame.texts(), "", send, List.of(), button);
    }

    private static DataTable runs(Texts texts, List<HarvestRun> runs) {
        var columns = Stream.concat(
                        Stream.of(Words.column(texts, "state"), Words.column(texts, "started")),
                        Stream.of("read", "fresh", "changed", "unchanged", "rejected", "gone")
                                .map(name -> Words.figures(texts, name)))
                .toList();
        return Words.table(
                texts,
                "runs",
                columns,
                runs.stream().map(run -> row(texts, run)).toList());
    }

    private static Row row(Texts texts, HarvestRun run) {
        var counts = run.counts();
        var took = run.times()
                .ended()
                .map(end -> texts.say(
                        "harvest.took",
                        texts.number(java.time.Duration.between(run.times().started(), end)
                                .toSeconds())))
                .orElse("");
        return Row.of(
                new Cell.Lit(Words.lamp(texts, Optional.of(run))),
                new Cell.TwoLines(texts.moment(run.times().started()), took),
                new Cell.Figure(texts.number(counts.read())),
                new Cell.Figure(texts.number(counts.fresh())),
                new Cell.Figure(texts.number(counts.changed())),
                new Cell.Figure(texts.number(counts.unchanged())),
                new Cell.Figure(texts.number(counts.rejected())),
                new Cell.Figure(texts.number(counts.gone())));
    }

    private SourcePage.Rejected rejected(Texts texts, Source source, Trail trail) {
        var rows = harvests.rejected(source, trail.number().orElse(Long.MAX_VALUE), PAGE);
        var columns = Stream.of("number", "reason", "identifier", "first")
                .map(name -> Words.column(texts, name))
                .toList();
        var table = Words.table(
                texts,
                "rejected",
                columns,
                rows.stream().map(row -> row(texts, row)).toList());
        var pages = ListAddress.of(Words.address(source))
                .pages(
                        texts,
                        trail,
                        Trail.next(rows, PAGE, RejectedRecord::id),
                        texts.say("harvest.shown", rows.size()));
        return new SourcePage.Rejected(table, pages);
    }

    private static Row row(Texts texts, RejectedRecord row) {
        var href = Words.address(row);
        return Row.opening(
                href,
                new Cell.Opens(texts.say("harvest.number", row.id()), href),
                new Cell.Words(Words.fault(texts, row.fault())),
                new Cell.Words(row.identifier().isEmpty() ? texts.say("harvest.unnamed") : row.identifier()),
                new Cell.Words(texts.moment(row.first())));
    }

    @PostMapping(ONE + "/begin")
    Object begin(@AuthenticationPrincipal SignedIn.Officer officer, @PathVariable long id) {
        var source = harvests.find(id).orElseThrow(Words::notFound);
        return Redirect.to(Words.address(source)
                + switch (harvests.begin(officer, source)) {
                    case Outcome.Done<Long, ?> begun -> "?done=begin";
                    case Outcome.Refused<Long, ?> running when Harvests.isKeeper(officer) -> "?done=running";
                    case Outcome.Refused<Long, ?> no -> throw Words.forbidden();
                });
    }

    @PostMapping(ONE + "/turn")
    Object turn(@AuthenticationPrincipal SignedIn.Officer officer, @PathVariable long id) {
        var source = harvests.find(id).orElseThrow(Words::notFound);
        if (harvests.turn(officer, source) instanceof Outcome.Refused) {
            throw Words.forbidden();
        }
        return Redirect.to(Words.address(source) + "?done=" + (source.isOn() ? "off" : "on"));
    }
}
