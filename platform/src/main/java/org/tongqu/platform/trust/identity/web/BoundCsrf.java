package org.tongqu.platform.trust.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;
import org.tongqu.kernel.proof.Digest;

/**
 * The hidden value of our forms, derived from the secret in the browser's cookie: bound to the session, or for strangers
 * to the browser, with nothing to store. A form of a session that has ended still proves that it was ours, so that what
 * was typed into it may be kept.
 */
@Component
class BoundCsrf implements CsrfTokenRepository {

    private static final String FIELD = "_csrf";
    private static final String HEADER = "X-CSRF-TOKEN";
    private static final String FRESH = BoundCsrf.class.getName() + ".fresh";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SessionCookie cookies;

    BoundCsrf(SessionCookie cookies) {
        this.cookies = cookies;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.setAttribute(FRESH, secret);
        return token(secret);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && request.getAttribute(FRESH) instanceof String secret) {
            cookies.setStranger(response, secret);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        if (request.getAttribute(FRESH) instanceof String secret) {
            return token(secret);
        }
        return cookies.session(request)
                .or(() -> cookies.stranger(request))
                .map(BoundCsrf::token)
                .orElse(null);
    }

    private static CsrfToken token(String secret) {
        return new DefaultCsrfToken(HEADER, FIELD, Digest.of("csrf " + secret).hex());
    }
}
