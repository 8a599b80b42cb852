package org.tongqu.platform.data.golden.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.tongqu.design.form.Field;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.form.TextField;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.engines.registers.OtherIdentifier;
import org.tongqu.engines.registers.Register;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.agreements.Purpose;
import org.tongqu.platform.data.agreements.PurposeQuestions;
import org.tongqu.platform.data.catalog.Coded;
import org.tongqu.platform.data.golden.GoldenRegisters;
import org.tongqu.platform.data.golden.Look;
import org.tongqu.platform.data.golden.LookRefusal;
import org.tongqu.platform.data.golden.Looks;
import org.tongqu.platform.data.golden.RegisterStanding;
import org.tongqu.platform.data.golden.internal.RecordStore;
import org.tongqu.platform.data.golden.web.RegisterPage.Section;
import org.tongqu.platform.data.golden.web.Words.Sight;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Redirect;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn;

/** One register: what it knows, from whom, what is in dispute; and the form that opens a record. */
@Controller
class RegisterController {

    private static final int LISTED = 20;

    private final GoldenRegisters registers;
    private final RecordStore records;
    private final Looks looks;
    private final Clock clock;

    RegisterController(GoldenRegisters registers, RecordStore records, Looks looks, Clock clock) {
        this.registers = registers;
        this.records = records;
        this.looks = looks;
        this.clock = clock;
    }

    @GetMapping(Words.LIST + "/{code}")
    Html one(PageFrame frame, @AuthenticationPrincipal SignedIn.Officer officer, @PathVariable String code) {
        Words.admit(officer);
        return draw(frame, officer, registers.find(code).orElseThrow(Words::notFound), Map.of(), Map.of());
    }

