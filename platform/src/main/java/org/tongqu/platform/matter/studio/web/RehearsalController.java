package org.tongqu.platform.matter.studio.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.Icon;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.design.view.ProgressBar;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.studio.Figures;
import org.tongqu.platform.matter.studio.RehearsalRefusal;
import org.tongqu.platform.matter.studio.Rehearsals;
import org.tongqu.platform.matter.studio.Rehearsed;
import org.tongqu.platform.matter.studio.View;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** One rehearsal: how far it is, and what would have become of the cases. Opens itself again until it is over. */
@Controller
class RehearsalController {

    private static final String ONE = Words.ALL + "/{id:[0-9]+}";
    private static final String EVERY_SECONDS = "5";

    private final Rehearsals rehearsals;
    private final Directory directory;

    RehearsalController(Rehearsals rehearsals, Directory directory) {
        this.rehearsals = rehearsals;
        this.directory = directory;
    }

    /** What is asked of the page. @param view cases that are looked at together; the first that has any when empty */
    record Asked(
            @Nullable String view,
            @Nullable String after,
            @Nullable String done,
            @Nullable String refused) {

        String viewCode() {
            return view == null ? "" : view;
        }
    }

    @GetMapping(ONE)
    Html show(
            PageFrame frame,
            HttpServletResponse response,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable long id,
            Asked asked) {
        var of = found(officer, id);
        if (!of.state().isOver()) {
            response.setHeader("Refresh", EVERY_SECONDS);
        }
        var texts = frame.texts();
        var words = new Words(texts, directory);
        var heading = texts.say("studio.rehearsal", String.valueOf(id), words.title(of));
        return Html.page(
                "matter/studio/RehearsalPage",
                new RehearsalPage(
                        told(frame, asked).titled(heading).at(Words.PLACE, crumbs(texts, id)),
                        heading,
                        standing(frame, officer, words, of),
                        result(words, officer, of, asked),
                        ChangeTelling.tables(texts, rehearsals.plan(of))));
    }

    private Rehearsed found(SignedIn.Officer officer, long id) {
        Words.admit(officer);
        return rehearsals.find(officer, id).orElseThrow(Words::notFound);
    }

    private static PageFrame told(PageFrame frame, Asked asked) {
        var texts = frame.texts();
        var key = "studio.refused." + asked.refused();
        return texts.knows(key)
                ? frame.noticing(List.of(NoticeBanner.warning(texts.say(key))))
                : Done.told(frame, "studio.done." + asked.done());
    }

    private static Breadcrumbs crumbs(Texts texts, long id) {
        return Breadcrumbs.of(
                new Crumb(texts.say("studio.heading"), Words.STUDIO),
                new Crumb(texts.say("studio.rehearsals"), Words.ALL),
                new Crumb(texts.say("studio.number", String.valueOf(id)), ""));
    }

    private RehearsalPage.Standing standing(PageFrame frame, SignedIn.Officer officer, Words words, Rehearsed of) {
        return new RehearsalPage.Standing(
                words.lamp(of),
                frame.texts().say("studio.state." + of.state().code() + ".text"),
                facts(words, of),
                progress(frame.texts(), of),
                steps(frame, officer, of));
    }

    private static Optional<ProgressBar> progress(Texts texts, Rehearsed of) {
        var progress = of.progress();
        var all = Math.max(progress.all(), progress.played());
        return of.state().isOver()
                ? Optional.empty()
                : Optional.of(new ProgressBar(
                        texts.say("studio.progress"),
                        progress.played(),
                        all,
                        texts.say("studio.progress.of", texts.number(progress.played()), texts.number(all))));
    }

    private static KeyFacts facts(Words words, Rehearsed of) {
        var texts = words.texts();
        var facts = new ArrayList<Fact>();
        facts.add(fact(texts, "pack", words.title(of)).noting(of.change().packId()));
        facts.add(fact(texts, "versions", words.versions(of.change()))
                .noting(texts.say("studio.content", of.change().after().hash().substring(0, 12))));
        facts.add(fact(texts, "files", words.names(of.change().files())));
        facts.add(fact(texts, "period", words.period(of)).noting(texts.say("studio.period.open")));
        facts.add(fact(texts, "organisation", words.offices(of)));
        facts.add(fact(texts, "asked", of.asker().name())
                .noting(texts.moment(of.asker().at())));
        facts.add(fact(texts, "played", texts.number(of.progress().played())));
        of.progress().ended().ifPresent(ended -> facts.add(fact(texts, "ended", texts.moment(ended))));
        if (of.progress().cuts() > 0) {
            facts.add(fact(texts, "cuts", texts.say("studio.cuts", of.progress().cuts()))
                    .noting(texts.say("studio.cuts.text")));
        }
        return new KeyFacts(facts);
    }

