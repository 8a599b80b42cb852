package org.tongqu.platform.data.files.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.kernel.Outcome;
import org.tongqu.platform.data.files.Pieces;
import org.tongqu.platform.data.files.UploadRefusal;
import org.tongqu.platform.trust.identity.SignedIn;

/** Where a browser sends a file piece by piece, as systems do; the form is sent when all of it is here. */
@Controller
class PiecesController {

    private static final String PIECES = FilesController.LIST + "/{flow}/pieces";
    private static final String OFFSET = "Upload-Offset";

    private final Pieces pieces;
    private final Problems problems;

    PiecesController(Pieces pieces, Problems problems) {
        this.pieces = pieces;
        this.problems = problems;
    }

    /** What a form or an address says of the file; what is no number is none. */
    static Pieces.Named named(Map<String, String> sent) {
        return new Pieces.Named(sent.getOrDefault("name", ""), number(sent, "size"), number(sent, "modified"));
    }

    private static long number(Map<String, String> sent, String name) {
        var said = sent.getOrDefault(name, "");
        return said.matches("[0-9]{1,18}") ? Long.parseLong(said) : 0;
    }

    @GetMapping(PIECES)
    ResponseEntity<String> reached(
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String flow,
            @RequestParam Map<String, String> sent) {
        return answer(pieces.reached(officer, flow, named(sent)));
    }

    @PatchMapping(PIECES)
    ResponseEntity<String> append(
            HttpServletRequest request,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable String flow,
            @RequestParam Map<String, String> sent,
            @RequestHeader(name = OFFSET, defaultValue = "-1") long offset)
            throws IOException {
        return answer(pieces.append(officer, flow, named(sent), offset, request.getInputStream()));
    }

    private ResponseEntity<String> answer(Outcome<Long, UploadRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Done<Long, UploadRefusal>(var reached) ->
                ResponseEntity.noContent()
                        .header(OFFSET, String.valueOf(reached))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
            case Outcome.Refused<Long, UploadRefusal>(var why) -> problems.answer(why);
        };
    }
}
