package org.tongqu.platform.data.golden.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.Lamp;
import org.tongqu.design.view.Lamp.Light;
import org.tongqu.engines.registers.Register.Tier;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.data.golden.RegisterStanding;
import org.tongqu.platform.data.golden.RegisterStanding.SourceStanding;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn;

/** The list of registers. */
@Controller
class RegistersController {

    private final GoldenRegisters registers;
    private final Clock clock;

    RegistersController(GoldenRegisters registers, Clock clock) {
        this.registers = registers;
        this.clock = clock;
    }

    @GetMapping(Words.LIST)
    Html list(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer) {
        Words.admit(officer);
        var texts = frame.texts();
        var standings = registers.standings();
        return Html.page(
                "data/golden/RegistersPage",
                new RegistersPage(
                        frame.titled(texts.say("golden.heading")).at("golden", Breadcrumbs.none()),
                        table(texts, standings, Tier.BASE),
                        table(texts, standings, Tier.THEME)));
    }

    private DataTable table(Texts texts, List<RegisterStanding> standings, Tier tier) {
        var now = clock.instant();
        var columns = Stream.concat(
                        Stream.of(Column.of(texts.say("golden.column.register"))),
                        Stream.of(
                                Column.figures(texts.say("golden.column.records")),
                                Column.figures(texts.say("golden.column.disputed")),
                                Column.of(texts.say("golden.column.sources")),
                                Column.of(texts.say("golden.column.fresh"))))
                .toList();
        return new DataTable(
                texts,
                texts.say(tier == Tier.BASE ? "golden.tier.base" : "golden.tier.theme"),
                columns,
                standings.stream()
                        .filter(standing -> standing.register().tier() == tier)
                        .map(standing -> row(texts, standing, now))
                        .toList(),
                EmptyState.of(texts.say("golden.empty"), texts.say("golden.empty.text")),
                "");
    }

    private static Row row(Texts texts, RegisterStanding standing, Instant now) {
        var register = standing.register();
        var href = Words.LIST + "/" + register.code();
        return Row.opening(
                href,
                new Cell.Opens(Said.in(texts, register.title()), href),
                new Cell.Figure(texts.number(standing.records())),
                new Cell.Figure(texts.number(standing.disputed())),
                new Cell.Listed(
                        texts.say("golden.sources", register.sources().size()),
                        standing.sources().stream()
                                .map(source -> Said.in(texts, source.source().title()))
                                .toList()),
                new Cell.Lit(lamp(texts, standing.sources(), now)));
    }

    static Lamp lamp(Texts texts, List<SourceStanding> sources, Instant now) {
        if (sources.stream().allMatch(source -> source.last().isEmpty())) {
            return new Lamp(Light.DONE, texts.say("golden.fresh.none"));
        }
        var overdue = sources.stream().filter(source -> source.isOverdue(now)).count();
        return overdue == 0
                ? new Lamp(Light.FINE, texts.say("golden.fresh.all"))
                : new Lamp(Light.SOON, texts.say("golden.fresh.some", overdue));
    }
}
