package org.tongqu.platform.data.space.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.tongqu.design.PageFrame;
import org.tongqu.design.TextsBundle;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.space.Feature;
import org.tongqu.platform.data.space.Layer;
import org.tongqu.platform.data.space.Question;
import org.tongqu.platform.data.space.Sight;
import org.tongqu.platform.data.space.Spaces;
import org.tongqu.platform.data.space.web.ParameterRefusal.What;
import org.tongqu.platform.operate.web.Html;
import org.tongqu.platform.operate.web.Problem;
import org.tongqu.platform.trust.identity.SignedIn;
import tools.jackson.databind.node.ObjectNode;

/** OGC API - Features: every register with a place, as far as who asks may know it; JSON for programs, pages for people. */
@Controller
class OgcController {

    private static final String COLLECTION = OgcDocuments.COLLECTIONS + "/{collection}";

    private final Spaces spaces;
    private final TextsBundle texts;
    private final Clock clock;

    OgcController(Spaces spaces, TextsBundle texts, Clock clock) {
        this.spaces = spaces;
        this.texts = texts;
        this.clock = clock;
    }

    static Sight sight(SignedIn.@Nullable Officer officer) {
        return officer == null ? Sight.PUBLIC : Sight.OFFICER;
    }

    /** One request: who asks, in which form the answer is to come. */
    private record Asking(PageFrame frame, HttpServletRequest request, MultiValueMap<String, String> sent) {

        OgcDocuments documents() {
            return new OgcDocuments(
                    frame.texts(),
                    ServletUriComponentsBuilder.fromContextPath(request).build().toUriString());
        }

        OgcPages pages() {
            return new OgcPages(frame);
        }

        boolean isForPeople() {
            var form = sent.getFirst("f");
            if (form != null) {
                return form.equals("html");
            }
            var accepted =
                    Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
            return accepted.contains("text/html");
        }
    }

