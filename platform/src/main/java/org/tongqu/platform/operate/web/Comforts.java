package org.tongqu.platform.operate.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.tongqu.design.Comfort;
import org.tongqu.design.Language;

/** How a visitor likes to read, from their cookies. Whatever is not known falls back on the usual. */
public final class Comforts {

    public static final String LANGUAGE = "lang";
    public static final String THEME = "theme";
    public static final String SIZE = "size";

    private Comforts() {}

    public static Language language(HttpServletRequest request) {
        return Language.of(cookie(request, LANGUAGE));
    }

    public static Comfort comfort(HttpServletRequest request) {
        var usual = Comfort.usual();
        return new Comfort(
                Comfort.Theme.of(cookie(request, THEME)),
                Comfort.TextSize.of(cookie(request, SIZE)),
                usual.action(),
                usual.language());
    }

    private static String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return "";
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name)) {
                return cookie.getValue();
            }
        }
        return "";
    }
}
