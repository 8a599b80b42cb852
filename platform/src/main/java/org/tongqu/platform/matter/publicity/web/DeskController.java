package org.tongqu.platform.matter.publicity.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
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
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.matter.publicity.Penalties;
import org.tongqu.platform.matter.publicity.Penalty;
import org.tongqu.platform.matter.publicity.PenaltyRefusal;
import org.tongqu.platform.matter.publicity.web.PenaltyForms.Typed;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.access.AccessRefusal;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where an office registers its penalty decisions, publishes, corrects and withdraws them. */
@Controller
class DeskController {

    static final String LIST = "/desk/publicity";
    static final String NEW = LIST + "/new";
    private static final String PLACE = "publicity";
    private static final String FILE = LIST + "/{id}";

    private final Penalties penalties;
    private final ServiceCatalogue catalogue;
    private final Directory directory;

    DeskController(Penalties penalties, ServiceCatalogue catalogue, Directory directory) {
        this.penalties = penalties;
        this.catalogue = catalogue;
        this.directory = directory;
    }

    static String file(String id) {
        return LIST + "/" + id;
    }

    @GetMapping(LIST)
    Html list(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(required = false) @Nullable String after) {
        var texts = frame.texts();
        var trail = Trail.of(after);
        var found = penalties.list(officer, trail.start());
        var shelves = new Shelves(texts, catalogue, directory);
        return Html.page(
                "matter/publicity/PenaltiesPage",
                new PenaltiesPage(
                        frame.titled(texts.say("publicity.desk.heading")).at(PLACE, Breadcrumbs.none()),
                        penalties.mayRegister(officer)
                                ? List.of(
                                        ButtonLink.main(texts.say("publicity.new"), NEW),
                                        ButtonLink.plain(texts.say("publicity.take"), TakeController.TAKE))
                                : List.of(),
                        new DataTable(
                                texts,
                                texts.say("publicity.desk.heading"),
                                Stream.of("number", "subject", "penalties", "day", "office", "standing")
                                        .map(name -> Column.of(texts.say("publicity.column." + name)))
                                        .toList(),
                                found.rows().stream()
                                        .map(penalty -> row(shelves, penalty))
                                        .toList(),
                                EmptyState.of(
                                        texts.say("publicity.desk.empty"), texts.say("publicity.desk.empty.text")),
                                ""),
                        ListAddress.of(LIST)
                                .pages(
                                        texts,
                                        trail,
                                        found.next(),
                                        texts.say(
                                                "publicity.shown", found.rows().size()))));
    }

    private Row row(Shelves shelves, Penalty penalty) {
        var decided = penalty.decided();
        var href = file(penalty.id());
        return Row.opening(
                href,
                new Cell.Opens(decided.number(), href),
                new Cell.Words(decided.subject().name()),
                new Cell.Words(decided.deed().violation()),
                new Cell.Words(shelves.texts().day(decided.on())),
                new Cell.Words(shelves.office(penalty.organisation())),
                new Cell.Words(standing(shelves.texts(), penalty)));
    }

    /** Where it stands, and until when it is to be published. */
    private String standing(Texts texts, Penalty penalty) {
        var state = penalties.state(penalty);
        var said = texts.say("publicity.state." + state.code());
        return state == Penalty.State.REGISTERED
                ? penalty.term()
                        .dueAt()
                        .map(due -> texts.say("publicity.state.due", texts.moment(due)))
                        .orElse(said)
                : said;
    }

    @GetMapping(NEW)
    Html begin(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer) {
        if (!penalties.mayRegister(officer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return blank(frame, Typed.nothing());
    }

    private static Html blank(PageFrame frame, Typed typed) {
        var texts = frame.texts();
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("publicity.desk.heading"), LIST), new Crumb(texts.say("publicity.new"), ""));
        return Html.page(
                "matter/publicity/PenaltyPage",
                new PenaltyPage(
                        frame.titled(texts.say("publicity.new")).at(PLACE, crumbs),
                        texts.say("publicity.new"),
                        "",
                        List.of(),
                        List.of(new PenaltyForms(frame).register(typed)),
                        List.of()));
    }

