package org.tongqu.platform.operate.web.internal;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.zip.CRC32C;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.ServletWebRequest;
import org.tongqu.design.Page;
import org.tongqu.platform.operate.web.Html;

/**
 * Pages that are the same for every stranger: a browser may keep one as long as it asks each time whether it still holds,
 * and is answered 304 when it does. Every other page, and every page of somebody who is signed in, is kept by nobody.
 *
 * @param paths as configured under {@code tongqu.web.open-pages}; one that ends in {@code /**} means all below it, too
 */
record OpenPages(List<String> paths) {

    OpenPages {
        paths = List.copyOf(paths);
    }

    /** Says so in the headers; whether the browser has this very page already. */
    boolean isKnown(ServletWebRequest request, Html html, Utf8ByteOutput page) throws IOException {
        var response = request.getResponse();
        if (response == null || !isOpen(request.getRequest(), html)) {
            return false;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
        return request.checkNotModified(tag(page));
    }

    private boolean isOpen(HttpServletRequest request, Html html) {
        return request.getMethod().equals("GET")
                && html.status() == HttpStatus.OK
                && html.page() instanceof Page page
                && page.frame().visitor().person().isEmpty()
                && paths.stream().anyMatch(path -> fits(path, request.getRequestURI()));
    }

    private static boolean fits(String path, String asked) {
        if (!path.endsWith("/**")) {
            return path.equals(asked);
        }
        var stem = path.substring(0, path.length() - 3);
        return asked.equals(stem) || asked.startsWith(stem + "/");
    }

    /** A weak one: the same page leaves us compressed or not. */
    private static String tag(Utf8ByteOutput page) throws IOException {
        var sum = new CRC32C();
        page.writeTo((bytes, start, length) -> sum.update(bytes, start, length));
        return "W/\"" + Long.toHexString(sum.getValue()) + "-" + Integer.toHexString(page.getContentLength()) + "\"";
    }
}
