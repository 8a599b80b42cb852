package org.tongqu.platform.data.discovery.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.Checkboxes;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.TextArea;
import org.tongqu.design.form.TextField;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.data.discovery.Discovery;
import org.tongqu.platform.data.discovery.DiscoveryRefusal;
import org.tongqu.platform.data.discovery.Looked;
import org.tongqu.platform.data.discovery.SharingTerms;
import org.tongqu.platform.data.exchange.Connections;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where a department looks into its own databases and drafts resources of the tables it chooses. */
@Controller
class DiscoveryController {

    private static final String PLACE = "/desk/catalog/discover";
    private static final String CATALOG = "/desk/catalog";
    private static final int SHORT = 20;
    private static final int LONG = 2000;

    private final Discovery discovery;

    DiscoveryController(Discovery discovery) {
        this.discovery = discovery;
    }

    /** What was sent. */
    record Sent(String system, Set<String> chosen, String category, String basis, String condition) {

        static Sent of(MultiValueMap<String, String> form) {
            return new Sent(
                    first(form, "system"),
                    Set.copyOf(form.getOrDefault("tables", List.of())),
                    first(form, "category"),
                    first(form, "basis"),
                    first(form, "condition"));
        }

        private static String first(MultiValueMap<String, String> form, String name) {
            return Objects.requireNonNullElse(form.getFirst(name), "").strip();
        }

        static Sent nothing(String system) {
            return new Sent(system, Set.of(), "", "", "");
        }
    }