    @PostMapping(NEW)
    Object register(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam MultiValueMap<String, String> sent) {
        var typed = new Typed(sent, Map.of());
        var unreadable = typed.unreadable();
        if (!unreadable.isEmpty()) {
            return blank(frame, typed.with(unreadable)).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (penalties.register(officer, typed.decided())) {
            case Outcome.Done<Penalty, PenaltyRefusal>(var penalty) ->
                Redirect.to(file(penalty.id()) + "?done=registered");
            case Outcome.Refused<Penalty, PenaltyRefusal>(var why) ->
                blank(frame, typed.with(wrong(why))).with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** What was refused, by the field that is to be mended. */
    private static Map<String, String> wrong(PenaltyRefusal refusal) {
        return switch (refusal) {
            case PenaltyRefusal.Wrong(var fields) -> fields;
            case PenaltyRefusal.NumberTaken taken -> Map.of("number", "taken");
            case PenaltyRefusal.TooEarly early -> Map.of("how", "early");
            case PenaltyRefusal.WhyMissing missing -> Map.of("why", "missing");
            case PenaltyRefusal.Gone gone -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case PenaltyRefusal.MayNot(AccessRefusal why) -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case PenaltyRefusal.AlreadyPublished published -> Map.of();
            case PenaltyRefusal.AlreadyWithdrawn withdrawn -> Map.of();
        };
    }

    @GetMapping(FILE)
    Html one(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done) {
        var penalty = found(officer, id);
        return draw(Done.told(frame, "publicity.done." + done), officer, penalty, Typed.nothing());
    }

    private Penalty found(SignedIn.Officer officer, String id) {
        return penalties.find(officer, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Html draw(PageFrame frame, SignedIn.Officer officer, Penalty penalty, Typed typed) {
        var texts = frame.texts();
        var shelves = new Shelves(texts, catalogue, directory);
        var number = penalty.decided().number();
        var isOpen = isOpen(officer, penalty);
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("publicity.desk.heading"), LIST), new Crumb(number, ""));
        return Html.page(
                "matter/publicity/PenaltyPage",
                new PenaltyPage(
                        frame.titled(number).at(PLACE, crumbs),
                        number,
                        standing(texts, penalty),
                        List.of(facts(shelves, penalty)),
                        isOpen ? forms(frame, penalty, typed) : List.of(),
                        isOpen
                                ? List.of(ButtonLink.plain(
                                        texts.say("publicity.correct"), file(penalty.id()) + "/correct"))
                                : List.of()));
    }

    /** Whether the officer can still do something with it. */
    private boolean isOpen(SignedIn.Officer officer, Penalty penalty) {
        return penalty.standing().withdrawn().isEmpty() && penalties.mayAct(officer, penalty);
    }

    private KeyFacts facts(Shelves shelves, Penalty penalty) {
        var facts = new ArrayList<>(shelves.facts(shelves.lines(penalty)).facts());
        var texts = shelves.texts();
        penalty.standing()
                .publishedAt()
                .ifPresent(at -> facts.add(KeyFacts.Fact.of(texts.say("publicity.fact.published"), texts.moment(at))));
        penalties
                .repairable(penalty)
                .ifPresent(day -> facts.add(KeyFacts.Fact.of(texts.say("publicity.fact.repairable"), texts.day(day))));
        facts.addAll(shelves.corrections(penalties.corrections(penalty)));
        penalty.standing().withdrawn().ifPresent(gone -> facts.add(shelves.withdrawn(gone)));
        facts.addAll(shelves.also(penalty));
        return new KeyFacts(facts);
    }

    private static List<FormPage> forms(PageFrame frame, Penalty penalty, Typed typed) {
        var forms = new PenaltyForms(frame);
        var all = new ArrayList<FormPage>();
        if (penalty.standing().publishedAt().isEmpty()) {
            all.add(forms.publish(penalty.id()));
        }
        all.add(forms.withdraw(penalty.id(), typed));
        return all;
    }

    @PostMapping(FILE + "/publish")
    Object publish(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String id) {
        return after(frame, officer, id, penalties.publish(officer, id), "published");
    }

    @PostMapping(FILE + "/withdraw")
    Object withdraw(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String how) {
        return how.equals(Penalty.How.REPAIRED.code())
                ? after(frame, officer, id, penalties.repair(officer, id, why), "repaired")
                : after(frame, officer, id, penalties.withdraw(officer, id, why), "withdrawn");
    }

    /** Back to the decision: with what was done, or with what is wrong. */
    private Object after(
            PageFrame frame,
            SignedIn.Officer officer,
            String id,
            Outcome<Penalty, PenaltyRefusal> outcome,
            String done) {
        return switch (outcome) {
            case Outcome.Done<Penalty, PenaltyRefusal> ok -> Redirect.to(file(id) + "?done=" + done);
            case Outcome.Refused<Penalty, PenaltyRefusal>(var why) -> {
                var wrong = wrong(why);
                var said = wrong.isEmpty()
                        ? frame.noticing(
                                List.of(NoticeBanner.error(frame.texts().say("publicity.refused.done"))))
                        : frame;
                yield draw(said, officer, found(officer, id), Typed.nothing().with(wrong))
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    @GetMapping(FILE + "/correct")
    Html mend(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String id) {
        var penalty = found(officer, id);
        if (!isOpen(officer, penalty)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return mending(frame, penalty, Typed.of(penalty.decided()));
    }

    private static Html mending(PageFrame frame, Penalty penalty, Typed typed) {
        var texts = frame.texts();
        var heading = texts.say("publicity.correct.heading", penalty.decided().number());
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("publicity.desk.heading"), LIST),
                new Crumb(penalty.decided().number(), file(penalty.id())),
                new Crumb(texts.say("publicity.correct"), ""));
        return Html.page(
                "matter/publicity/PenaltyPage",
                new PenaltyPage(
                        frame.titled(heading).at(PLACE, crumbs),
                        heading,
                        "",
                        List.of(),
                        List.of(new PenaltyForms(frame).correct(penalty.id(), typed)),
                        List.of()));
    }

    @PostMapping(FILE + "/correct")
    Object correct(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent) {
        var typed = new Typed(sent, Map.of());
        var unreadable = typed.unreadable();
        if (!unreadable.isEmpty()) {
            return mending(frame, found(officer, id), typed.with(unreadable)).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (penalties.correct(officer, id, typed.decided(), typed.at("why"))) {
            case Outcome.Done<Penalty, PenaltyRefusal> done -> Redirect.to(file(id) + "?done=corrected");
            case Outcome.Refused<Penalty, PenaltyRefusal>(var why) ->
                mending(frame, found(officer, id), typed.with(wrong(why))).with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
