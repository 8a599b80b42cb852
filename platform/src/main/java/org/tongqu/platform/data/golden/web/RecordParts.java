package org.tongqu.platform.data.golden.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.design.view.Timeline;
import org.tongqu.design.view.Timeline.Step;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.engines.registers.Decided;
import org.tongqu.engines.registers.Decided.Said;
import org.tongqu.engines.registers.Register;
import org.tongqu.platform.data.golden.Concerned;
import org.tongqu.platform.data.golden.GoldenRecord;
import org.tongqu.platform.data.golden.GoldenRecord.AsOf;
import org.tongqu.platform.data.golden.Links;
import org.tongqu.platform.data.golden.Links.Seen;
import org.tongqu.platform.data.golden.Look;
import org.tongqu.platform.data.golden.Looks;
import org.tongqu.platform.data.golden.RecordSection;
import org.tongqu.platform.data.golden.web.Words.Sight;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.trust.identity.SignedIn;

/** Draws a record: what is believed, who said it, who says otherwise, and how it came about. */
@Component
class RecordParts {

    private final Looks looks;
    private final Links links;
    private final UsedParts used;
    private final List<RecordSection> sections;

    RecordParts(Looks looks, Links links, UsedParts used, List<RecordSection> sections) {
        this.looks = looks;
        this.links = links;
        this.used = used;
        this.sections = List.copyOf(sections);
    }

    /** @param merges {@link Merging#OFFERED} for whoever may merge */
    record Reader(SignedIn.Officer officer, Sight sight, Merging merges, RecordForms.Sent sent) {}

    /** Whether the forms for merging stand on the page. */
    enum Merging {
        OFFERED,
        NONE
    }