    @GetMapping(PLACE)
    Html look(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "") String system,
            @RequestParam(defaultValue = "0") int drafted) {
        var texts = frame.texts();
        var told = drafted == 0
                ? frame
                : frame.noticing(List.of(NoticeBanner.success(texts.say("discovery.drafted", drafted))
                        .saying(texts.say("discovery.drafted.text"))));
        return page(told, officer, Sent.nothing(system), Asked.FIRST);
    }

    private enum Asked {
        FIRST,
        AGAIN
    }

    @PostMapping(PLACE)
    Object draft(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam MultiValueMap<String, String> form) {
        var texts = frame.texts();
        var sent = Sent.of(form);
        if (sent.chosen().isEmpty()
                || !ResourceCode.isCategory(sent.category())
                || sent.basis().isBlank()
                || sent.condition().isBlank()) {
            return page(frame, officer, sent, Asked.AGAIN).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var terms = new SharingTerms(sent.category(), sent.basis(), sent.condition());
        return switch (discovery.draft(
                officer, sent.system(), sent.chosen(), terms, texts.say("discovery.summary", sent.system()))) {
            case Outcome.Done<List<ResourceCode>, DiscoveryRefusal>(var codes) ->
                Redirect.to(ListAddress.of(PLACE)
                        .with("system", sent.system())
                        .with("drafted", String.valueOf(codes.size()))
                        .toString());
            case Outcome.Refused<List<ResourceCode>, DiscoveryRefusal>(var why) ->
                page(frame.noticing(List.of(said(texts, why))), officer, sent, Asked.FIRST)
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static NoticeBanner said(Texts texts, DiscoveryRefusal refusal) {
        return switch (refusal) {
            case DiscoveryRefusal.MayNot(var why) ->
                throw new ResponseStatusException(HttpStatus.FORBIDDEN, why.toString());
            case DiscoveryRefusal.NoSystem no -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case DiscoveryRefusal.Untold(Connections.Unread.Unreachable(var why)) ->
                NoticeBanner.error(texts.say("discovery.unreachable"))
                        .saying(texts.say("discovery.unreachable.text", why));
            case DiscoveryRefusal.Untold(Connections.Unread.ByNode(var why)) ->
                NoticeBanner.error(texts.say("discovery.untold"))
                        .saying(texts.say(
                                "discovery.untold.text", texts.say("exchange.reason." + why.code(), why.detail())));
            case DiscoveryRefusal.NothingChosen nothing -> NoticeBanner.error(texts.say("discovery.wrong.tables"));
            case DiscoveryRefusal.NotTaken(var table, var why) ->
                NoticeBanner.error(texts.say("discovery.not-taken", table))
                        .saying(texts.say("discovery.not-taken.text"));
        };
    }

    private Html page(PageFrame frame, SignedIn.Officer officer, Sent sent, Asked asked) {
        if (!discovery.mayLook(officer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var texts = frame.texts();
        var framed = frame.titled(texts.say("discovery.heading"))
                .at(
                        "catalog",
                        Breadcrumbs.of(
                                new Crumb(texts.say("catalog.heading"), CATALOG),
                                new Crumb(texts.say("discovery.heading"), "")));
        var systems = discovery.systems(officer);
        if (systems.isEmpty()) {
            return page(new DiscoveryPage(
                    framed,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(EmptyState.of(texts.say("discovery.none"), texts.say("discovery.none.text")))));
        }
        var bar = Optional.of(systems(texts, systems, sent.system()));
        if (sent.system().isEmpty()) {
            return page(new DiscoveryPage(
                    framed,
                    bar,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(EmptyState.of(texts.say("discovery.choose"), texts.say("discovery.choose.text")))));
        }
        return switch (discovery.look(officer, sent.system())) {
            case Outcome.Done<Looked, DiscoveryRefusal>(var looked) ->
                page(new DiscoveryPage(
                        framed,
                        bar,
                        form(frame, looked, sent, asked),
                        Optional.of(drafted(texts, looked)),
                        Optional.empty()));
            case Outcome.Refused<Looked, DiscoveryRefusal>(var why) ->
                page(new DiscoveryPage(
                        framed.noticing(List.of(said(texts, why))),
                        bar,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        };
    }

    private static Html page(DiscoveryPage page) {
        return Html.page("data/discovery/DiscoveryPage", page);
    }

    private static FilterBar systems(Texts texts, List<String> systems, String chosen) {
        return new FilterBar(
                texts,
                PLACE,
                List.of(new FilterBar.Filter.OneOf(
                        "system",
                        texts.say("discovery.system"),
                        systems.stream()
                                .map(system -> Choice.of(system, system))
                                .toList(),
                        chosen,
                        texts.say("discovery.system.choose"))),
                List.of(),
                PLACE);
    }

    private static Optional<FormPage> form(PageFrame frame, Looked looked, Sent sent, Asked asked) {
        var texts = frame.texts();
        var fresh = looked.tables().stream()
                .filter(seen -> seen.resource().isEmpty())
                .map(seen -> choice(texts, seen))
                .toList();
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        var again = asked == Asked.AGAIN;
        return Optional.of(FormPage.of(
                texts,
                "",
                FormPage.Send.to(PLACE, frame.csrf()).along("system", looked.system()),
                List.of(
                        new Checkboxes(
                                question(texts, "tables", again && sent.chosen().isEmpty()), fresh, sent.chosen()),
                        new TextField(
                                question(texts, "category", again && !ResourceCode.isCategory(sent.category())),
                                sent.category(),
                                TextField.Kind.SHORT,
                                SHORT),
                        new TextArea(
                                question(texts, "basis", again && sent.basis().isBlank()), sent.basis(), 2, LONG),
                        new TextArea(
                                question(
                                        texts,
                                        "condition",
                                        again && sent.condition().isBlank()),
                                sent.condition(),
                                2,
                                LONG)),
                Button.main(texts.say("discovery.draft"))));
    }

    private static Choice choice(Texts texts, Looked.Seen seen) {
        var table = seen.table();
        return Choice.of(
                table.path(),
                texts.say(
                        "discovery.table",
                        table.path(),
                        table.remark().isEmpty() ? texts.say("discovery.unsaid") : table.remark(),
                        table.columns().size()));
    }

    private static Question question(Texts texts, String name, boolean isWrong) {
        var question = Question.of(texts, name, texts.say("discovery." + name));
        var hinted = texts.knows("discovery." + name + ".hint")
                ? question.hint(texts.say("discovery." + name + ".hint"))
                : question;
        return isWrong ? hinted.wrong(texts.say("discovery.wrong." + name)) : hinted;
    }

    private static DataTable drafted(Texts texts, Looked looked) {
        return new DataTable(
                texts,
                texts.say("discovery.known"),
                Stream.of("path", "resource", "since")
                        .map(name -> DataTable.Column.of(texts.say("discovery.column." + name)))
                        .toList(),
                looked.tables().stream()
                        .flatMap(seen -> seen.resource().stream().map(resource -> row(texts, seen, resource)))
                        .toList(),
                EmptyState.of(texts.say("discovery.known.none"), texts.say("discovery.known.none.text")),
                "");
    }

    private static DataTable.Row row(Texts texts, Looked.Seen seen, Looked.Became resource) {
        var href = CATALOG + "/" + resource.code().key();
        return DataTable.Row.opening(
                href,
                new Cell.Words(seen.table().path()),
                new Cell.Opens(resource.name(), href),
                new Cell.Words(
                        resource.isAsBefore()
                                ? texts.say("discovery.same")
                                : Stream.of(
                                                named(texts, "discovery.added", resource.added()),
                                                named(texts, "discovery.gone", resource.gone()))
                                        .flatMap(Optional::stream)
                                        .reduce((one, other) -> one + " " + other)
                                        .orElse("")));
    }

    private static Optional<String> named(Texts texts, String key, List<String> fields) {
        return fields.isEmpty() ? Optional.empty() : Optional.of(texts.say(key, String.join(", ", fields)));
    }
}
