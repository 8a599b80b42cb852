package org.tongqu.platform.data.interfaces;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** What a system says of a call beside what it asks. Whatever is missing is empty. */
public final class CallHeaders {

    private static final String BEARER = "Bearer ";

    private CallHeaders() {}

    /** The key that is shown. */
    public static String token(HttpServletRequest request) {
        var shown = header(request, HttpHeaders.AUTHORIZATION);
        return shown.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? shown.substring(BEARER.length()).strip()
                : "";
    }

    /** The purpose, as the agreement names it. */
    public static String purpose(HttpServletRequest request) {
        return header(request, "Tongqu-Purpose");
    }

    /** The matter for which it is asked. */
    public static String matter(HttpServletRequest request) {
        return header(request, "Tongqu-Case");
    }

    private static String header(HttpServletRequest request, String name) {
        var value = request.getHeader(name);
        return value == null ? "" : value.strip();
    }
}
