package org.tongqu.platform.matter.studio.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.tongqu.design.PageFrame;
import org.tongqu.platform.matter.studio.Rehearsals;
import org.tongqu.platform.matter.studio.Rehearsed;
import org.tongqu.platform.matter.studio.View;
import org.tongqu.platform.operate.sheets.SheetForm;
import org.tongqu.platform.operate.sheets.SheetWriter;
import org.tongqu.platform.trust.directory.Directory;
import org.tongqu.platform.trust.identity.SignedIn;

/** The cases of one view of a rehearsal as a file, all of them and as the reader may see them. */
@Controller
class ExportController {

    private final Rehearsals rehearsals;
    private final Directory directory;

    ExportController(Rehearsals rehearsals, Directory directory) {
        this.rehearsals = rehearsals;
        this.directory = directory;
    }

    @GetMapping(Words.ALL + "/{id:[0-9]+}/cases.{form:xlsx|csv}")
    ResponseEntity<StreamingResponseBody> export(
            PageFrame frame,
            @AuthenticationPrincipal SignedIn.Officer officer,
            @PathVariable long id,
            @PathVariable String form,
            @RequestParam(defaultValue = "") String view) {
        Words.admit(officer);
        var of = rehearsals.find(officer, id).orElseThrow(Words::notFound);
        var wanted = View.find(view).orElseThrow(Words::notFound);
        var texts = frame.texts();
        var telling = new CaseTelling(
                new Words(texts, directory),
                new PackWords(texts, List.of(rehearsals.after(of), rehearsals.before(of))));
        rehearsals.taken(officer, of, wanted);
        var kind = SheetForm.of(form);
        return kind.file("rehearsal-" + id + "-" + wanted.code(), out -> {
            try (var sheet = SheetWriter.to(kind, out, "rehearsal-" + id)) {
                sheet.line(telling.headings());
                write(officer, of, wanted, new Out(sheet, telling));
            }
        });
    }

    private record Out(SheetWriter sheet, CaseTelling telling) {}

    private void write(SignedIn.Officer officer, Rehearsed of, View view, Out out) throws IOException {
        var behind = Optional.of(0L);
        while (behind.isPresent()) {
            var found = rehearsals.exported(officer, of, view, behind.get());
            for (var row : found.rows()) {
                out.sheet().line(out.telling().line(row));
            }
            behind = Words.number(found.next());
        }
    }
}
