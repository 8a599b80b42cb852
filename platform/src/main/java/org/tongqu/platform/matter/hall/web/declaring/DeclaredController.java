package org.tongqu.platform.matter.hall.web.declaring;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.ButtonLink;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.platform.matter.hall.HallDeclarations;
import org.tongqu.platform.matter.hall.HallPlan;
import org.tongqu.platform.matter.hall.Halls;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn;

/** What is declared of the halls somebody is responsible for. */
@Controller
class DeclaredController {

    static final String LIST = "/desk/halls";

    private final HallDeclarations declarations;
    private final HallTables tables;

    DeclaredController(HallDeclarations declarations, HallTables tables) {
        this.declarations = declarations;
        this.tables = tables;
    }

    @GetMapping(LIST)
    Html halls(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer) {
        admit(officer);
        var texts = frame.texts();
        var heading = texts.say("hall.declare");
        var rows =
                declarations.of(officer).stream().map(plan -> row(texts, plan)).toList();
        var columns = List.of(
                Column.of(texts.say("hall.column.hall")),
                Column.of(texts.say("hall.column.level")),
                Column.of(texts.say("hall.declare.state")),
                Column.figures(texts.say("hall.declare.lines")),
                Column.figures(texts.say("hall.declare.windows")));
        return Html.page(
                "matter/hall/DeclaredHallsPage",
                new DeclaredHallsPage(
                        frame.titled(heading).at("declared-halls", Breadcrumbs.none()),
                        heading,
                        List.of(ButtonLink.main(texts.say("hall.declare.new"), LIST + "/new")),
                        new DataTable(
                                texts,
                                heading,
                                columns,
                                rows,
                                EmptyState.of(texts.say("hall.declare.none"), texts.say("hall.declare.none.text")),
                                "")));
    }

    private static Row row(Texts texts, HallPlan plan) {
        var address = address(plan);
        return Row.opening(
                address,
                new Cell.Opens(Said.in(texts, plan.hall().name()), address),
                new Cell.Words(HallTables.level(texts, plan.hall().level())),
                new Cell.Words(HallTables.state(texts, plan.hall())),
                new Cell.Figure(texts.number(plan.lines().size())),
                new Cell.Figure(texts.number(plan.windows().size())));
    }

    @GetMapping(LIST + "/{code}")
    Html hall(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String done) {
        admit(officer);
        var known = declarations.find(officer, code).orElseThrow(DeclaredController::notFound);
        var texts = frame.texts();
        var plan = known.plan();
        var name = Said.in(texts, plan.hall().name());
        var shown = frame.titled(name).at("declared-halls", crumbs(texts, name));
        return Html.page(
                "matter/hall/DeclaredHallPage",
                new DeclaredHallPage(
                        done.isEmpty()
                                ? shown
                                : shown.noticing(List.of(NoticeBanner.success(texts.say("hall.declare.done"))
                                        .saying(texts.say("hall.declare.done.text")))),
                        name,
                        known.last()
                                .map(last -> texts.say("hall.declare.last", last.by(), texts.moment(last.at())))
                                .orElse(""),
                        List.of(
                                ButtonLink.plain(texts.say("hall.declare.facts"), address(plan) + "/facts"),
                                ButtonLink.plain(texts.say("hall.declare.standing"), address(plan) + "/standing"),
                                ButtonLink.plain(texts.say("hall.declare.closing"), address(plan) + "/closing"),
                                ButtonLink.quiet(texts.say("hall.declare.public"), "/halls/" + code)),
                        tables.facts(texts, plan),
                        tables.sections(texts, plan)));
    }

    static Breadcrumbs crumbs(Texts texts, String name) {
        return Breadcrumbs.of(new Crumb(texts.say("hall.declare"), LIST), new Crumb(name, ""));
    }

    static String address(HallPlan plan) {
        return LIST + "/" + plan.hall().code();
    }

    static void admit(SignedIn.Officer officer) {
        if (!officer.has(Halls.MANAGER)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
