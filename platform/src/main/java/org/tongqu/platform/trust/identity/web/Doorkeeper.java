package org.tongqu.platform.trust.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.tongqu.platform.trust.identity.Door;
import org.tongqu.platform.trust.identity.SessionState;

/**
 * Shows those who may not go on to the right door, with the way back in hand. What somebody sent from a form after their
 * session had ended is kept for them first.
 */
@Component
class Doorkeeper implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final SessionContext sessions;
    private final KeptPosts kept;
    private final Guards guards;

    Doorkeeper(SessionContext sessions, KeptPosts kept, Guards guards) {
        this.sessions = sessions;
        this.kept = kept;
        this.guards = guards;
    }

    /** Nobody is signed in. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        var ended = sessions.state(request) instanceof SessionState.Ended;
        if (sessions.state(request) instanceof SessionState.Ended(var account, var door)
                && isForm(request)
                && door == guards.door(request)) {
            kept.keep(account, request);
        }
        send(request, response, ended ? "ended" : "");
    }

    /** Somebody is signed in, but came by another door, or with an old password; or a form is not one of ours. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException && isDoor(request)) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", request.getRequestURI() + "?said=stale");
        } else if (!(why instanceof CsrfException) && sessions.mustChangePassword(request)) {
            go(request, response, passwordIsDue(back(request)));
        } else if (why instanceof CsrfException || !request.getMethod().equals("GET")) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else if (request.getRequestURI().startsWith("/my")
                && sessions.home(request).isPresent()) {
            go(request, response, sessions.home(request).get());
        } else {
            send(request, response, "other-door");
        }
    }

    private void send(HttpServletRequest request, HttpServletResponse response, String said) {
        var address = guards.door(request).path() + "?back=" + encoded(back(request))
                + (said.isEmpty() ? "" : "&said=" + said);
        go(request, response, address);
    }

    private static void go(HttpServletRequest request, HttpServletResponse response, String address) {
        if ("true".equals(request.getHeader("HX-Request"))) {
            response.setHeader("HX-Redirect", address);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader("Location", address);
    }

    /** The address asked for; a form's address is often not a page, so its own page is tried first after signing in. */
    private static String back(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getMethod().equals("GET") && query != null
                ? request.getRequestURI() + "?" + query
                : request.getRequestURI();
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return request.getMethod().equals("POST")
                && type != null
                && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static boolean isDoor(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.equals(Door.CITIZEN.path()) || path.equals(Door.OFFICER.path()) || path.equals("/register");
    }

    /** The page on which an old password is changed before going on. */
    static String passwordIsDue(String back) {
        return "/account/password?said=due&back=" + encoded(back);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
