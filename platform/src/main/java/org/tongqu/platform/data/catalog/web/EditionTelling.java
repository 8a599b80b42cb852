package org.tongqu.platform.data.catalog.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Mark;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.platform.data.catalog.Classes;
import org.tongqu.platform.data.catalog.Description.Way;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.data.catalog.Item;
import org.tongqu.platform.data.catalog.ResourceCode;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.directory.Directory;

/** Says an edition in words: the core elements of the guide, its items, its story. */
@Component
class EditionTelling {

    private final Classes classes;
    private final Directory directory;

    EditionTelling(Classes classes, Directory directory) {
        this.classes = classes;
        this.directory = directory;
    }

    KeyFacts facts(Texts texts, Edition edition, String page) {
        var said = edition.description();
        var facts = new ArrayList<Fact>();
        facts.add(fact(texts, "category", category(texts, edition.code().category())));
        facts.add(fact(texts, "code", edition.code().value()));
        var office = directory.findOrganisation(edition.resource().organisation());
        facts.add(fact(
                texts,
                "organisation",
                office.map(known -> Said.in(texts, known.name()))
                        .orElse(edition.resource().organisation())));
        facts.add(fact(texts, "organisation-code", edition.resource().organisation()));
        facts.add(fact(
                texts,
                "format",
                Words.of(texts, "format", said.format().kind()) + " · "
                        + said.format().detail()));
        facts.add(
                fact(texts, "sharing", Words.of(texts, "sharing", said.sharing().type()))
                        .noting(said.sharing().condition()));
        if (!said.sharing().basis().isEmpty()) {
            facts.add(fact(texts, "basis", said.sharing().basis()));
        }
        facts.add(fact(texts, "ways", ways(texts, edition)));
        facts.add(
                fact(texts, "opening", Words.of(texts, "opening", said.opening().kind()))
                        .noting(said.opening().condition()));
        facts.add(fact(texts, "cycle", Words.of(texts, "cycle", said.cycle())));
        facts.add(fact(
                texts,
                "published",
                edition.publishedOn().map(texts::day).orElseGet(() -> texts.say("catalog.published.not"))));
        for (var related : said.related()) {
            facts.add(fact(texts, "related", related.value()).leadingTo(page + "/" + related.key()));
        }
        return new KeyFacts(facts);
    }

    /** What matters to society: not how departments share it among themselves, but whom to ask. */
    KeyFacts openFacts(Texts texts, Edition edition) {
        var said = edition.description();
        var office = directory.findOrganisation(edition.resource().organisation());
        var facts = new ArrayList<Fact>();
        facts.add(
                fact(texts, "opening", Words.of(texts, "opening", said.opening().kind()))
                        .noting(said.opening().condition()));
        facts.add(fact(texts, "cycle", Words.of(texts, "cycle", said.cycle())));
        facts.add(fact(texts, "published", edition.publishedOn().map(texts::day).orElse("")));
        facts.add(fact(
                texts,
                "organisation",
                office.map(known -> Said.in(texts, known.name()))
                        .orElse(edition.resource().organisation())));
        office.map(known -> known.contact().phone())
                .filter(phone -> !phone.isEmpty())
                .ifPresent(phone -> facts.add(fact(texts, "ask", phone).noting(texts.say("catalog.fact.ask.note"))));
        facts.add(fact(
                texts,
                "format",
                Words.of(texts, "format", said.format().kind()) + " · "
                        + said.format().detail()));
        facts.add(fact(texts, "category", category(texts, edition.code().category())));
        facts.add(fact(texts, "code", edition.code().value()));
        return new KeyFacts(facts);
    }

    private static Fact fact(Texts texts, String name, String value) {
        return Fact.of(texts.say("catalog.fact." + name), value);
    }

    private static String ways(Texts texts, Edition edition) {
        var offered = edition.description().sharing().ways();
        var said = Words.all(
                texts,
                "way",
                Arrays.stream(Way.values()).filter(offered::contains).toList());
        return said.isEmpty() ? texts.say("catalog.way.none") : said;
    }

    private String category(Texts texts, String category) {
        return Stream.of(category.substring(0, 1), category.substring(0, 3))
                        .flatMap(code -> classes.find(code).stream())
                        .map(label -> Said.in(texts, label))
                        .collect(Collectors.joining(" › "))
                + " › " + category;
    }

    DataTable items(Texts texts, Edition edition, String editing) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < edition.items().size(); i++) {
            rows.add(item(texts, edition.items().get(i), editing.isEmpty() ? "" : editing + (i + 1)));
        }
        return new DataTable(
                texts,
                texts.say("catalog.items", edition.items().size()),
                Stream.of("item", "field", "type", "marks", "sensitivity", "authority")
                        .map(name -> Column.of(texts.say("catalog.column." + name)))
                        .toList(),
                rows,
                EmptyState.of(texts.say("catalog.items.none"), texts.say("catalog.items.none.text")),
                "");
    }

    private static Row item(Texts texts, Item item, String href) {
        var name = href.isEmpty() ? new Cell.Words(item.name()) : new Cell.Opens(item.name(), href);
        return Row.opening(
                href,
                name,
                new Cell.Words(item.field()),
                new Cell.Words(type(texts, item)),
                new Cell.Words(Words.all(
                        texts,
                        "mark",
                        Arrays.stream(Item.Mark.values()).filter(item::is).toList())),
                new Cell.Words(Words.of(texts, "sensitivity", item.sensitivity())),
                new Cell.TwoLines(
                        Words.of(texts, "authority", item.authority()),
                        item.element().orElse("")));
    }

    private static String type(Texts texts, Item item) {
        var said = Words.of(texts, "type", item.type()) + " " + item.type().letter();
        return item.length() == 0 ? said : said + "(" + item.length() + ")";
    }

    DataTable editions(Texts texts, List<Edition> editions, Edition shown) {
        return new DataTable(
                texts,
                texts.say("catalog.editions"),
                Stream.of("edition", "state", "published", "compiler", "note")
                        .map(name -> Column.of(texts.say("catalog.column." + name)))
                        .toList(),
                editions.stream().map(edition -> edition(texts, edition, shown)).toList(),
                EmptyState.of(texts.say("catalog.empty"), ""),
                "");
    }

    private static Row edition(Texts texts, Edition edition, Edition shown) {
        var href = address(edition.code()) + "?edition=" + edition.number();
        return Row.opening(
                        href,
                        new Cell.Opens(texts.say("catalog.edition", edition.number()), href),
                        new Cell.Words(Words.of(texts, "state", edition.state())),
                        new Cell.Words(edition.publishedOn().map(texts::day).orElse("")),
                        new Cell.TwoLines(edition.compiler().name(), texts.moment(edition.changedAt())),
                        new Cell.Words(edition.note()))
                .marked(edition.number() == shown.number() ? Mark.CURRENT : Mark.NONE);
    }

    static String address(ResourceCode code) {
        return Words.LIST + "/" + code.key();
    }
}
