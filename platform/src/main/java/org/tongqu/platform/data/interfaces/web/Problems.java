package org.tongqu.platform.data.interfaces.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.tongqu.design.Language;
import org.tongqu.design.Texts;
import org.tongqu.design.TextsBundle;
import org.tongqu.kernel.data.Datum;
import org.tongqu.platform.data.interfaces.CallRefusal;

/**
 * A refusal as a machine reads it (RFC 9457), in both languages, since nobody knows who will read the log of a system:
 * what happened, and what to do.
 */
@Component
class Problems {

    private final TextsBundle texts;

    Problems(TextsBundle texts) {
        this.texts = texts;
    }

    void write(HttpServletResponse response, CallRefusal refusal) throws IOException {
        var body = json(refusal).canonical().getBytes(StandardCharsets.UTF_8);
        response.setStatus(refusal.why().status());
        response.setContentType("application/problem+json");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, "zh, en");
        if (refusal.why().status() == 401) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        refusal.again()
                .ifPresent(after -> response.setHeader(
                        HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, (after.toMillis() + 999) / 1000))));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Datum json(CallRefusal refusal) {
        var zh = texts.in(Language.ZH);
        var en = texts.in(Language.EN);
        return Datum.empty()
                .with("type", Datum.of("urn:tongqu:interfaces:" + refusal.why().code()))
                .with("status", Datum.of(refusal.why().status()))
                .with("title", Datum.of(title(zh, refusal)))
                .with("detail", Datum.of(detail(zh, refusal)))
                .with("title_en", Datum.of(title(en, refusal)))
                .with("detail_en", Datum.of(detail(en, refusal)));
    }

    private static String title(Texts texts, CallRefusal refusal) {
        return texts.say("interfaces.why." + refusal.why().code());
    }

    private static String detail(Texts texts, CallRefusal refusal) {
        return texts.say("interfaces.why." + refusal.why().code() + ".do", said(texts, refusal));
    }

    /** The state of an agreement, a purpose and what is wrong in an answer in words; all else as it is. */
    private static String said(Texts texts, CallRefusal refusal) {
        return switch (refusal.why()) {
            case NOT_IN_FORCE -> word(texts, "agreements.state.", refusal.detail());
            case PURPOSE_MISSING, PURPOSE_OTHER -> refusal.detail();
            case ANSWER_WRONG -> {
                var parts = refusal.detail().split(" ");
                yield texts.say("interfaces.rule." + parts[0], parts[1], parts[2]);
            }
            default -> refusal.detail();
        };
    }

    private static String word(Texts texts, String list, String code) {
        return texts.knows(list + code) ? texts.say(list + code) : code;
    }
}
