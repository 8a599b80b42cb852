package org.tongqu.platform.front.portal.web.evidence;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.tongqu.design.PageFrame;
import org.tongqu.design.Texts;
import org.tongqu.design.form.Button;
import org.tongqu.design.form.FileUpload;
import org.tongqu.design.form.FormPage;
import org.tongqu.design.form.Question;
import org.tongqu.design.nav.Breadcrumbs;
import org.tongqu.design.view.NoticeBanner;
import org.tongqu.platform.matter.supervision.EvidenceExports;
import org.tongqu.platform.matter.supervision.Examination;
import org.tongqu.platform.operate.web.Html;

/** Checks an exported evidence for anybody who holds one. Nothing of the file is kept. */
@Controller
class EvidenceCheckController {

    private static final String ADDRESS = "/evidence/check";
    private static final String TEMPLATE = "front/portal/EvidenceCheckPage";

    private final EvidenceExports exports;

    EvidenceCheckController(EvidenceExports exports) {
        this.exports = exports;
    }

    @GetMapping(ADDRESS)
    Html ask(PageFrame frame) {
        return Html.page(TEMPLATE, page(frame, Optional.empty(), List.of(), ""));
    }

    @PostMapping(ADDRESS)
    Html check(PageFrame frame, @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        var texts = frame.texts();
        if (file == null || file.isEmpty()) {
            return Html.page(TEMPLATE, page(frame, Optional.empty(), List.of(), texts.say("supervision.check.missing")))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (exports.examine(file.getBytes())) {
            case Examination.Whole whole -> {
                var banner = NoticeBanner.success(texts.say("supervision.check.whole"))
                        .saying(texts.say(
                                "supervision.check.whole.text",
                                whole.receipt(),
                                texts.moment(whole.at()),
                                String.valueOf(whole.entries()),
                                String.valueOf(whole.events())));
                yield Html.page(TEMPLATE, page(frame, Optional.of(banner), List.of(), ""));
            }
            case Examination.Different(var found) -> {
                var banner = NoticeBanner.error(texts.say("supervision.check.different"))
                        .saying(texts.say("supervision.check.different.text", String.valueOf(found.size())));
                var words = found.stream()
                        .map(difference -> words(texts, difference))
                        .toList();
                yield Html.page(TEMPLATE, page(frame, Optional.of(banner), words, ""));
            }
        };
    }

    private static String words(Texts texts, Examination.Difference difference) {
        var key = "supervision.check."
                + difference.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var parts = difference.parts().stream()
                .map(part -> texts.say("supervision.check.part." + part))
                .reduce((one, other) -> one + texts.say("supervision.rule.or") + other)
                .orElse("–");
        return texts.say(key, String.valueOf(difference.place()), parts);
    }

    private static EvidenceCheckPage page(
            PageFrame frame, Optional<NoticeBanner> verdict, List<String> differences, String wrong) {
        var texts = frame.texts();
        var question = Question.of(texts, "file", texts.say("supervision.check.file"));
        var field = new FileUpload(
                wrong.isEmpty() ? question : question.wrong(wrong),
                ".pdf",
                texts.say("supervision.check.limit"),
                FileUpload.Count.ONE,
                List.of());
        return new EvidenceCheckPage(
                frame.titled(texts.say("supervision.check")).at("check", Breadcrumbs.none()),
                verdict,
                differences,
                FormPage.of(
                        texts,
                        "",
                        FormPage.Send.to(ADDRESS, frame.csrf()),
                        List.of(field),
                        Button.main(texts.say("supervision.check.send"))));
    }
}