    @PostMapping(Words.LIST + "/{code}/open")
    Object open(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String code,
            @RequestParam Map<String, String> sent) {
        Words.admit(officer);
        var register = registers.find(code).orElseThrow(Words::notFound);
        var purpose = Coded.find(Purpose.class, sent.getOrDefault("purpose", ""));
        return switch (looks.open(
                officer, register, sent.getOrDefault("identifier", ""), purpose, sent.getOrDefault("why", ""))) {
            case Outcome.Done<Look, LookRefusal>(var look) -> Redirect.to(Words.LOOK + look.id());
            case Outcome.Refused<Look, LookRefusal>(var refusal) ->
                draw(
                                frame.noticing(
                                        List.of(NoticeBanner.error(frame.texts().say("golden.refused.open")))),
                                officer,
                                register,
                                sent,
                                wrong(frame.texts(), refusal))
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    static Map<String, String> wrong(Texts texts, LookRefusal refusal) {
        return switch (refusal) {
            case LookRefusal.MayNot may -> Map.of();
            case LookRefusal.PurposeMissing missing -> Map.of("purpose", texts.say("golden.wrong.purpose"));
            case LookRefusal.ReasonMissing missing -> Map.of("why", texts.say("golden.wrong.why"));
            case LookRefusal.Unknown unknown -> Map.of("identifier", texts.say("golden.wrong.unknown"));
        };
    }

    private Html draw(
            PageFrame frame,
            SignedIn.Officer officer,
            Register register,
            Map<String, String> sent,
            Map<String, String> wrong) {
        var texts = frame.texts();
        var heading = Said.in(texts, register.title());
        var standing = registers.standings().stream()
                .filter(one -> one.register().code().equals(register.code()))
                .findFirst()
                .orElseThrow();
        var sight = looks.maySeeAll(officer, register) ? Sight.WHOLE : Sight.MASKED;
        var crumbs = Breadcrumbs.of(new Crumb(texts.say("golden.heading"), Words.LIST), new Crumb(heading, ""));
        return Html.page(
                "data/golden/RegisterPage",
                new RegisterPage(
                        frame.titled(heading).at("golden", crumbs),
                        heading,
                        Said.in(texts, register.meaning()),
                        facts(texts, standing, looks.mayMerge(officer)),
                        form(frame, register, sent, wrong),
                        List.of(
                                section(texts, "sources", sources(texts, standing)),
                                section(texts, "attributes", attributes(texts, register)),
                                section(texts, "relations", relations(texts, register)),
                                section(texts, "disputed", disputed(texts, register, sight)),
                                section(texts, "aside", asides(texts, register)))));
    }

    private static KeyFacts facts(Texts texts, RegisterStanding standing, boolean mayMerge) {
        var register = standing.register();
        var facts = new ArrayList<>(List.of(
                Fact.of(texts.say("golden.column.records"), texts.number(standing.records())),
                Fact.of(texts.say("golden.column.disputed"), texts.number(standing.disputed())),
                Fact.of(
                                texts.say("golden.fact.identifier"),
                                Said.in(texts, register.identifier().title()))
                        .noting(register.identifier().standard().orElse("")),
                Fact.of(texts.say("golden.fact.basis"), Said.in(texts, register.basis()))));
        if (register.isByEvidence() && mayMerge) {
            facts.add(Fact.of(texts.say("golden.pairs"), texts.say("golden.pairs.see"))
                    .leadingTo(PairParts.address(register)));
        }
        return new KeyFacts(facts);
    }

    private static FormPage form(
            PageFrame frame, Register register, Map<String, String> sent, Map<String, String> wrong) {
        var texts = frame.texts();
        List<Field> fields = new ArrayList<>(List.of(TextField.of(
                        Question.of(
                                        texts,
                                        "identifier",
                                        Said.in(texts, register.identifier().title()))
                                .wrong(wrong.getOrDefault("identifier", "")),
                        sent.getOrDefault("identifier", ""))
                .upTo(60)));
        fields.addAll(new PurposeQuestions("golden.ask").fields(texts, sent, wrong));
        return FormPage.of(
                texts,
                "",
                FormPage.Send.to(Words.LIST + "/" + register.code() + "/open", frame.csrf()),
                fields,
                Button.main(texts.say("golden.open")));
    }

    private static Section section(Texts texts, String id, DataTable table) {
        return new Section(id, texts.say("golden.section." + id), texts.say("golden.section." + id + ".lead"), table);
    }

    private static DataTable table(Texts texts, String id, List<String> columns, List<Row> rows) {
        return new DataTable(
                texts,
                texts.say("golden.section." + id),
                columns.stream()
                        .map(name -> Column.of(texts.say("golden.column." + name)))
                        .toList(),
                rows,
                EmptyState.of(texts.say("golden.empty." + id), ""),
                "");
    }

    private DataTable sources(Texts texts, RegisterStanding standing) {
        var now = clock.instant();
        return table(
                texts,
                "sources",
                List.of("source", "cycle", "last", "taken", "aside", "left", "fresh"),
                standing.sources().stream()
                        .map(source -> Row.of(
                                new Cell.Words(Said.in(texts, source.source().title())),
                                new Cell.Words(Words.cycle(texts, source.source())),
                                new Cell.Words(source.last().map(texts::moment).orElse("")),
                                new Cell.Words(texts.number(source.taken())),
                                new Cell.Words(texts.number(source.aside())),
                                new Cell.Words(Words.left(texts, source)),
                                new Cell.Lit(RegistersController.lamp(texts, List.of(source), now))))
                        .toList());
    }

    private static DataTable attributes(Texts texts, Register register) {
        return table(
                texts,
                "attributes",
                List.of("attribute", "kind", "standard", "sensitivity", "precedence"),
                Stream.concat(
                                register.identifier().others().stream().map(other -> other(texts, register, other)),
                                register.attributes().stream()
                                        .map(attribute -> Row.of(
                                                new Cell.TwoLines(Said.in(texts, attribute.title()), attribute.name()),
                                                new Cell.Words(texts.say("golden.kind." + code(attribute.kind()))),
                                                new Cell.Words(
                                                        attribute.standard().orElse("")),
                                                new Cell.Words(texts.say(
                                                        "golden.sensitivity." + code(attribute.sensitivity()))),
                                                precedence(texts, register, attribute))))
                        .toList());
    }

    private static Row other(Texts texts, Register register, OtherIdentifier other) {
        return Row.of(
                new Cell.TwoLines(Said.in(texts, other.title()), other.name()),
                new Cell.Words(texts.say("golden.use." + code(other.use()))),
                new Cell.Words(other.standard().orElse("")),
                new Cell.Words(texts.say(
                        "golden.sensitivity." + code(register.identifier().sensitivity()))),
                new Cell.Words(order(texts, register, other.sources())));
    }

    private static Cell precedence(Texts texts, Register register, Attribute attribute) {
        var order = order(texts, register, attribute.sources());
        return attribute.yieldsAfter().isPresent()
                ? new Cell.TwoLines(
                        order,
                        texts.say("golden.yields", attribute.yieldsAfter().getAsInt()))
                : new Cell.Words(order);
    }

    private static String order(Texts texts, Register register, List<String> sources) {
        return sources.stream()
                .map(source -> Words.source(texts, register, source))
                .collect(Collectors.joining(" › "));
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
    }

    private DataTable relations(Texts texts, Register register) {
        var out = register.relations().stream()
                .map(relation ->
                        leads(texts, Said.in(texts, relation.title()), relation.to(), relation.by(), register));
        var in = registers.registers().stream()
                .flatMap(other -> other.relations().stream()
                        .filter(relation -> relation.to().equals(register.code()))
                        .filter(relation -> !other.code().equals(register.code()))
                        .map(relation -> leads(
                                texts,
                                texts.say("golden.from", Said.in(texts, relation.title())),
                                other.code(),
                                relation.by(),
                                other)));
        return table(
                texts,
                "relations",
                List.of("relation", "other", "by"),
                Stream.concat(out, in).toList());
    }

    private Row leads(Texts texts, String title, String to, String by, Register of) {
        var href = Words.LIST + "/" + to;
        var other = registers.find(to).map(one -> Said.in(texts, one.title())).orElse(to);
        return Row.of(
                new Cell.Words(title), new Cell.Opens(other, href), new Cell.Words(Words.attribute(texts, of, by)));
    }

    private DataTable disputed(Texts texts, Register register, Sight sight) {
        return table(
                texts,
                "disputed",
                List.of("identifier", "fields"),
                records.disputed(register, LISTED).stream()
                        .map(one -> Row.of(
                                new Cell.Words(Words.identifier(register.identifier(), one.identifier(), sight)),
                                new Cell.Words(one.fields().stream()
                                        .map(name -> Words.attribute(texts, register, name))
                                        .collect(Collectors.joining(texts.say("golden.and"))))))
                        .toList());
    }

    private DataTable asides(Texts texts, Register register) {
        List<Row> rows = new ArrayList<>();
        for (var aside : records.asides(register, Long.MAX_VALUE, LISTED)) {
            rows.add(Row.of(
                    new Cell.TwoLines(aside.key(), Words.source(texts, register, aside.source())),
                    new Cell.Words(Words.attribute(texts, register, aside.field())),
                    new Cell.Words(texts.say("golden.fault." + aside.kind())),
                    new Cell.Words(texts.moment(aside.at()))));
        }
        return table(texts, "aside", List.of("key", "field", "fault", "at"), rows);
    }
}
