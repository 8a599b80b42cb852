package org.tongqu.platform.data.files.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.tongqu.design.Language;
import org.tongqu.design.TextsBundle;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.files.FetchRefusal;

/** Why nothing is handed out, for programs, as RFC 9457 writes it, in both languages. */
@Component
class FetchProblems {

    private static final int UNAUTHORISED = 401;

    private final TextsBundle texts;

    FetchProblems(TextsBundle texts) {
        this.texts = texts;
    }

    ResponseEntity<Object> answer(FetchRefusal why) {
        var answer = ResponseEntity.status(status(why))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, "zh, en");
        if (status(why) == UNAUTHORISED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        var key = "files.fetch.refused." + code(why);
        return answer.body(Datum.empty()
                .with("type", Datum.of("urn:tongqu:files:" + code(why)))
                .with("status", Datum.of(status(why)))
                .with("title", Datum.of(texts.in(Language.ZH).say(key)))
                .with("detail", Datum.of(texts.in(Language.ZH).say(key + ".do")))
                .with("title_en", Datum.of(texts.in(Language.EN).say(key)))
                .with("detail_en", Datum.of(texts.in(Language.EN).say(key + ".do")))
                .canonical());
    }

    static int status(FetchRefusal why) {
        return switch (why) {
            case FetchRefusal.NoKey no -> UNAUTHORISED;
            case FetchRefusal.Unknown no -> 404;
            case FetchRefusal.NotPermitted no -> 403;
            case FetchRefusal.Cleared no -> 410;
            case FetchRefusal.OtherDigest no -> 422;
            case FetchRefusal.MayNot no -> 403;
        };
    }

    private static String code(FetchRefusal why) {
        return switch (why) {
            case FetchRefusal.NoKey no -> "no-key";
            case FetchRefusal.Unknown no -> "unknown";
            case FetchRefusal.NotPermitted no -> "not-permitted";
            case FetchRefusal.Cleared no -> "cleared";
            case FetchRefusal.OtherDigest no -> "other-digest";
            case FetchRefusal.MayNot no -> "may-not";
        };
    }
}
