package org.tongqu.platform.data.space.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Choice;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.nav.Trail;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.platform.data.space.Addresses;
import org.tongqu.platform.data.space.Extent;
import org.tongqu.platform.data.space.Feature;
import org.tongqu.platform.data.space.Layer;
import org.tongqu.platform.data.space.Question;
import org.tongqu.platform.data.space.Sight;
import org.tongqu.platform.data.space.Spaces;
import org.tongqu.platform.data.space.web.MapPage.Switch;
import org.tongqu.platform.data.space.web.MapPage.Thing;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.ListAddress;
import org.tongqu.platform.operate.web.Said;
import org.tongqu.platform.trust.identity.SignedIn;

/** The map: for everybody, and for officers with what they may know besides. */
@Controller
class MapController {

    static final String MAP = "/map";
    static final String DESK = "/desk/map";

    private static final int PAGE = 20;
    private static final int COLOURS = 8;
    private static final int FEW = 600;

    private final Spaces spaces;

    MapController(Spaces spaces) {
        this.spaces = spaces;
    }

    /**
     * What the address asks for.
     *
     * @param shown the layers that are on the map; empty for those with few things
     * @param at the place that is marked, as longitude and latitude; empty for none
     */
    private record Asked(
            String path, Sight sees, String layer, String q, String thing, List<String> shown, String at, Trail trail) {

        static Asked of(String path, Sight sees, MultiValueMap<String, String> sent) {
            return new Asked(
                    path,
                    sees,
                    said(sent, "layer"),
                    said(sent, "q"),
                    said(sent, "thing"),
                    List.copyOf(sent.getOrDefault("shown", List.of())),
                    Addresses.place(said(sent, "at"))
                            .map(place -> place.x + "," + place.y)
                            .orElse(""),
                    Trail.of(sent.getFirst("after")));
        }

        private static String said(MultiValueMap<String, String> sent, String name) {
            return Optional.ofNullable(sent.getFirst(name)).orElse("");
        }

        ListAddress address() {
            return ListAddress.of(path).with("layer", layer).with("q", q);
        }
    }

    @GetMapping(MAP)
    Html forEverybody(PageFrame frame, @RequestParam MultiValueMap<String, String> sent) {
        var crumbs = Breadcrumbs.of(
                new Crumb(frame.texts().say("space.home"), "/"),
                new Crumb(frame.texts().say("space.map"), ""));
        return Html.page(
                "data/space/MapPage",
                page(
                        frame.titled(frame.texts().say("space.map")).at("open-data", crumbs),
                        Asked.of(MAP, Sight.PUBLIC, sent)));
    }

    @GetMapping(DESK)
    Html forOfficers(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam MultiValueMap<String, String> sent) {
        return Html.page(
                "data/space/DeskMapPage",
                page(
                        frame.titled(frame.texts().say("space.map")).at("space", Breadcrumbs.none()),
                        Asked.of(DESK, OgcController.sight(officer), sent)));
    }

    private MapPage page(PageFrame frame, Asked asked) {
        var texts = frame.texts();
        var layers = layers(asked.sees());
        var extents = spaces.extents();
        var layer = layers.stream()
                .filter(one -> one.id().equals(asked.layer()))
                .findFirst()
                .or(() -> layers.stream().filter(one -> one.kind().isPresent()).findFirst())
                .or(() -> layers.stream().findFirst());
        var found = layer.map(one -> spaces.features(Question.of(one, asked.sees(), PAGE)
                        .named(asked.q().strip())
                        .after(asked.trail().start())))
                .orElseGet(() -> new Question.Answer(List.of(), Optional.empty()));
        return new MapPage(
                frame,
                extents.values().stream()
                        .map(Extent::around)
                        .reduce(MapController::both)
                        .map(MapController::box)
                        .orElse(""),
                asked.at(),
                switches(texts, asked, layers, extents),
                filter(texts, asked, layers, layer),
                table(texts, asked, layer, found.features()),
                asked.address()
                        .pages(
                                texts,
                                asked.trail(),
                                found.next(),
                                texts.say("space.shown", found.features().size(), PAGE)),
                layer.flatMap(one -> thing(texts, asked, one)));
    }

    private static Envelope both(Envelope one, Envelope other) {
        var both = new Envelope(one);
        both.expandToInclude(other);
        return both;
    }

    private static String box(Envelope box) {
        return box.getMinX() + "," + box.getMinY() + "," + box.getMaxX() + "," + box.getMaxY();
    }

    /** A register that has kinds is shown kind by kind. */
    private List<Layer> layers(Sight sees) {
        var all = spaces.layers(sees);
        var divided = all.stream()
                .filter(layer -> layer.kind().isPresent())
                .map(layer -> layer.register().code())
                .collect(Collectors.toSet());
        return all.stream()
                .filter(layer -> layer.kind().isPresent()
                        || !divided.contains(layer.register().code()))
                .toList();
    }

    private static List<Switch> switches(Texts texts, Asked asked, List<Layer> layers, Map<String, Extent> extents) {
        List<Switch> switches = new ArrayList<>();
        for (var layer : layers) {
            var many = Optional.ofNullable(extents.get(layer.id()))
                    .map(Extent::many)
                    .orElse(0L);
            switches.add(new Switch(
                    layer.id(),
                    texts.say("space.switch", Said.in(texts, layer.title()), texts.number(many)),
                    OgcDocuments.items(layer) + "?f=json&limit=" + ItemsParameters.MOST,
                    asked.path() + "?layer=" + layer.id() + "&thing=",
                    switches.size() % COLOURS + 1,
                    asked.shown().isEmpty() ? many <= FEW : asked.shown().contains(layer.id())));
        }
        return switches;
    }

    private static FilterBar filter(Texts texts, Asked asked, List<Layer> layers, Optional<Layer> chosen) {
        return new FilterBar(
                texts,
                asked.path(),
                List.of(
                        new FilterBar.Filter.OneOf(
                                "layer",
                                texts.say("space.filter.layer"),
                                layers.stream()
                                        .map(layer -> Choice.of(layer.id(), Said.in(texts, layer.title())))
                                        .toList(),
                                chosen.map(Layer::id).orElse(""),
                                texts.say("space.filter.first")),
                        new FilterBar.Filter.Words("q", texts.say("space.filter.words"), asked.q())),
                List.of(),
                asked.path());
    }

    private static DataTable table(Texts texts, Asked asked, Optional<Layer> layer, List<Feature> found) {
        return new DataTable(
                texts,
                layer.map(one -> Said.in(texts, one.title())).orElse(texts.say("space.map")),
                List.of(
                        Column.of(texts.say("space.column.name")),
                        Column.of(texts.say("space.column.id")),
                        Column.of(texts.say("space.column.place"))),
                found.stream()
                        .map(feature -> {
                            var href = asked.address().with("thing", feature.id()) + "#thing";
                            return Row.opening(
                                    href,
                                    new Cell.Opens(feature.label(), href),
                                    new Cell.Words(feature.id()),
                                    new Cell.Words(OgcPages.place(
                                            feature.shape().getCentroid().getCoordinate())));
                        })
                        .toList(),
                EmptyState.of(texts.say("space.empty"), texts.say("space.empty.text")),
                "");
    }

    private Optional<Thing> thing(Texts texts, Asked asked, Layer layer) {
        return asked.thing().isEmpty()
                ? Optional.empty()
                : spaces.feature(layer, asked.sees(), asked.thing())
                        .map(feature -> new Thing(
                                feature.label(),
                                OgcPages.facts(texts, layer, asked.sees(), feature),
                                box(feature.shape().getEnvelopeInternal())));
    }
}
