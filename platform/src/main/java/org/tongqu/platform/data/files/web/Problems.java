package org.tongqu.platform.data.files.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.tongqu.design.Texts;
import org.tongqu.design.TextsBundle;
import org.tongqu.kernel.data.Datum;
import org.tongqu.kernel.text.Language;
import org.tongqu.platform.data.files.UploadRefusal;

/** Refusals for programs, as RFC 9457 writes them, in both languages. */
@Component("filesProblems")
class Problems {

    private final TextsBundle texts;

    Problems(TextsBundle texts) {
        this.texts = texts;
    }

    ResponseEntity<String> answer(UploadRefusal why) {
        var answer = ResponseEntity.status(status(why))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, "zh, en");
        switch (why) {
            case UploadRefusal.WrongOffset(var offset) -> answer.header("Upload-Offset", String.valueOf(offset));
            case UploadRefusal.TooMuch(var offset) -> answer.header("Upload-Offset", String.valueOf(offset));
            case UploadRefusal.Busy busy -> answer.header(HttpHeaders.RETRY_AFTER, "5");
            default -> answer.header(HttpHeaders.VARY, "Authorization");
        }
        return answer.body(Datum.empty()
                .with("type", Datum.of("urn:tongqu:files:" + code(why)))
                .with("status", Datum.of(status(why)))
                .with("title", Datum.of(title(why, Language.ZH)))
                .with("detail", Datum.of(detail(why, Language.ZH)))
                .with("title_en", Datum.of(title(why, Language.EN)))
                .with("detail_en", Datum.of(detail(why, Language.EN)))
                .canonical());
    }

    private static int status(UploadRefusal why) {
        return switch (why) {
            case UploadRefusal.Faulty fault -> 422;
            case UploadRefusal.UnknownFlow unknown -> 404;
            case UploadRefusal.UnknownUpload unknown -> 404;
            case UploadRefusal.WrongOffset wrong -> 409;
            case UploadRefusal.TooMuch much -> 413;
            case UploadRefusal.Busy busy -> 423;
            case UploadRefusal.NoKey key -> 422;
            case UploadRefusal.MayNot no -> 403;
        };
    }

    static String code(UploadRefusal why) {
        return switch (why) {
            case UploadRefusal.Faulty(var fault) -> fault.code();
            case UploadRefusal.UnknownFlow unknown -> "unknown-flow";
            case UploadRefusal.UnknownUpload unknown -> "unknown-upload";
            case UploadRefusal.WrongOffset wrong -> "wrong-offset";
            case UploadRefusal.TooMuch much -> "too-much";
            case UploadRefusal.Busy busy -> "busy";
            case UploadRefusal.NoKey key -> "no-key";
            case UploadRefusal.MayNot no -> "may-not";
        };
    }

    private String title(UploadRefusal why, Language language) {
        return why instanceof UploadRefusal.Faulty(var fault)
                ? fault.text(language)
                : in(language).say("files.refused." + code(why));
    }

    private String detail(UploadRefusal why, Language language) {
        return why instanceof UploadRefusal.Faulty(var fault)
                ? fault.remedy(language)
                : in(language).say("files.refused." + code(why) + ".do");
    }

    private Texts in(Language language) {
        return texts.in(org.tongqu.design.Language.valueOf(language.name()));
    }
}
