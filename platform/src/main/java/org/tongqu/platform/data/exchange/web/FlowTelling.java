package org.tongqu.platform.data.exchange.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.engines.exchanges.Flow;
import org.tongqu.engines.exchanges.Origin;
import org.tongqu.engines.exchanges.QualityRule;
import org.tongqu.platform.data.exchange.Comparison;
import org.tongqu.platform.data.exchange.FlowStanding;
import org.tongqu.platform.data.exchange.PlannedFlow;
import org.tongqu.platform.data.exchange.Run;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** Says a flow in words. */
@Component
class FlowTelling {

    private static final int DIGEST_SHOWN = 12;
    private static final long MEGABYTE = 1 << 20;

    private final Directory directory;

    FlowTelling(Directory directory) {
        this.directory = directory;
    }

    /** How often rows go. @param followed up to when the source is followed just now */
    record Rhythm(Flow.Pace pace, Optional<Instant> followed) {
        boolean isFollowing() {
            return pace == Flow.Pace.FOLLOWING;
        }
    }

    KeyFacts facts(Texts texts, FlowStanding flow, Rhythm rhythm, Optional<Comparison> compared) {
        var route = flow.route();
        var facts = new ArrayList<Fact>();
        facts.add(fact(
                texts,
                "parties",
                texts.say(
                        "exchange.parties",
                        Words.office(texts, directory, route.provider()),
                        Words.office(texts, directory, route.consumer()))));
        facts.add(fact(texts, "systems", texts.say("exchange.parties", route.from(), route.to())));
        facts.add(fact(texts, "resource", route.resource())
                .leadingTo("/desk/catalog/" + route.resource().replace('/', '-')));
        flow.last()
                .flatMap(Run::agreement)
                .ifPresent(id -> facts.add(fact(texts, "agreement", id).leadingTo("/desk/agreements/" + id)));
        facts.add(fact(
                texts,
                "interval",
                texts.say(
                        rhythm.isFollowing() ? "exchange.followed" : "exchange.minutes",
                        flow.timing().minutes())));
        rhythm.followed().ifPresent(at -> facts.add(fact(texts, "followed", texts.moment(at))));
        log(texts, flow.log()).ifPresent(said -> facts.add(fact(texts, "log", said)));
        if (!rhythm.isFollowing() && flow.timing().wanted() == FlowStanding.Wanted.RUNNING) {
            facts.add(fact(texts, "next", texts.moment(flow.timing().next())));
        }
        facts.add(fact(
                texts, "complete", flow.timing().complete().map(texts::moment).orElse(texts.say("exchange.never"))));
        facts.add(fact(
                texts, "rows", texts.say("exchange.rows", texts.number(flow.today()), texts.number(flow.total()))));
        var waiting = fact(texts, "waiting", texts.say("exchange.rows.waiting", texts.number(flow.waiting())));
        facts.add(flow.waiting() == 0 ? waiting : waiting.leadingTo(Words.address(flow.id()) + "/quarantine"));
        compared.ifPresent(last -> facts.add(
                fact(texts, "compared", ComparisonTelling.lamp(texts, last).words())
                        .leadingTo(ComparisonTelling.address(last))
                        .noting(texts.moment(last.started()))));
        facts.add(fact(texts, "corrections", texts.say("exchange.corrections.report"))
                .leadingTo("/desk/corrections/new?flow=" + flow.id()));
        return new KeyFacts(facts);
    }

    private static Optional<String> log(Texts texts, FlowStanding.Log log) {
        return log.letGo()
                .map(at -> texts.say("exchange.log.let-go", texts.moment(at)))
                .or(() -> log.warned()
                        .map(at -> texts.say("exchange.log.kept", texts.number(Math.ceilDiv(log.bytes(), MEGABYTE)))));
    }

    private static Fact fact(Texts texts, String name, String value) {
        return Fact.of(texts.say("exchange.fact." + name), value);
    }

    DataTable mapping(Texts texts, PlannedFlow planned) {
        var flow = planned.flow();
        return new DataTable(
                texts,
                texts.say(
                        "exchange.mapping", flow.source().table(), flow.target().table()),
                columns(texts, "source", "steps", "target"),
                flow.columns().stream()
                        .map(column -> Row.of(
                                new Cell.Words(origin(texts, column.origin())),
                                new Cell.Words(steps(texts, column)),
                                new Cell.Words("→ " + column.name())))
                        .toList(),
                EmptyState.of("", ""),
                "");
    }

