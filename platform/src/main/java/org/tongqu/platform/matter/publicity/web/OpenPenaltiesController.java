package org.tongqu.platform.matter.publicity.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.tongqu.design.Language;
import org.tongqu.design.TextsBundle;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.catalog.Edition;
import org.tongqu.platform.matter.publicity.Penalties;
import org.tongqu.platform.matter.publicity.Penalty;
import org.tongqu.platform.matter.publicity.internal.OpenPenalties;
import org.tongqu.platform.matter.services.ServiceCatalogue;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.sheets.SheetWriter;
import org.tongqu.platform.trust.directory.Directory;

/**
 * All that is published of penalties, for programs: fields by their national codes, days as ISO 8601, whatever language the
 * reader speaks. A program that has this very edition already is told so.
 */
@Controller
class OpenPenaltiesController {

    private static final int PAGE = 500;

    private final Penalties penalties;
    private final OpenPenalties open;
    private final Shelves shelves;

    OpenPenaltiesController(
            Penalties penalties,
            OpenPenalties open,
            ServiceCatalogue catalogue,
            Directory directory,
            TextsBundle texts) {
        this.penalties = penalties;
        this.open = open;
        this.shelves = new Shelves(texts.in(Language.ZH), catalogue, directory);
    }

    @GetMapping(OpenPenalties.FILES + ".csv")
    ResponseEntity<StreamingResponseBody> csv(WebRequest request) {
        resource();
        return answer(request, new MediaType("text", "csv", UTF_8), this::csv);
    }

    @GetMapping(OpenPenalties.FILES + ".json")
    ResponseEntity<StreamingResponseBody> json(WebRequest request) {
        var resource = resource();
        return answer(request, MediaType.APPLICATION_JSON, out -> json(resource, out));
    }

    private Edition resource() {
        return open.resource().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ResponseEntity<StreamingResponseBody> answer(
            WebRequest request, MediaType type, StreamingResponseBody body) {
        var tag = "W/\"" + penalties.edition() + "\"";
        return request.checkNotModified(tag)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
                : ResponseEntity.ok()
                        .eTag(tag)
                        .header(HttpHeaders.CACHE_CONTROL, "public, no-cache")
                        .contentType(type)
                        .body(body);
    }

    private void csv(OutputStream out) throws IOException {
        try (var sheet = SheetWriter.to(SheetForm.CSV, out, "penalties")) {
            var begun = false;
            for (var page = page(Optional.empty()); ; page = page(page.next())) {
                for (var penalty : page.rows()) {
                    var lines = lines(penalty);
                    if (!begun) {
                        sheet.line(lines.stream().map(Shelves.Line::code).toList());
                        begun = true;
                    }
                    sheet.line(lines.stream().map(Shelves.Line::value).toList());
                }
                if (page.next().isEmpty()) {
                    return;
                }
            }
        }
    }

    private void json(Edition resource, OutputStream out) throws IOException {
        try (var writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8))) {
            writer.write("{\"resource\":" + Datum.of(resource.code().value()).canonical());
            writer.write(",\"title\":" + Datum.of(resource.description().name()).canonical());
            writer.write(",\"terms\":" + Datum.of(open.terms().zh()).canonical());
            writer.write(",\"records\":[");
            var before = "\n";
            for (var page = page(Optional.empty()); ; page = page(page.next())) {
                for (var penalty : page.rows()) {
                    writer.write(before + record(penalty).canonical());
                    before = ",\n";
                }
                if (page.next().isEmpty()) {
                    break;
                }
            }
            writer.write("\n]}\n");
        }
    }

    private Penalty.Listed page(Optional<String> after) {
        return penalties.published("", after, PAGE);
    }

    private Datum record(Penalty penalty) {
        var fields = new LinkedHashMap<String, Datum>();
        lines(penalty).forEach(line -> fields.put(line.code(), Datum.of(line.value())));
        return new Datum.Fields(fields);
    }

    /** As people read it, but for the days, and with what a later edition is compared by. */
    private List<Shelves.Line> lines(Penalty penalty) {
        var lines = new ArrayList<Shelves.Line>();
        lines.add(new Shelves.Line("id", penalty.id()));
        for (var line : shelves.lines(penalty)) {
            lines.add(
                    switch (line.code()) {
                        case "cf_jdrq" ->
                            new Shelves.Line(line.code(), penalty.decided().on().toString());
                        case "cf_gsjzq" ->
                            new Shelves.Line(line.code(), penalty.term().until().toString());
                        default -> line;
                    });
        }
        return lines;
    }
}
