package org.tongqu.platform.operate.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.tongqu.design.Language;
import org.tongqu.design.TextsBundle;
import org.tongqu.kernel.data.Datum;

/**
 * A refusal as a machine reads it (RFC 9457), in both languages, since nobody knows who will read the log of a system.
 *
 * @param type e.g. {@code urn:tongqu:interfaces:key-missing}
 * @param again after how long it may be tried again; empty when trying again changes nothing
 */
public record Problem(String type, int status, Said zh, Said en, Optional<Duration> again) {

    /** What happened, and what to do. */
    public record Said(String title, String detail) {}

    /**
     * A problem with the words of one text.
     *
     * @param key of what happened; what to do stands under the key with {@code .do} behind it
     * @param detail what the words depend on
     */
    public static Problem of(TextsBundle texts, String type, int status, String key, Object... detail) {
        return new Problem(
                type,
                status,
                said(texts, Language.ZH, key, detail),
                said(texts, Language.EN, key, detail),
                Optional.empty());
    }

    private static Said said(TextsBundle texts, Language language, String key, Object... detail) {
        var words = texts.in(language);
        return new Said(words.say(key), words.say(key + ".do", detail));
    }

    public Problem again(Optional<Duration> after) {
        return new Problem(type, status, zh, en, after);
    }

    public void write(HttpServletResponse response) throws IOException {
        var body = body();
        response.setStatus(status);
        headers().forEach(response::setHeader);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** What is said beside it, by the names of HTTP. */
    public Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put(HttpHeaders.CONTENT_TYPE, "application/problem+json");
        headers.put(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.put(HttpHeaders.CONTENT_LANGUAGE, "zh, en");
        if (status == 401) {
            headers.put(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        again.ifPresent(after ->
                headers.put(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, (after.toMillis() + 999) / 1000))));
        return headers;
    }

    public byte[] body() {
        return json().canonical().getBytes(StandardCharsets.UTF_8);
    }

    /** As what a controller returns. */
    public ResponseEntity<byte[]> answer() {
        return ResponseEntity.status(status)
                .headers(said -> headers().forEach(said::set))
                .body(body());
    }

    private Datum json() {
        return Datum.empty()
                .with("type", Datum.of(type))
                .with("status", Datum.of(status))
                .with("title", Datum.of(zh.title()))
                .with("detail", Datum.of(zh.detail()))
                .with("title_en", Datum.of(en.title()))
                .with("detail_en", Datum.of(en.detail()));
    }
}
