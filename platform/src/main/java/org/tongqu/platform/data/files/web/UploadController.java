package org.tongqu.platform.data.files.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.tongqu.exchange.file.BatchFault;
import org.tongqu.exchange.file.Manifest;
import org.tongqu.kernel.Outcome;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Language;
import org.tongqu.platform.data.files.Batch;
import org.tongqu.platform.data.files.Batches;
import org.tongqu.platform.data.files.UploadRefusal;

/**
 * Where systems send batches: first the signed manifest, then each file in pieces of any size, gone on with where the file
 * ends. What proves who sends is the signature; the address of the upload is known to whoever could make it alone.
 */
@Controller
class UploadController {

    static final String API = "/api/files";

    private static final String OFFSET = "Upload-Offset";

    private final Batches batches;
    private final Problems problems;

    UploadController(Batches batches, Problems problems) {
        this.batches = batches;
        this.problems = problems;
    }

    @PostMapping(API + "/batches")
    ResponseEntity<String> open(HttpServletRequest request) throws IOException {
        return switch (batches.open(request.getInputStream().readNBytes(Manifest.LARGEST + 1))) {
            case Outcome.Done<Batch, UploadRefusal>(var batch) ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .header(HttpHeaders.LOCATION, API + "/uploads/" + batch.token())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(told(batch));
            case Outcome.Refused<Batch, UploadRefusal>(var why) -> problems.answer(why);
        };
    }

    @GetMapping(API + "/uploads/{token}")
    ResponseEntity<String> look(@PathVariable String token) {
        return batches.find(token)
                .map(batch -> ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(told(batch)))
                .orElseGet(() -> problems.answer(new UploadRefusal.UnknownUpload()));
    }

    @PatchMapping(API + "/uploads/{token}/{file}")
    ResponseEntity<String> append(
            HttpServletRequest request,
            @PathVariable String token,
            @PathVariable String file,
            @RequestHeader(name = OFFSET, defaultValue = "-1") long offset)
            throws IOException {
        return switch (batches.append(token, file, offset, request.getInputStream())) {
            case Outcome.Done<Long, UploadRefusal>(var reached) ->
                ResponseEntity.noContent()
                        .header(OFFSET, String.valueOf(reached))
                        .build();
            case Outcome.Refused<Long, UploadRefusal>(var why) -> problems.answer(why);
        };
    }

    private String told(Batch batch) {
        var files = batch.manifest().files().stream()
                .map(part -> Datum.empty()
                        .with("name", Datum.of(part.name()))
                        .with("offset", Datum.of(batches.offset(batch, part)))
                        .with("bytes", Datum.of(part.bytes())))
                .toList();
        var known = Datum.empty()
                .with("batch", Datum.of(batch.manifest().batch()))
                .with("state", Datum.of(batch.state().code()))
                .with("files", Datum.of(files));
        return batch.fault()
                .map(fault -> known.with("fault", told(fault)))
                .orElse(known)
                .canonical();
    }

    private static Datum told(BatchFault fault) {
        return Datum.empty()
                .with("code", Datum.of(fault.code()))
                .with("title", Datum.of(fault.text(Language.ZH)))
                .with("detail", Datum.of(fault.remedy(Language.ZH)))
                .with("title_en", Datum.of(fault.text(Language.EN)))
                .with("detail_en", Datum.of(fault.remedy(Language.EN)));
    }
}