    private static String origin(Texts texts, Origin origin) {
        return switch (origin) {
            case Origin.Field(var name) -> name;
            case Origin.Joined(var fields, var with) -> String.join(" + ", fields);
            case Origin.Part(var name, var by, var number) -> texts.say("exchange.origin.part", name, number);
            case Origin.Always(var value) -> texts.say("exchange.origin.always", value);
        };
    }

    private static String steps(Texts texts, org.tongqu.engines.exchanges.Column column) {
        var steps = new ArrayList<String>();
        if (column.trim() == org.tongqu.engines.exchanges.Column.Trim.TAKEN_OFF) {
            steps.add(texts.say("exchange.make.trim"));
        }
        column.codes().ifPresent(list -> steps.add(texts.say("exchange.make.codes", list)));
        column.unit()
                .ifPresent(unit ->
                        steps.add(texts.say("exchange.make.unit", unit.times().toPlainString())));
        column.dates().ifPresent(pattern -> steps.add(texts.say("exchange.make.dates", pattern)));
        return steps.isEmpty() ? texts.say("exchange.make.same") : String.join(texts.say("exchange.and"), steps);
    }

    DataTable rules(Texts texts, PlannedFlow planned) {
        return new DataTable(
                texts,
                texts.say("exchange.rules"),
                columns(texts, "rule", "target", "check", "basis"),
                planned.flow().rules().stream()
                        .map(rule -> Row.of(
                                new Cell.TwoLines(Said.in(texts, rule.meaning()), rule.id()),
                                new Cell.Words(rule.column()),
                                new Cell.Words(check(texts, rule.check())),
                                new Cell.Words(rule.basis())))
                        .toList(),
                EmptyState.of(texts.say("exchange.rules.empty"), texts.say("exchange.rules.empty.text")),
                "");
    }

    private static String check(Texts texts, QualityRule.Check check) {
        return switch (check) {
            case QualityRule.Required required -> texts.say("exchange.check.required");
            case QualityRule.CitizenNumber number -> texts.say("exchange.check.citizen-number");
            case QualityRule.CreditCode code -> texts.say("exchange.check.credit-code");
            case QualityRule.Shape(var pattern) -> texts.say("exchange.check.shape", pattern.pattern());
            case QualityRule.OneOf(var values) ->
                texts.say("exchange.check.one-of", values.stream().sorted().collect(Collectors.joining(" ")));
            case QualityRule.Between(var least, var most) ->
                texts.say("exchange.check.between", least.toPlainString(), most.toPlainString());
            case QualityRule.During(var first, var last) ->
                texts.say("exchange.check.between", texts.day(first), texts.day(last));
        };
    }

    DataTable runs(Texts texts, List<Run> runs) {
        return new DataTable(
                texts,
                texts.say("exchange.runs"),
                List.of(
                        Column.of(texts.say("exchange.column.state")),
                        Column.of(texts.say("exchange.column.started")),
                        Column.figures(texts.say("exchange.column.read")),
                        Column.figures(texts.say("exchange.column.written")),
                        Column.figures(texts.say("exchange.column.set-aside")),
                        Column.of(texts.say("exchange.column.receipt"))),
                runs.stream().map(run -> row(texts, run)).toList(),
                EmptyState.of(texts.say("exchange.runs.empty"), texts.say("exchange.runs.empty.text")),
                "");
    }

    private static Row row(Texts texts, Run run) {
        return Row.of(
                new Cell.Lit(Words.lamp(texts, run)),
                new Cell.TwoLines(
                        texts.moment(run.started()),
                        run.ended()
                                .map(ended -> texts.say("exchange.until", texts.moment(ended)))
                                .orElse("")),
                new Cell.Figure(texts.number(run.rows().read())),
                new Cell.Figure(texts.number(run.rows().written())),
                new Cell.Figure(texts.number(run.rows().setAside())),
                receipt(texts, run));
    }

    /** A run that was refused moved nothing and has none. */
    private static Cell receipt(Texts texts, Run run) {
        if (run.state() == Run.State.REFUSED || run.ended().isEmpty()) {
            return new Cell.TwoLines(
                    Words.why(texts, run.reason()), run.agreement().orElse(""));
        }
        var shown = run.digest().isEmpty()
                ? Words.why(texts, run.reason())
                : run.digest().substring(0, Math.min(DIGEST_SHOWN, run.digest().length()));
        return new Cell.Opens(
                shown.isEmpty() ? texts.say("exchange.receipt.open") : shown,
                Words.address(run.flow()) + "/runs/" + run.id());
    }

    private static List<Column> columns(Texts texts, String... names) {
        return Stream.of(names)
                .map(name -> Column.of(texts.say("exchange.column." + name)))
                .toList();
    }
}
