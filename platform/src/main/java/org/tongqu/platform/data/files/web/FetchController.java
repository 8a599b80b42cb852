package org.tongqu.platform.data.files.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import org.tongqu.engines.json.DatumJson;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.files.Deliveries;
import org.tongqu.platform.data.files.Delivery;
import org.tongqu.platform.data.files.FetchRefusal;

/**
 * Where systems fetch the batches of their flow, by a key in {@code Authorization: Bearer}: a list, each file whole or from the
 * byte on where a transfer broke off, and the word that all is there.
 */
@Controller
class FetchController {

    static final String API = UploadController.API + "/deliveries";

    private static final int PAGE = 100;
    private static final int LARGEST_RECEIPT = 1 << 12;
    private static final String BEARER = "Bearer ";

    private final Deliveries deliveries;
    private final FetchProblems problems;

    FetchController(Deliveries deliveries, FetchProblems problems) {
        this.deliveries = deliveries;
        this.problems = problems;
    }

    @GetMapping(API)
    ResponseEntity<Object> list(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String key,
            @RequestParam(defaultValue = "0") long after) {
        return switch (deliveries.list(token(key), after, PAGE)) {
            case Outcome.Done<List<Delivery>, FetchRefusal>(var found) -> told(listed(found));
            case Outcome.Refused<List<Delivery>, FetchRefusal>(var why) -> problems.answer(why);
        };
    }

    @GetMapping(API + "/{id}/{file}")
    ResponseEntity<Object> fetch(
            HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String key,
            @PathVariable long id,
            @PathVariable String file)
            throws IOException {
        return switch (deliveries.fetch(token(key), id, file)) {
            case Outcome.Done<Deliveries.Fetched, FetchRefusal>(var fetched) -> handed(request, fetched);
            case Outcome.Refused<Deliveries.Fetched, FetchRefusal>(var why) -> problems.answer(why);
        };
    }

    @PostMapping(API + "/{id}/receipt")
    ResponseEntity<Object> receive(
            HttpServletRequest request,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String key,
            @PathVariable long id)
            throws IOException {
        var sent = new String(request.getInputStream().readNBytes(LARGEST_RECEIPT), UTF_8);
        var digest = DatumJson.tryRead(sent).fold(said -> said.text("sha256").orElse(""), broken -> "");
        return switch (deliveries.receive(token(key), id, digest)) {
            case Outcome.Done<Delivery, FetchRefusal>(var received) -> told(told(received));
            case Outcome.Refused<Delivery, FetchRefusal>(var why) -> problems.answer(why);
        };
    }

    private static String token(String header) {
        return header.startsWith(BEARER) ? header.substring(BEARER.length()).strip() : "";
    }

    private static ResponseEntity<Object> told(Datum what) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_JSON)
                .body(what.canonical());
    }

    /**
     * The file, whole or a piece as it is asked for. Whoever has a piece of another file gets the whole of this one.
     */
    static ResponseEntity<Object> handed(HttpServletRequest request, Deliveries.Fetched fetched) throws IOException {
        var tag = '"' + fetched.digest() + '"';
        var known = request.getHeader(HttpHeaders.IF_RANGE);
        var file = new FileSystemResource(fetched.file());
        Resource body = known == null || known.equals(tag) ? file : new InputStreamResource(file.getInputStream());
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fetched.name(), UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .eTag(tag)
                .body(body);
    }

    private static Datum listed(List<Delivery> found) {
        var told = Datum.empty()
                .with(
                        "deliveries",
                        Datum.of(found.stream().map(FetchController::told).toList()));
        return found.size() < PAGE
                ? told
                : told.with("next", Datum.of(API + "?after=" + found.getLast().id()));
    }

    private static Datum told(Delivery delivery) {
        var manifest = delivery.manifest();
        var told = Datum.empty()
                .with("id", Datum.of(delivery.id()))
                .with("batch", Datum.of(manifest.batch()))
                .with("flow", Datum.of(delivery.flow()))
                .with("made", Datum.of(delivery.times().made().toString()))
                .with("bytes", Datum.of(manifest.bytes()))
                .with("rows", Datum.of(manifest.rows()))
                .with(
                        "files",
                        Datum.of(
                                delivery.times().cleared().isPresent()
                                        ? List.of()
                                        : delivery.names().stream()
                                                .map(name -> Datum.of(API + "/" + delivery.id() + "/"
                                                        + UriUtils.encodePathSegment(name, UTF_8)))
                                                .toList()));
        return delivery.times()
                .received()
                .map(at -> told.with("received", Datum.of(at.toString())))
                .orElse(told);
    }
}