    private static Fact fact(Texts texts, String name, String value) {
        return Fact.of(texts.say("studio.fact." + name), value);
    }

    private List<FormPage> steps(PageFrame frame, SignedIn.Officer officer, Rehearsed of) {
        var isOver = of.state().isOver();
        if (isOver ? !rehearsals.mayRehearse(officer) : !of.asker().staff().equals(officer.staff())) {
            return List.of();
        }
        var name = isOver ? "again" : "cancel";
        var label = frame.texts().say("studio." + name);
        return List.of(FormPage.of(
                frame.texts(),
                "",
                FormPage.Send.to(Words.address(of.id()) + "/" + name, frame.csrf()),
                List.of(),
                isOver ? Button.plain(label) : Button.grave(label)));
    }

    /** Nothing as long as no case was played. */
    private Optional<RehearsalPage.Result> result(Words words, SignedIn.Officer officer, Rehearsed of, Asked asked) {
        if (of.progress().played() == 0) {
            return Optional.empty();
        }
        var texts = words.texts();
        var codes = codes(texts, of);
        var telling = new ResultTelling(texts, codes, Words.address(of.id()));
        var figures = rehearsals.figures(of);
        return Optional.of(new RehearsalPage.Result(
                telling.tiles(figures),
                telling.shifts(figures),
                telling.tables(figures),
                listing(officer, of, new Listing(telling, figures, new CaseTelling(words, codes)), asked)));
    }

    private record Listing(ResultTelling telling, Figures figures, CaseTelling cases) {}

    private PackWords codes(Texts texts, Rehearsed of) {
        return new PackWords(texts, List.of(rehearsals.after(of), rehearsals.before(of)));
    }

    private RehearsalPage.Listing listing(SignedIn.Officer officer, Rehearsed of, Listing in, Asked asked) {
        var texts = in.telling().texts();
        var view = ResultTelling.view(asked.viewCode(), in.figures());
        var trail = Trail.of(asked.after());
        var found = rehearsals.cases(officer, of, view, trail.number().orElse(0L));
        return new RehearsalPage.Listing(
                in.telling().views(in.figures(), view),
                texts.say("studio.view." + view.code() + ".note"),
                in.cases().table(view, found.rows()),
                ListAddress.of(Words.address(of.id()))
                        .with("view", view.code())
                        .pages(
                                texts,
                                trail,
                                found.next(),
                                texts.say(
                                        "studio.page",
                                        texts.number(in.figures().in(view)),
                                        found.rows().size())),
                files(texts, of, view));
    }

    private static List<ButtonLink> files(Texts texts, Rehearsed of, View view) {
        return Stream.of(SheetForm.values())
                .map(form -> ButtonLink.plain(
                                texts.say("studio.export", form.name()),
                                ListAddress.of(Words.address(of.id()) + "/cases." + form.code())
                                        .with("view", view.code())
                                        .toString())
                        .with(Icon.DOWNLOAD))
                .toList();
    }

    @PostMapping(ONE + "/cancel")
    Object cancel(@AuthenticationPrincipal SignedIn.Officer officer, @PathVariable long id) {
        found(officer, id);
        return led(rehearsals.cancel(officer, id), id, "cancelled");
    }

    @PostMapping(ONE + "/again")
    Object again(@AuthenticationPrincipal SignedIn.Officer officer, @PathVariable long id) {
        found(officer, id);
        return led(rehearsals.again(officer, id), id, "again");
    }

    private static Object led(Outcome<Long, RehearsalRefusal> outcome, long id, String done) {
        return switch (outcome) {
            case Outcome.Done<Long, RehearsalRefusal>(var next) -> Redirect.to(Words.address(next) + "?done=" + done);
            case Outcome.Refused<Long, RehearsalRefusal>(RehearsalRefusal.MayNot no) ->
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case Outcome.Refused<Long, RehearsalRefusal>(RehearsalRefusal.Busy busy) ->
                Redirect.to(Words.address(busy.id()) + "?refused=busy");
            case Outcome.Refused<Long, RehearsalRefusal>(RehearsalRefusal.NotYours no) ->
                Redirect.to(Words.address(id) + "?refused=not-yours");
            case Outcome.Refused<Long, RehearsalRefusal> other -> Redirect.to(Words.address(id) + "?refused=no-cases");
        };
    }
}