    Html page(PageFrame frame, Look look, AsOf asOf, Reader reader) {
        var texts = frame.texts();
        var register = looks.register(look);
        var record = looks.record(look, asOf);
        var title = Words.said(texts, register.title());
        var identifier = Words.identifier(register.identifier(), record.identifier(), reader.sight());
        var heading = texts.say("golden.record.heading", title, identifier);
        var forms = new RecordForms(frame, look, reader.sent());
        var related = looks.related(look, record);
        var doubts = reader.merges() == Merging.OFFERED && register.isByEvidence() ? links.of(look) : List.<Seen>of();
        Function<Register, Sight> sight =
                other -> looks.maySeeAll(reader.officer(), other) ? Sight.WHOLE : Sight.MASKED;
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("golden.heading"), Words.LIST),
                new Crumb(title, Words.LIST + "/" + register.code()),
                new Crumb(identifier, ""));
        return Html.page(
                "data/golden/RecordPage",
                new RecordPage(
                        frame.titled(heading).at("golden", crumbs),
                        heading,
                        texts.say(
                                reader.sight() == Sight.WHOLE ? "golden.record.whole" : "golden.record.masked",
                                texts.say("agreements.purpose." + look.purpose().code()),
                                look.why()),
                        facts(texts, register, record, asOf, reader.sight()),
                        forms.asOf(asOf),
                        fields(texts, register, record, reader.sight()),
                        RelatedParts.table(texts, related, sight),
                        RelatedParts.form(frame, look, related, sight),
                        sections(texts, reader, register, record),
                        story(texts, register, record, reader.sight()),
                        doubts.stream()
                                .map(seen -> PairParts.sides(texts, register, record, seen))
                                .toList(),
                        reader.merges() == Merging.OFFERED
                                ? acts(
                                        frame,
                                        look,
                                        doubts,
                                        reader.sent(),
                                        forms.acts(
                                                register,
                                                record,
                                                other ->
                                                        Words.identifier(register.identifier(), other, reader.sight())))
                                : List.of()));
    }

    private static List<RecordPage.Act> acts(
            PageFrame frame, Look look, List<Seen> doubts, RecordForms.Sent sent, List<RecordPage.Act> merging) {
        return Stream.concat(doubts.stream().flatMap(seen -> PairParts.acts(frame, look, seen, sent)), merging.stream())
                .toList();
    }

    private List<DataTable> sections(Texts texts, Reader reader, Register register, GoldenRecord record) {
        var about = Concerned.of(
                register,
                record.identifier(),
                attribute -> Optional.ofNullable(record.fields().get(attribute.name()))
                        .map(decided -> decided.chosen().fact().value()));
        return about.stream()
                .flatMap(concerned -> Stream.concat(
                        reader.merges() == Merging.OFFERED
                                ? used.tables(texts, register, record, concerned)
                                : Stream.empty(),
                        sections.stream()
                                .flatMap(section -> section.tables(texts, reader.officer(), concerned).stream())))
                .toList();
    }

    private static KeyFacts facts(Texts texts, Register register, GoldenRecord record, AsOf asOf, Sight sight) {
        var disputed =
                record.fields().values().stream().filter(Decided::isDisputed).count();
        var facts = new ArrayList<>(List.of(
                Fact.of(texts.say("golden.ask.known"), texts.day(asOf.known())),
                Fact.of(texts.say("golden.ask.valid"), texts.day(asOf.valid())),
                Fact.of(
                        texts.say("golden.fact.fields"),
                        texts.number(record.fields().size())),
                Fact.of(texts.say("golden.fact.disputed"), texts.number(disputed)),
                Fact.of(
                        texts.say("golden.fact.merged"),
                        texts.number(record.merged().size()))));
        record.merged()
                .forEach(merged -> merged.named()
                        .ifPresent(named -> facts.add(Fact.of(
                                Words.attribute(texts, register, named.field()),
                                texts.say(
                                        "golden.fact.named",
                                        Words.identifier(register.identifier(), merged.identifier(), sight),
                                        Words.source(texts, register, named.source()),
                                        texts.day(named.since()))))));
        return new KeyFacts(facts);
    }

    private static DataTable fields(Texts texts, Register register, GoldenRecord record, Sight sight) {
        var rows = new ArrayList<Row>();
        for (var attribute : register.attributes()) {
            if (record.fields().containsKey(attribute.name())) {
                rows.add(field(texts, register, record, attribute, sight));
            }
        }
        var columns = Stream.of("attribute", "value", "source", "since", "others")
                .map(name -> Column.of(texts.say("golden.column." + name)))
                .toList();
        return new DataTable(
                texts,
                texts.say("golden.record.fields"),
                columns,
                rows,
                EmptyState.of(texts.say("golden.record.empty"), texts.say("golden.record.empty.text")),
                "");
    }

    private static Row field(Texts texts, Register register, GoldenRecord record, Attribute attribute, Sight sight) {
        var decided = Objects.requireNonNull(record.fields().get(attribute.name()));
        var chosen = decided.chosen();
        return Row.of(
                new Cell.Words(Words.said(texts, attribute.title())),
                new Cell.Words(Words.value(texts, attribute, chosen.fact().value(), sight)),
                new Cell.Words(record.findMatter(chosen)
                        .map(matter -> matter.what())
                        .orElseGet(() -> Words.source(texts, register, chosen.source()))),
                new Cell.Words(texts.day(chosen.since())),
                others(texts, register, attribute, decided, sight));
    }

    private static Cell others(Texts texts, Register register, Attribute attribute, Decided decided, Sight sight) {
        if (decided.others().isEmpty()) {
            return new Cell.Words(texts.say("golden.others.none"));
        }
        if (!decided.isDisputed()) {
            return new Cell.Words(
                    texts.say("golden.others.agree", decided.others().size()));
        }
        var likeness = decided.chosen().fact().likeness();
        return new Cell.Listed(
                texts.say("golden.others.differ"),
                decided.others().stream()
                        .filter(other -> !other.fact().likeness().equals(likeness))
                        .map(other -> other(texts, register, attribute, other, sight))
                        .toList());
    }

    private static String other(Texts texts, Register register, Attribute attribute, Said other, Sight sight) {
        return texts.say(
                "golden.others.one",
                Words.source(texts, register, other.source()),
                Words.value(texts, attribute, other.fact().value(), sight),
                texts.day(other.since()));
    }

    private static Timeline story(Texts texts, Register register, GoldenRecord record, Sight sight) {
        var steps = new ArrayList<Step>();
        for (var told : record.story()) {
            var statement = told.statement();
            var words = statement.fields().entrySet().stream()
                    .map(one -> register.findAttribute(one.getKey())
                            .map(attribute -> texts.say(
                                    "golden.story.field",
                                    Words.said(texts, attribute.title()),
                                    Words.value(texts, attribute, one.getValue().value(), sight)))
                            .orElse(one.getKey()))
                    .collect(Collectors.joining(texts.say("golden.story.and")));
            var isLeftOut = told.saying() == GoldenRecord.Saying.LEFT_OUT;
            var source = Words.source(texts, register, statement.source());
            steps.add(Step.done(
                            told.matter()
                                    .map(matter ->
                                            texts.say("golden.story.matter", source, matter.what(), matter.caseId()))
                                    .orElse(source),
                            texts.say("golden.story.since", texts.day(statement.since())),
                            texts.say("golden.story.known", texts.moment(told.recordedAt())))
                    .saying(isLeftOut ? texts.say("golden.story.left-out") : words));
        }
        return new Timeline(texts, steps);
    }
}