    private static ResponseEntity<byte[]> json(String type, ObjectNode document) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, type).body(OgcDocuments.json(document));
    }

    /** Documents that take no parameter but their form. */
    private Object plain(Asking asking, Supplier<Html> page, Supplier<ObjectNode> document) {
        return plain(asking, "application/json", page, document);
    }

    private Object plain(Asking asking, String type, Supplier<Html> page, Supplier<ObjectNode> document) {
        var unknown = asking.sent().keySet().stream()
                .filter(name -> !name.equals("f"))
                .findFirst();
        if (unknown.isPresent()) {
            return new ParameterRefusal(
                            unknown.get(), What.UNKNOWN, asking.request().getRequestURI())
                    .problem(texts)
                    .answer();
        }
        return asking.isForPeople() ? page.get() : json(type, document.get());
    }

    @GetMapping(OgcDocuments.ROOT)
    Object landing(PageFrame frame, HttpServletRequest request, @RequestParam MultiValueMap<String, String> sent) {
        var asking = new Asking(frame, request, sent);
        return plain(
                asking, () -> asking.pages().landing(), () -> asking.documents().landing());
    }

    @GetMapping(OgcDocuments.ROOT + "/conformance")
    Object conformance(PageFrame frame, HttpServletRequest request, @RequestParam MultiValueMap<String, String> sent) {
        var asking = new Asking(frame, request, sent);
        return plain(
                asking,
                () -> asking.pages().conformance(),
                () -> asking.documents().conformance());
    }

    @GetMapping(OgcDocuments.ROOT + "/api")
    ResponseEntity<byte[]> description(
            PageFrame frame, HttpServletRequest request, @AuthenticationPrincipal SignedIn.@Nullable Officer officer) {
        return json(
                OgcDocuments.OPEN_API,
                new OgcDescription(frame.texts(), sight(officer)).document(spaces.layers(sight(officer))));
    }

    @GetMapping(OgcDocuments.COLLECTIONS)
    Object collections(
            PageFrame frame,
            HttpServletRequest request,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal SignedIn.@Nullable Officer officer) {
        var asking = new Asking(frame, request, sent);
        var layers = spaces.layers(sight(officer));
        return plain(
                asking,
                () -> asking.pages().collections(layers, spaces.extents()),
                () -> asking.documents().collections(layers, spaces.extents()));
    }

    @GetMapping(COLLECTION)
    Object collection(
            PageFrame frame,
            HttpServletRequest request,
            @PathVariable String collection,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal SignedIn.@Nullable Officer officer) {
        var asking = new Asking(frame, request, sent);
        return spaces.find(collection, sight(officer))
                .map(layer -> plain(
                        asking,
                        () -> asking.pages().collection(layer, sight(officer), spaces.extents()),
                        () -> asking.documents()
                                .collection(
                                        layer,
                                        Optional.ofNullable(spaces.extents().get(layer.id())))))
                .orElseGet(() -> nothing("collection", collection));
    }

    @GetMapping(COLLECTION + "/queryables")
    ResponseEntity<byte[]> queryables(
            PageFrame frame,
            HttpServletRequest request,
            @PathVariable String collection,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal SignedIn.@Nullable Officer officer) {
        var asking = new Asking(frame, request, sent);
        return spaces.find(collection, sight(officer))
                .map(layer -> json("application/schema+json", asking.documents().queryables(layer, sight(officer))))
                .orElseGet(() -> nothing("collection", collection));
    }

    private ResponseEntity<byte[]> nothing(String what, String id) {
        return Problem.of(texts, "urn:tongqu:space:no-" + what, 404, "space.problem.no-" + what, id)
                .answer();
    }

    @GetMapping(COLLECTION + "/items")
    Object items(
            PageFrame frame,
            HttpServletRequest request,
            @PathVariable String collection,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal SignedIn.@Nullable Officer officer) {
        var asking = new Asking(frame, request, sent);
        var layer = spaces.find(collection, sight(officer));
        if (layer.isEmpty()) {
            return nothing("collection", collection);
        }
        return switch (ItemsParameters.read(layer.get(), sight(officer), sent)) {
            case Outcome.Done<Question, ParameterRefusal>(var question) -> items(asking, question);
            case Outcome.Refused<Question, ParameterRefusal>(var why) ->
                why.problem(texts).answer();
        };
    }

    private Object items(Asking asking, Question question) {
        var answer = spaces.features(question);
        var layer = question.layer();
        var onward = answer.next().map(after -> address(layer, asking.sent(), Optional.of(after)));
        return asking.isForPeople()
                ? asking.pages().items(layer, question, answer, onward)
                : json(
                        OgcDocuments.GEO_JSON,
                        asking.documents()
                                .features(
                                        layer,
                                        question.sees(),
                                        answer,
                                        address(layer, asking.sent(), question.after()),
                                        onward,
                                        clock.instant()));
    }

    /** The same question, going on behind a thing. */
    private static String address(Layer layer, MultiValueMap<String, String> sent, Optional<String> after) {
        var path = new StringBuilder(OgcDocuments.items(layer));
        var join = '?';
        for (var name : sent.keySet()) {
            for (var value : sent.getOrDefault(name, List.of())) {
                if (!name.equals(ItemsParameters.AFTER)) {
                    path.append(join).append(name).append('=').append(UriUtils.encode(value, "UTF-8"));
                    join = '&';
                }
            }
        }
        if (after.isPresent()) {
            path.append(join).append(ItemsParameters.AFTER).append('=').append(UriUtils.encode(after.get(), "UTF-8"));
        }
        return path.toString();
    }

    @GetMapping(COLLECTION + "/items/{id}")
    Object item(
            PageFrame frame,
            HttpServletRequest request,
            @PathVariable String collection,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal SignedIn.@Nullable Officer officer) {
        var asking = new Asking(frame, request, sent);
        var layer = spaces.find(collection, sight(officer));
        if (layer.isEmpty()) {
            return nothing("collection", collection);
        }
        return spaces.feature(layer.get(), sight(officer), id)
                .map(feature -> item(asking, layer.get(), sight(officer), feature))
                .orElseGet(() -> nothing("feature", id));
    }

    private Object item(Asking asking, Layer layer, Sight sees, Feature feature) {
        return plain(
                asking,
                OgcDocuments.GEO_JSON,
                () -> asking.pages().item(layer, sees, feature),
                () -> asking.documents().feature(layer, sees, feature));
    }
}
