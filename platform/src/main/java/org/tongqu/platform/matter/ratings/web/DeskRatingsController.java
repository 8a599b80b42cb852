package org.tongqu.platform.matter.ratings.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Tabs;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.ratings.FollowUp;
import org.tongqu.platform.matter.ratings.FollowUpRefusal;
import org.tongqu.platform.matter.ratings.FollowUpStep;
import org.tongqu.platform.matter.ratings.FollowUps;
import org.tongqu.platform.matter.ratings.RatingPage;
import org.tongqu.platform.matter.ratings.Ratings;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** Ratings on the desk: the list, one of them, and what is done about a bad one. */
@Controller
class DeskRatingsController {

    static final String ADDRESS = "/desk/ratings";

    private final Ratings ratings;
    private final FollowUps followUps;
    private final ServiceCatalogue catalogue;
    private final Directory directory;
    private final Clock clock;

    DeskRatingsController(
            Ratings ratings, FollowUps followUps, ServiceCatalogue catalogue, Directory directory, Clock clock) {
        this.ratings = ratings;
        this.followUps = followUps;
        this.catalogue = catalogue;
        this.directory = directory;
        this.clock = clock;
    }

    /** Which ratings are asked for. */
    record Query(@Nullable String view, @Nullable String after) {

        RatingPage.View chosen() {
            return Stream.of(RatingPage.View.values())
                    .filter(known -> code(known).equals(view))
                    .findFirst()
                    .orElse(RatingPage.View.ALL);
        }

        String rows(String trail) {
            return ListAddress.of(ADDRESS)
                    .with("view", chosen() == RatingPage.View.ALL ? "" : code(chosen()))
                    .with("after", trail)
                    .toString();
        }
    }

