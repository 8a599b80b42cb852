package org.tongqu.platform.data.comparison.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.StatTiles;
import org.tongqu.engines.registers.Register;
import org.tongqu.platform.data.comparison.Agreeing;
import org.tongqu.platform.data.comparison.ComparisonRun;
import org.tongqu.platform.data.comparison.Comparisons;
import org.tongqu.platform.data.comparison.JobStanding;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** Departments beside base registers: how far what each delivered agrees with them. */
@Controller
class RegistersController {

    static final String ADDRESS = Words.LIST + "/registers";

    private static final long TENTHS = 10;

    private final Comparisons comparisons;
    private final Directory directory;

    RegistersController(Comparisons comparisons, Directory directory) {
        this.comparisons = comparisons;
        this.directory = directory;
    }

    @GetMapping(ADDRESS)
    Html matrix(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer) {
        Words.admit(officer);
        var texts = frame.texts();
        var standings = comparisons.standings(officer).stream()
                .filter(standing -> standing.planned().job().isByRegister())
                .toList();
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("comparison.heading"), Words.LIST),
                new Crumb(texts.say("comparison.registers.heading"), ""));
        return Html.page(
                "data/comparison/RegistersPage",
                new RegistersPage(
                        frame.titled(texts.say("comparison.registers.heading")).at("comparison", crumbs),
                        tiles(texts, standings),
                        departments(texts, standings),
                        registers(texts, standings)));
    }

    private static Register register(JobStanding standing) {
        return standing.planned().register().orElseThrow();
    }

    private static StatTiles tiles(Texts texts, List<JobStanding> standings) {
        var all = Agreeing.of(standings);
        return new StatTiles(
                texts,
                List.of(
                        tile(
                                texts,
                                "departments",
                                texts.number(by(
                                                standings,
                                                one -> one.planned().about().provider())
                                        .size())),
                        tile(texts, "rows", texts.number(all.rows())),
                        tile(texts, "unsettled", texts.number(all.unsettled())),
                        tile(texts, "closed", texts.number(all.closed())),
                        tile(texts, "rate", rate(all))));
    }

    private static StatTiles.Tile tile(Texts texts, String name, String number) {
        return new StatTiles.Tile(
                texts.say("comparison.registers." + name),
                number,
                "",
                "",
                "",
                texts.say("comparison.registers." + name + ".formula"));
    }

    private static <K> Map<K, List<JobStanding>> by(List<JobStanding> standings, Function<JobStanding, K> key) {
        return standings.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }

    private DataTable departments(Texts texts, List<JobStanding> standings) {
        var registers = standings.stream()
                .map(RegistersController::register)
                .distinct()
                .sorted(Comparator.comparing(Register::code))
                .toList();
        var columns = Stream.of(
                        Stream.of(Column.of(texts.say("comparison.registers.department"))),
                        registers.stream().map(register -> Column.figures(Said.in(texts, register.title()))),
                        figures(texts),
                        Stream.of(Column.of(texts.say("comparison.column.last"))))
                .flatMap(some -> some)
                .toList();
        var rows = by(standings, one -> one.planned().about().provider()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> department(texts, registers, one.getKey(), one.getValue()))
                .toList();
        return table(texts, "departments", columns, rows);
    }

    private static Stream<Column> figures(Texts texts) {
        return Stream.of("rows", "unsettled", "excused", "closed")
                .map(name -> Column.figures(texts.say("comparison.registers." + name)));
    }

    private static DataTable table(Texts texts, String name, List<Column> columns, List<Row> rows) {
        return new DataTable(
                texts,
                texts.say("comparison.registers." + name),
                columns,
                rows,
                EmptyState.of(texts.say("comparison.empty"), texts.say("comparison.empty.text")),
                "");
    }

    private Row department(Texts texts, List<Register> registers, String code, List<JobStanding> standings) {
        return Row.of(Stream.of(
                        Stream.of(new Cell.Words(Said.in(texts, directory.findName(code), code))),
                        registers.stream().map(register -> cell(register, standings)),
                        counted(texts, Agreeing.of(standings)),
                        Stream.of(last(texts, standings)))
                .flatMap(some -> some)
                .toArray(Cell[]::new));
    }

    /** The rate leads to the findings; where there is more than one comparison, to that with most of them. */
    private static Cell cell(Register register, List<JobStanding> standings) {
        var some = standings.stream()
                .filter(standing -> register(standing).code().equals(register.code()))
                .toList();
        return some.stream()
                .max(Comparator.comparing(JobStanding::unsettled))
                .<Cell>map(most -> new Cell.FigureLink(rate(Agreeing.of(some)), Words.address(most.planned())))
                .orElseGet(() -> new Cell.Figure(""));
    }

    private static Stream<Cell> counted(Texts texts, Agreeing agreeing) {
        return Stream.of(agreeing.rows(), agreeing.unsettled(), agreeing.excused(), agreeing.closed())
                .map(number -> new Cell.Figure(texts.number(number)));
    }

    private static Cell last(Texts texts, Collection<JobStanding> standings) {
        return new Cell.Words(standings.stream()
                .flatMap(standing -> standing.last().stream())
                .map(ComparisonRun::ended)
                .max(Comparator.naturalOrder())
                .map(texts::moment)
                .orElseGet(() -> texts.say("comparison.lamp.never")));
    }

    private DataTable registers(Texts texts, List<JobStanding> standings) {
        var columns = Stream.of(
                        Stream.of(Column.of(texts.say("comparison.registers.register"))),
                        Stream.of("departments", "rate")
                                .map(name -> Column.figures(texts.say("comparison.registers." + name))),
                        figures(texts))
                .flatMap(some -> some)
                .toList();
        var rows = by(standings, one -> register(one).code()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> register(texts, one.getValue()))
                .toList();
        return table(texts, "registers", columns, rows);
    }

    private static Row register(Texts texts, List<JobStanding> standings) {
        var register = register(standings.getFirst());
        var href = "/desk/registers/" + register.code();
        var agreeing = Agreeing.of(standings);
        var cells = Stream.of(
                Stream.<Cell>of(
                        new Cell.Opens(Said.in(texts, register.title()), href),
                        new Cell.Figure(texts.number(
                                by(standings, one -> one.planned().about().provider())
                                        .size())),
                        new Cell.Figure(rate(agreeing))),
                counted(texts, agreeing));
        return Row.opening(href, cells.flatMap(some -> some).toArray(Cell[]::new));
    }

    private static String rate(Agreeing agreeing) {
        return Optional.of(agreeing)
                .flatMap(Agreeing::thousandths)
                .map(share -> share / TENTHS + "." + share % TENTHS + "%")
                .orElse("–");
    }
}
