package org.tongqu.platform.data.space.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
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
import org.tongqu.design.view.KeyFacts;
import org.tongqu.design.view.KeyFacts.Fact;
import org.tongqu.engines.registers.Attribute;
import org.tongqu.platform.data.space.Extent;
import org.tongqu.platform.data.space.Feature;
import org.tongqu.platform.data.space.Layer;
import org.tongqu.platform.data.space.Question;
import org.tongqu.platform.data.space.Sight;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Said;

/** The documents of OGC API as pages. */
final class OgcPages {

    private static final String HTML = "?f=html";

    private final PageFrame frame;
    private final Texts texts;

    OgcPages(PageFrame frame) {
        this.frame = frame;
        this.texts = frame.texts();
    }

    private Html page(
            String heading, String lead, List<KeyFacts> facts, List<DataTable> tables, List<ButtonLink> ways) {
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("space.home"), "/"),
                new Crumb(texts.say("space.map"), MapController.MAP),
                new Crumb(heading, ""));
        return Html.page(
                "data/space/OgcPage",
                new OgcPage(frame.titled(heading).at("open-data", crumbs), heading, lead, facts, tables, ways));
    }

    private DataTable table(String caption, List<Column> columns, List<Row> rows, String next) {
        return new DataTable(
                texts,
                caption,
                columns,
                rows,
                EmptyState.of(texts.say("space.empty"), texts.say("space.empty.text")),
                next);
    }

    Html landing() {
        return page(
                texts.say("space.ogc.title"),
                texts.say("space.ogc.lead"),
                List.of(),
                List.of(),
                List.of(
                        ButtonLink.main(texts.say("space.ogc.collections"), OgcDocuments.COLLECTIONS + HTML),
                        ButtonLink.plain(texts.say("space.ogc.conformance"), OgcDocuments.ROOT + "/conformance" + HTML),
                        ButtonLink.plain(texts.say("space.ogc.api"), OgcDocuments.ROOT + "/api")));
    }

    Html conformance() {
        var rows = OgcDocuments.CONFORMANCE.stream()
                .map(name -> Row.of(new Cell.Words(name)))
                .toList();
        return page(
                texts.say("space.ogc.conformance"),
                texts.say("space.ogc.conformance.lead"),
                List.of(),
                List.of(table(
                        texts.say("space.ogc.conformance"),
                        List.of(Column.of(texts.say("space.column.class"))),
                        rows,
                        "")),
                List.of());
    }

    Html collections(List<Layer> layers, Map<String, Extent> extents) {
        var rows = layers.stream()
                .map(layer -> {
                    var href = OgcDocuments.COLLECTIONS + "/" + layer.id() + HTML;
                    var many = Optional.ofNullable(extents.get(layer.id()))
                            .map(Extent::many)
                            .orElse(0L);
                    return Row.opening(
                            href,
                            new Cell.Opens(Said.in(texts, layer.title()), href),
                            new Cell.Words(layer.id()),
                            new Cell.Figure(texts.number(many)));
                })
                .toList();
        return page(
                texts.say("space.ogc.collections"),
                texts.say("space.ogc.collections.lead"),
                List.of(),
                List.of(table(
                        texts.say("space.ogc.collections"),
                        List.of(
                                Column.of(texts.say("space.column.layer")),
                                Column.of(texts.say("space.column.id")),
                                Column.figures(texts.say("space.column.many"))),
                        rows,
                        "")),
                List.of());
    }

    Html collection(Layer layer, Sight sees, Map<String, Extent> extents) {
        var extent = Optional.ofNullable(extents.get(layer.id()));
        var rows = layer.attributes(sees).stream()
                .map(attribute -> Row.of(
                        new Cell.Words(Said.in(texts, attribute.title())),
                        new Cell.Words(attribute.name()),
                        new Cell.Words(attribute.standard().orElse(""))))
                .toList();
        return page(
                Said.in(texts, layer.title()),
                Said.in(texts, layer.meaning()),
                List.of(new KeyFacts(List.of(
                        Fact.of(texts.say("space.column.id"), layer.id()),
                        Fact.of(
                                texts.say("space.column.many"),
                                texts.number(extent.map(Extent::many).orElse(0L))),
                        Fact.of(
                                texts.say("space.column.extent"),
                                extent.map(one -> place(new Coordinate(
                                                        one.around().getMinX(),
                                                        one.around().getMinY()))
                                                + " – "
                                                + place(new Coordinate(
                                                        one.around().getMaxX(),
                                                        one.around().getMaxY())))
                                        .orElse(""))))),
                List.of(table(
                        texts.say("space.attributes"),
                        List.of(
                                Column.of(texts.say("space.column.attribute")),
                                Column.of(texts.say("space.column.id")),
                                Column.of(texts.say("space.column.standard"))),
                        rows,
                        "")),
                List.of(
                        ButtonLink.main(texts.say("space.ogc.items"), OgcDocuments.items(layer) + HTML),
                        ButtonLink.plain(texts.say("space.map.show"), MapController.MAP + "?layer=" + layer.id())));
    }

    static String place(Coordinate place) {
        return String.format(java.util.Locale.ROOT, "%.5f, %.5f", place.x, place.y);
    }

    Html items(Layer layer, Question asked, Question.Answer answer, Optional<String> onward) {
        var rows = answer.features().stream()
                .map(feature -> {
                    var href = OgcDocuments.items(layer) + "/" + feature.id() + HTML;
                    return Row.opening(
                            href,
                            new Cell.Opens(feature.label(), href),
                            new Cell.Words(feature.id()),
                            new Cell.Words(place(feature.shape().getCentroid().getCoordinate())));
                })
                .toList();
        return page(
                Said.in(texts, layer.title()),
                texts.say("space.shown", answer.features().size(), asked.limit()),
                List.of(),
                List.of(table(
                        Said.in(texts, layer.title()),
                        List.of(
                                Column.of(texts.say("space.column.name")),
                                Column.of(texts.say("space.column.id")),
                                Column.of(texts.say("space.column.place"))),
                        rows,
                        onward.orElse(""))),
                List.of());
    }

    Html item(Layer layer, Sight sees, Feature feature) {
        return page(
                feature.label(),
                Said.in(texts, layer.title()),
                List.of(facts(texts, layer, sees, feature)),
                List.of(),
                List.of(
                        ButtonLink.plain(
                                texts.say("space.map.show"),
                                MapController.MAP + "?layer=" + layer.id() + "&thing=" + feature.id()),
                        ButtonLink.plain("GeoJSON", OgcDocuments.items(layer) + "/" + feature.id() + "?f=json")));
    }

    /** What may be told of a thing, in words. */
    static KeyFacts facts(Texts texts, Layer layer, Sight sees, Feature feature) {
        var facts = new java.util.ArrayList<Fact>();
        facts.add(Fact.of(Said.in(texts, layer.register().identifier().title()), feature.id()));
        for (Attribute attribute : layer.attributes(sees)) {
            var value = feature.properties().get(attribute.name());
            if (value != null) {
                var code = Optional.ofNullable(attribute.codes().get(value));
                facts.add(Fact.of(Said.in(texts, attribute.title()), Said.in(texts, code, value)));
            }
        }
        return new KeyFacts(facts);
    }
}