    /** What was written in one of the forms. */
    record Written(
            @Nullable String words,
            @Nullable String appeal,
            @Nullable String ruling,
            @Nullable String verdict) {

        String said() {
            return Stream.of(words == null ? "" : words, appeal == null ? "" : appeal)
                    .filter(text -> !text.isBlank())
                    .findFirst()
                    .map(String::strip)
                    .orElse("");
        }

        FollowUps.Said verified() {
            var found = Stream.of(FollowUpStep.Verdict.values())
                    .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(verdict))
                    .findFirst();
            return new FollowUps.Said(found, said());
        }
    }

    static String code(RatingPage.View view) {
        return view.name().toLowerCase(Locale.ROOT);
    }

    @GetMapping(ADDRESS)
    Html list(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, Query query) {
        var texts = frame.texts();
        var trail = Trail.of(query.after());
        var page = ratings.page(officer, query.chosen(), trail.start());
        return Html.page(
                "matter/ratings/DeskRatingsPage",
                new DeskRatingsPage(
                        frame.titled(texts.say("ratings.title")).at("ratings", Breadcrumbs.none()),
                        tabs(texts, query, page),
                        table(texts, page),
                        Pagination.of(
                                texts,
                                trail,
                                page.next(),
                                query::rows,
                                texts.say(
                                        "ratings.shown",
                                        texts.number(page.rows().size())))));
    }

    @GetMapping(ADDRESS + "/{id}")
    Html rating(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String id) {
        var file = followUps.find(officer, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var words = new Words(frame.texts(), catalogue, directory);
        return Html.page(
                "matter/ratings/DeskRatingPage", new RatingTelling(frame, file, words, clock.instant()).page());
    }

    @PostMapping(ADDRESS + "/{id}/call")
    Object call(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer who, @PathVariable String id, Written form) {
        return done(frame, who, id, () -> followUps.call(who, id, form.said()));
    }

    @PostMapping(ADDRESS + "/{id}/verify")
    Object verify(
            PageFrame frame, @AuthenticationPrincipal SignedIn.Officer who, @PathVariable String id, Written form) {
        return done(frame, who, id, () -> followUps.verify(who, id, form.verified()));
    }

    @PostMapping(ADDRESS + "/{id}/answer")
    Object answer(
            PageFrame frame, @AuthenticationPrincipal SignedIn.Officer who, @PathVariable String id, Written form) {
        return done(frame, who, id, () -> followUps.answer(who, id, form.said()));
    }

    @PostMapping(ADDRESS + "/{id}/appeal")
    Object appeal(
            PageFrame frame, @AuthenticationPrincipal SignedIn.Officer who, @PathVariable String id, Written form) {
        return done(frame, who, id, () -> followUps.appeal(who, id, form.said()));
    }

    @PostMapping(ADDRESS + "/{id}/judge")
    Object judge(
            PageFrame frame, @AuthenticationPrincipal SignedIn.Officer who, @PathVariable String id, Written form) {
        return done(
                frame,
                who,
                id,
                () -> "uphold".equals(form.ruling())
                        ? followUps.uphold(who, id, form.said())
                        : followUps.reject(who, id, form.said()));
    }

    private Object done(
            PageFrame frame, SignedIn.Officer who, String id, Supplier<Outcome<FollowUp, FollowUpRefusal>> act) {
        return switch (act.get()) {
            case Outcome.Done<FollowUp, FollowUpRefusal> done -> "redirect:" + ADDRESS + "/" + id;
            case Outcome.Refused<FollowUp, FollowUpRefusal>(FollowUpRefusal.NotThere none) ->
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Outcome.Refused<FollowUp, FollowUpRefusal>(var why) ->
                rating(frame.noticing(List.of(NoticeBanner.error(refusal(frame.texts(), why)))), who, id)
                        .with(
                                why instanceof FollowUpRefusal.WordsMissing
                                                || why instanceof FollowUpRefusal.VerdictMissing
                                        ? HttpStatus.UNPROCESSABLE_CONTENT
                                        : HttpStatus.CONFLICT);
        };
    }

    private String refusal(Texts texts, FollowUpRefusal why) {
        return switch (why) {
            case FollowUpRefusal.NotThere none -> texts.say("ratings.refused.not-there");
            case FollowUpRefusal.NotTheChief(var code) ->
                texts.say("ratings.refused.not-the-chief", new Words(texts, catalogue, directory).office(code));
            case FollowUpRefusal.WorkedOnIt own -> texts.say("ratings.refused.worked-on-it");
            case FollowUpRefusal.NotASupervisor no -> texts.say("ratings.refused.not-a-supervisor");
            case FollowUpRefusal.NotItsTurn(var state) ->
                texts.say(
                        "ratings.refused.not-its-turn",
                        texts.say("ratings.state." + state.name().toLowerCase(Locale.ROOT)));
            case FollowUpRefusal.WordsMissing no -> texts.say("ratings.refused.words-missing");
            case FollowUpRefusal.VerdictMissing no -> texts.say("ratings.refused.verdict-missing");
            case FollowUpRefusal.CalendarUnknown(var year) ->
                texts.say("ratings.refused.calendar-unknown", String.valueOf(year));
        };
    }

    private static Tabs tabs(Texts texts, Query query, RatingPage page) {
        var tabs = Stream.of(RatingPage.View.values())
                .map(view -> new Tabs.Tab(
                        code(view),
                        texts.say("ratings.view." + code(view)),
                        view == RatingPage.View.ALL ? ADDRESS : ADDRESS + "?view=" + code(view),
                        texts.number(
                                Optional.ofNullable(page.counts().get(view)).orElse(0L))))
                .toList();
        return new Tabs(texts.say("ratings.title"), tabs, code(query.chosen()));
    }

    private DataTable table(Texts texts, RatingPage page) {
        var columns = Stream.of("grade", "service", "said", "office", "day", "state")
                .map(key -> Column.of(texts.say("ratings.column." + key)))
                .toList();
        var words = new Words(texts, catalogue, directory);
        return new DataTable(
                texts,
                texts.say("ratings.caption"),
                columns,
                page.rows().stream().map(row -> row(words, row)).toList(),
                EmptyState.of(texts.say("ratings.none"), texts.say("ratings.none.text")),
                "");
    }

    private Row row(Words words, RatingPage.Row row) {
        var rating = row.rating();
        var href = ADDRESS + "/" + rating.id();
        var said = rating.said().words().isBlank()
                ? words.texts().say("ratings.said.nothing")
                : rating.said().words();
        return Row.opening(
                href,
                new Cell.Lit(words.lamp(rating)),
                new Cell.Opens(
                        words.service(rating.served().packId())
                                + words.texts().say("ratings.dash")
                                + words.point(rating),
                        href),
                new Cell.TwoLines(said, words.reasons(rating)),
                new Cell.Words(words.office(rating.served().organisation())),
                new Cell.Words(words.day(rating)),
                row.followUp()
                        .<Cell>map(open -> new Cell.Lit(words.lamp(open, clock.instant())))
                        .orElse(new Cell.Words("")));
    }
}
