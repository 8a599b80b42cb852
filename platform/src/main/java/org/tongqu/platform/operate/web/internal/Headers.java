package org.tongqu.platform.operate.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tongqu.platform.operate.start.Mode;

/** What every answer tells the browser about how far to trust it and how long to keep it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Headers extends OncePerRequestFilter {

    static final String POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self';"
            + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Mode mode;

    Headers(Mode mode) {
        this.mode = mode;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(self), payment=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (mode == Mode.PRODUCTION) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (request.getRequestURI().startsWith("/assets/")) {
            // An address with ?v= changes with its file (see Assets in the design module) and may be kept for good.
            response.setHeader(
                    "Cache-Control",
                    request.getParameter("v") == null ? "public, max-age=600" : "public, max-age=31536000, immutable");
        }
        chain.doFilter(request, response);
    }
}
