package org.tongqu.platform.front.portal.web.help;

import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.design.Comfort;
import org.tongqu.design.Language;
import org.tongqu.platform.operate.web.Comforts;
import org.tongqu.platform.operate.web.LocalAddress;

/** Keeps how somebody likes to read in cookies and returns to the page they were on. Serves both shells. */
@RestController
class PreferencesController {

    private static final Duration KEPT = Duration.ofDays(365);

    @GetMapping("/language")
    ResponseEntity<Void> language(
            @RequestParam(defaultValue = "") String lang, @RequestParam(defaultValue = "/") String back) {
        return returning(back)
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookie(Comforts.LANGUAGE, Language.of(lang).code()))
                .build();
    }

    @GetMapping("/comfort")
    ResponseEntity<Void> comfort(
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String size,
            @RequestParam(defaultValue = "/") String back) {
        var answer = returning(back);
        if (!theme.isEmpty()) {
            answer.header(
                    HttpHeaders.SET_COOKIE,
                    cookie(Comforts.THEME, Comfort.Theme.of(theme).code()));
        }
        if (!size.isEmpty()) {
            answer.header(
                    HttpHeaders.SET_COOKIE,
                    cookie(Comforts.SIZE, Comfort.TextSize.of(size).code()));
        }
        return answer.build();
    }

    private static ResponseEntity.BodyBuilder returning(String back) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .location(URI.create(LocalAddress.of(back)));
    }

    private static String cookie(String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .sameSite("Lax")
                .build()
                .toString();
    }
}
