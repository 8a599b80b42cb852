package org.tongqu.platform.data.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.Select;
import org.tongqu.design.form.TextField;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Pagination;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.catalog.SharingPlace;
import org.tongqu.platform.data.exchange.Node;
import org.tongqu.platform.data.exchange.NodeRefusal;
import org.tongqu.platform.data.exchange.Nodes;
import org.tongqu.platform.operate.web.Done;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** Nodes of departments: let in by a code that is shown once, looked at, taken back. */
@Controller
class NodesController {

    static final String NODES = Words.CENTRE + "/nodes";

    private static final int PAGE = 30;
    private static final int NAME_MOST = 61;

    private final Nodes nodes;
    private final Directory directory;
    private final Clock clock;

    NodesController(Nodes nodes, Directory directory, Clock clock) {
        this.nodes = nodes;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(NODES)
    Html list(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String done) {
        return draw(Done.told(frame, "exchange.node.done." + done), officer, Trail.of(after), Optional.empty());
    }

    /** The page that answers shows the code; it cannot be shown again, so there is no other page to be led to. */
    @PostMapping(NODES)
    Html invite(
            PageFrame frame,
            HttpServletResponse response,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String system) {
        response.setHeader("Cache-Control", "no-store");
        return switch (nodes.invite(officer, organisation, system.strip())) {
            case Outcome.Done<Nodes.Invitation, NodeRefusal>(var invited) ->
                draw(frame, officer, Trail.of(""), Optional.of(code(frame.texts(), invited)));
            case Outcome.Refused<Nodes.Invitation, NodeRefusal>(var why) ->
                draw(frame.noticing(List.of(banner(frame.texts(), why))), officer, Trail.of(""), Optional.empty())
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private NodesPage.Code code(Texts texts, Nodes.Invitation invited) {
        return new NodesPage.Code(
                "./tongqu node enrol --centre " + nodes.address().orElse("") + " --code " + invited.text(),
                invited.fingerprint(),
                texts.moment(invited.until()));
    }

    private static NoticeBanner banner(Texts texts, NodeRefusal why) {
        return NoticeBanner.error(
                switch (why) {
                    case NodeRefusal.MayNot no -> texts.say("exchange.node.refused.may-not");
                    case NodeRefusal.Unknown no -> texts.say("exchange.node.refused.unknown");
                    case NodeRefusal.SystemName(var given) -> texts.say("exchange.node.refused.system-name");
                    case NodeRefusal.OthersSystem(var system) ->
                        texts.say("exchange.node.refused.others-system", system);
                    case NodeRefusal.HasNode(var system) -> texts.say("exchange.node.refused.has-node", system);
                    case NodeRefusal.NoDoor no -> texts.say("exchange.node.refused.no-door");
                });
    }

    @PostMapping(NODES + "/{id}/take-back")
    Object takeBack(@AuthenticationPrincipal SignedIn.Officer officer, @PathVariable long id) {
        return switch (nodes.takeBack(officer, id)) {
            case Outcome.Done<Node, NodeRefusal> done -> Redirect.to(NODES + "?done=take-back");
            case Outcome.Refused<Node, NodeRefusal>(NodeRefusal.Unknown no) -> throw Words.notFound();
            case Outcome.Refused<Node, NodeRefusal> other -> throw Words.forbidden();
        };
    }

    private Html draw(PageFrame frame, SignedIn.Officer officer, Trail trail, Optional<NodesPage.Code> code) {
        if (!SharingPlace.isConcerned(officer)) {
            throw Words.forbidden();
        }
        var texts = frame.texts();
        var heading = texts.say("exchange.nodes");
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("exchange.heading"), Words.CENTRE), new Crumb(heading, ""));
        var shown = nodes.list(officer, new Nodes.NodePage(trail.number().orElse(Long.MAX_VALUE), PAGE));
        return Html.page(
                "data/exchange/NodesPage",
                new NodesPage(
                        frame.titled(heading).at("exchange", crumbs),
                        nodes.address().orElse(""),
                        code,
                        form(frame, officer),
                        returnable(frame, officer, shown),
                        table(texts, shown),
                        pages(texts, shown, trail)));
    }

    private Optional<FormPage> form(PageFrame frame, SignedIn.Officer officer) {
        var texts = frame.texts();
        if (nodes.address().isEmpty() || nodes.mayInvite(officer, officer.organisation()) instanceof Outcome.Refused) {
            return Optional.empty();
        }
        var offices = nodes.offices(officer).stream()
                .map(code -> Choice.of(code, Words.office(texts, directory, code)))
                .toList();
        var system = Question.of(texts, "system", texts.say("exchange.node.system"))
                .hint(texts.say("exchange.node.system.hint"));
        var office = Question.of(texts, "organisation", texts.say("exchange.node.organisation"));
        return Optional.of(FormPage.of(
                texts,
                "",
                FormPage.Send.to(NODES, frame.csrf()),
                List.of(
                        TextField.of(system, "").upTo(NAME_MOST),
                        new Select(office, offices, officer.organisation(), texts.say("exchange.node.choose"))),
                Button.main(texts.say("exchange.node.invite"))));
    }

    private List<NodesPage.Returnable> returnable(PageFrame frame, SignedIn.Officer officer, List<Node> shown) {
        return shown.stream()
                .filter(node ->
                        node.back().isEmpty() && nodes.mayInvite(officer, node.organisation()) instanceof Outcome.Done)
                .map(node -> new NodesPage.Returnable(
                        node.system(),
                        FormPage.of(
                                frame.texts(),
                                "",
                                FormPage.Send.to(NODES + "/" + node.id() + "/take-back", frame.csrf()),
                                List.of(),
                                Button.grave(frame.texts().say("exchange.node.take-back")))))
                .toList();
    }

    private DataTable table(Texts texts, List<Node> shown) {
        return new DataTable(
                texts,
                texts.say("exchange.nodes"),
                Stream.of("state", "system", "office", "flows", "seen", "spool", "until")
                        .map(name -> Column.of(texts.say("exchange.node.column." + name)))
                        .toList(),
                shown.stream().map(node -> row(texts, node)).toList(),
                EmptyState.of(texts.say("exchange.nodes.empty"), texts.say("exchange.nodes.empty.text")),
                "");
    }

    private Row row(Texts texts, Node node) {
        var back = node.back()
                .map(taken -> texts.say("exchange.node.back", texts.moment(taken.at()), taken.by()))
                .orElse("");
        return Row.of(
                new Cell.Lit(lamp(texts, node)),
                new Cell.TwoLines(
                        node.system(),
                        texts.say(
                                "exchange.node.version", node.id(), node.told().version())),
                new Cell.Words(Words.office(texts, directory, node.organisation())),
                new Cell.TwoLines(
                        texts.say(
                                "exchange.node.flows",
                                texts.number(node.keeping().gives()),
                                texts.number(node.keeping().takes())),
                        node.keeping()
                                .loginRemoved()
                                .map(at -> texts.say("exchange.node.login-removed", texts.moment(at)))
                                .orElse("")),
                new Cell.TwoLines(texts.moment(node.seen()), back),
                new Cell.Words(texts.say(
                        "exchange.node.spool",
                        texts.number(node.told().parcels()),
                        texts.number(node.told().bytes() >> 10))),
                new Cell.Words(texts.moment(node.until())));
    }

    private Lamp lamp(Texts texts, Node node) {
        var state = node.state(clock.instant());
        var light = switch (state) {
            case HERE -> Light.FINE;
            case UNCONNECTED -> Light.SOON;
            case AWAY -> Light.LATE;
            case TAKEN_BACK -> Light.PAUSED;
        };
        return new Lamp(
                light,
                texts.say("exchange.node.state."
                        + state.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private static Pagination pages(Texts texts, List<Node> shown, Trail trail) {
        var next = Trail.next(shown, PAGE, Node::id);
        return ListAddress.of(NODES).pages(texts, trail, next, texts.say("exchange.nodes.shown", shown.size()));
    }
}
