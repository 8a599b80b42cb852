package org.tongqu.platform.data.exchange.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.tongqu.design.PageFrame;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.DataTable;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.exchange.Comparing;
import org.tongqu.platform.data.exchange.Comparison;
import org.tongqu.platform.data.exchange.Comparison.Kind;
import org.tongqu.platform.data.exchange.ComparisonRefusal;
import org.tongqu.platform.data.exchange.Flows;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.exchange.Run;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.identity.SignedIn;

/** Both sides of a flow compared: asked for, looked at, and what differs sent again. */
@Controller
class ComparisonController {

    private static final String ALL = Words.CENTRE + "/{id}/comparisons";
    private static final int PAGE = 20;

    private final Flows flows;
    private final Comparing comparing;

    ComparisonController(Flows flows, Comparing comparing) {
        this.flows = flows;
        this.comparing = comparing;
    }

    @PostMapping(ALL)
    Object compare(@AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String id) {
        return switch (comparing.compare(officer, flow(id))) {
            case Outcome.Done<Comparing.Begun<Comparison>, ComparisonRefusal>(var begun) ->
                Redirect.to(ComparisonTelling.address(begun.with()));
            case Outcome.Refused<Comparing.Begun<Comparison>, ComparisonRefusal>(var why) ->
                refused(why, Words.address(id));
        };
    }

    @PostMapping(ALL + "/{number}/send")
    Object send(@AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String id, @PathVariable long number) {
        var page = Words.address(id) + "/comparisons/" + number;
        return switch (comparing.sendAgain(officer, flow(id), number)) {
            case Outcome.Done<Comparing.Begun<Run>, ComparisonRefusal> done -> Redirect.to(page + "?done=sending");
            case Outcome.Refused<Comparing.Begun<Run>, ComparisonRefusal>(var why) -> refused(why, page);
        };
    }

    private static Object refused(ComparisonRefusal why, String page) {
        return switch (why) {
            case ComparisonRefusal.Unknown unknown -> throw Words.notFound();
            case ComparisonRefusal.MayNot no -> throw Words.forbidden();
            case ComparisonRefusal.Busy busy -> Redirect.to(page + "?refused=busy");
            case ComparisonRefusal.Barred(var reason) -> Redirect.to(page + "?refused=barred");
            case ComparisonRefusal.NothingToSend nothing -> Redirect.to(page + "?refused=nothing");
        };
    }

    private PlannedFlow flow(String id) {
        return flows.find(id).orElseThrow(Words::notFound);
    }

    @GetMapping(ALL + "/{number}")
    Html show(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String id,
            @PathVariable long number,
            Asked asked) {
        var of = switch (comparing.find(officer, flow(id), number)) {
            case Outcome.Done<Comparison, ComparisonRefusal>(var found) -> found;
            case Outcome.Refused<Comparison, ComparisonRefusal>(ComparisonRefusal.MayNot no) -> throw Words.forbidden();
            case Outcome.Refused<Comparison, ComparisonRefusal> other -> throw Words.notFound();
        };
        var texts = frame.texts();
        var heading = texts.say("exchange.compare.heading");
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("exchange.heading"), Words.CENTRE),
                new Crumb(Words.title(texts, flows, id), Words.address(id)),
                new Crumb(heading, ""));
        var told = Words.refused(Done.told(frame, "exchange.done." + asked.done()), asked.refused());
        return Html.page(
                "data/exchange/ComparisonPage",
                new ComparisonPage(
                        told.titled(heading).at("exchange", crumbs),
                        heading,
                        new ComparisonPage.Standing(
                                ComparisonTelling.lamp(texts, of),
                                ComparisonTelling.words(texts, of),
                                ComparisonTelling.facts(texts, of)),
                        steps(frame, of),
                        ways(frame, of),
                        listing(frame, officer, of, asked)));
    }

    /** What is asked of the page. @param view a kind of difference, or the ranges; the first kind that has rows when empty */
    record Asked(
            @Nullable String view,
            @Nullable String after,
            @Nullable String done,
            @Nullable String refused) {}

    private static List<FormPage> steps(PageFrame frame, Comparison of) {
        var texts = frame.texts();
        var steps = new ArrayList<FormPage>();
        if (of.found()
                .filter(found -> found.isMendable() && found.sentBy().isEmpty())
                .isPresent()) {
            steps.add(FormPage.of(
                            texts,
                            "",
                            FormPage.Send.to(ComparisonTelling.address(of) + "/send", frame.csrf()),
                            List.of(),
                            Button.main(texts.say("exchange.step.send")))
                    .lead(texts.say("exchange.compare.send.lead")));
        }
        if (of.state() != Comparison.State.RUNNING) {
            var label = texts.say("exchange.step.compare-again");
            steps.add(FormPage.of(
                    texts,
                    "",
                    FormPage.Send.to(Words.address(of.flow()) + "/comparisons", frame.csrf()),
                    List.of(),
                    steps.isEmpty() ? Button.main(label) : Button.plain(label)));
        }
        return steps;
    }

    private static List<ButtonLink> ways(PageFrame frame, Comparison of) {
        return of.state() == Comparison.State.RUNNING
                ? List.of(ButtonLink.main(frame.texts().say("exchange.compare.look"), ComparisonTelling.address(of)))
                : List.of();
    }

    private ComparisonPage.Listing listing(PageFrame frame, SignedIn.Officer officer, Comparison of, Asked asked) {
        var texts = frame.texts();
        var view = view(of, asked);
        var trail = Trail.of(asked.after());
        DataTable table;
        Optional<String> next;
        if (view.equals(ComparisonTelling.RANGES)) {
            var ranges = comparing.ranges(of, trail.number().orElse(-1L), PAGE);
            table = ComparisonTelling.ranges(texts, ranges);
            next = Trail.next(ranges, PAGE, Comparison.Range::number);
        } else {
            var kinds = Set.of(Coded.of(Kind.class, view));
            var rows = comparing.differences(officer, of, kinds, trail.number().orElse(0L), PAGE);
            table = ComparisonTelling.rows(texts, rows);
            next = Trail.next(rows, PAGE, Comparison.Difference::number);
        }
        return new ComparisonPage.Listing(
                ComparisonTelling.views(texts, of, view),
                texts.say("exchange.compare.note." + view),
                table,
                ListAddress.of(ComparisonTelling.address(of))
                        .with("view", view)
                        .pages(
                                texts,
                                trail,
                                next,
                                texts.say("exchange.compare.shown", table.rows().size())));
    }

    /** What is asked for; else the first kind that has rows. */
    private static String view(Comparison of, Asked asked) {
        var view = asked.view() == null ? "" : asked.view();
        if (view.equals(ComparisonTelling.RANGES)
                || Coded.find(Kind.class, view).isPresent()) {
            return view;
        }
        var counts = of.found().map(Comparison.Found::counts);
        for (var kind : Kind.values()) {
            if (counts.map(known -> known.getOrDefault(kind, 0L)).orElse(0L) > 0) {
                return kind.code();
            }
        }
        return Kind.MISSING_IN_TARGET.code();
    }
}
