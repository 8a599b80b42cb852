package org.tongqu.platform.data.space.web;

import static org.tongqu.platform.data.space.web.OgcDocuments.of;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.TextsBundle;
import org.tongqu.design.form.FilterBar;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.nav.Breadcrumbs.Crumb;
import org.tongqu.design.view.Cell;
import org.tongqu.design.view.DataTable;
import org.tongqu.design.view.DataTable.Column;
import org.tongqu.design.view.DataTable.Row;
import org.tongqu.design.view.EmptyState;
import org.tongqu.platform.data.space.Addresses;
import org.tongqu.platform.data.space.Feature;
import org.tongqu.platform.data.space.Resolution;
import org.tongqu.platform.data.space.Resolved;
import org.tongqu.platform.data.space.Sight;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.trust.identity.SignedIn;
import tools.jackson.databind.node.ObjectNode;

/** Resolves an address or a place: as a page for everybody and for officers, and for programs. */
@Controller
class ResolveController {

    static final String ADDRESS = MapController.MAP + "/address";
    static final String DESK = "/desk/space/resolve";
    private static final String CALL = "/api/space/resolve";
    private static final int MOST = 100;

    private final Addresses addresses;
    private final TextsBundle texts;

    ResolveController(Addresses addresses, TextsBundle texts) {
        this.addresses = addresses;
        this.texts = texts;
    }

    private Resolution found(Sight sees, String q) {
        return Addresses.place(q)
                .map(place -> new Resolution(q, addresses.at(sees, place.x, place.y), Optional.empty()))
                .orElseGet(() -> addresses.resolve(sees, q));
    }

    @GetMapping(ADDRESS)
    Html forEverybody(PageFrame frame, @RequestParam(defaultValue = "") String q) {
        var texts = frame.texts();
        var crumbs = Breadcrumbs.of(
                new Crumb(texts.say("space.home"), "/"),
                new Crumb(texts.say("space.map"), MapController.MAP),
                new Crumb(texts.say("space.resolve"), ""));
        return Html.page(
                "data/space/ResolvePage",
                page(frame.titled(texts.say("space.resolve")).at("open-data", crumbs), ADDRESS, Sight.PUBLIC, q));
    }

    @GetMapping(DESK)
    Html forOfficers(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @RequestParam(defaultValue = "") String q) {
        var crumbs = Breadcrumbs.of(
                new Crumb(frame.texts().say("space.map"), MapController.DESK),
                new Crumb(frame.texts().say("space.resolve"), ""));
        return Html.page(
                "data/space/DeskResolvePage",
                page(
                        frame.titled(frame.texts().say("space.resolve")).at("space", crumbs),
                        DESK,
                        OgcController.sight(officer),
                        q));
    }

    private ResolvePage page(PageFrame frame, String path, Sight sees, String q) {
        var texts = frame.texts();
        var filter = new FilterBar(
                texts,
                path,
                List.of(new FilterBar.Filter.Words("q", texts.say("space.resolve.ask"), q)),
                List.of(),
                path);
        var found = q.isBlank() ? Optional.<Resolution>empty() : Optional.of(found(sees, q));
        return new ResolvePage(
                frame,
                filter,
                found.flatMap(one -> one.doubt().map(doubt -> texts.say("space.doubt." + code(doubt)))),
                found.map(
                        one -> table(texts, path.equals(DESK) ? MapController.DESK : MapController.MAP, one.found())));
    }

    private static DataTable table(Texts texts, String map, List<Resolved> found) {
        return new DataTable(
                texts,
                texts.say("space.resolve.found", found.size()),
                Stream.of("divisions", "cell", "by", "exactness")
                        .map(name -> Column.of(texts.say("space.column." + name)))
                        .toList(),
                found.stream().map(one -> row(texts, map, one)).toList(),
                EmptyState.of(texts.say("space.empty"), texts.say("space.resolve.none")),
                "");
    }

    /** A place that is known opens on the map. */
    private static Row row(Texts texts, String map, Resolved one) {
        var code = one.divisions().isEmpty() ? "" : one.divisions().getLast().id();
        var cell = new Cell.TwoLines(
                one.cell().map(Feature::label).orElse(texts.say("space.resolve.no-cell")),
                one.cell().map(Feature::id).orElse(""));
        var by = new Cell.TwoLines(
                texts.say("space.why." + code(one.why())),
                one.thing().map(Feature::label).orElse(""));
        var exactness = new Cell.TwoLines(
                texts.say("space.exactness." + code(one.exactness())),
                texts.say("space.confidence." + code(one.confidence()))
                        + one.place()
                                .map(place -> " · " + OgcPages.place(place))
                                .orElse(""));
        return one.place()
                .filter(place -> !one.divisions().isEmpty())
                .map(place -> map + "?at=" + place.x + "," + place.y)
                .map(href -> Row.opening(href, new Cell.Opens(names(one), href), cell, by, exactness))
                .orElseGet(() -> Row.of(new Cell.TwoLines(names(one), code), cell, by, exactness));
    }

    private static String names(Resolved one) {
        return one.divisions().stream().map(Feature::label).collect(Collectors.joining(" › "));
    }

    private static String code(Enum<?> of) {
        return of.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One address, or several at once, each with its candidates. */
    @GetMapping(CALL)
    ResponseEntity<byte[]> call(
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal SignedIn.@Nullable Officer officer) {
        var asked = sent.getOrDefault("address", List.of());
        var sees = OgcController.sight(officer);
        if (asked.size() <= 1) {
            return json(resolution(found(sees, asked.isEmpty() ? "" : asked.getFirst())));
        }
        if (asked.size() > MOST) {
            return new ParameterRefusal("address", ParameterRefusal.What.TOO_MANY, String.valueOf(MOST))
                    .problem(texts)
                    .answer();
        }
        return json(of(
                "results",
                addresses.resolve(sees, asked).stream()
                        .map(ResolveController::resolution)
                        .toList()));
    }

    private static ResponseEntity<byte[]> json(ObjectNode document) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/json")
                .body(OgcDocuments.json(document));
    }

    private static ObjectNode resolution(Resolution resolution) {
        var document = of(
                "address",
                resolution.address(),
                "candidates",
                resolution.found().stream().map(ResolveController::candidate).toList());
        resolution.doubt().ifPresent(doubt -> document.put("doubt", code(doubt)));
        return document;
    }

    private static ObjectNode candidate(Resolved one) {
        var candidate = of(
                "exactness", code(one.exactness()),
                "confidence", code(one.confidence()),
                "why", code(one.why()),
                "divisions",
                        one.divisions().stream().map(ResolveController::named).toList());
        one.place().ifPresent(place -> candidate.set("place", of("longitude", place.x, "latitude", place.y)));
        one.cell().ifPresent(cell -> candidate.set("cell", named(cell)));
        one.thing().ifPresent(thing -> candidate.set("thing", named(thing)));
        return candidate;
    }

    private static ObjectNode named(Feature feature) {
        return of("id", feature.id(), "name", feature.label());
    }
}
