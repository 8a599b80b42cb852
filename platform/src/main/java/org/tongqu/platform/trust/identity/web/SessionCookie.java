package org.tongqu.platform.trust.identity.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.tongqu.platform.trust.identity.IdentitySettings;

/**
 * The two secrets in a browser: the token of a session, and for strangers one that their forms are bound to. Neither is
 * readable by scripts; over TLS both are tied to this host.
 */
@Component
class SessionCookie {

    private static final String HOST_BOUND = "__Host-";

    private final boolean secure;

    SessionCookie(IdentitySettings settings) {
        this.secure = settings.secureCookies();
    }

    Optional<String> session(HttpServletRequest request) {
        return value(request, name("session"));
    }

    Optional<String> stranger(HttpServletRequest request) {
        return value(request, name("stranger"));
    }

    void setSession(HttpServletResponse response, String token) {
        set(response, name("session"), token);
    }

    void setStranger(HttpServletResponse response, String secret) {
        set(response, name("stranger"), secret);
    }

    void clearSession(HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(name("session"), "").maxAge(0).build().toString());
    }

    private void set(HttpServletResponse response, String name, String value) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(name, value).build().toString());
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax");
    }

    private String name(String plain) {
        return secure ? HOST_BOUND + plain : plain;
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name) && !cookie.getValue().isBlank()) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }
}
