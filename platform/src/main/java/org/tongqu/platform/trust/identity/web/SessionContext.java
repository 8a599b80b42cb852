package org.tongqu.platform.trust.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.tongqu.platform.trust.identity.Accounts;
import org.tongqu.platform.trust.identity.SessionState;
import org.tongqu.platform.trust.identity.SignedIn;

/** Finds out from the cookie who is asking, once per request and only when somebody wants to know. */
@Component
class SessionContext implements SecurityContextRepository {

    private static final String STATE = SessionContext.class.getName() + ".state";

    private final SessionCookie cookies;
    private final Accounts accounts;

    SessionContext(SessionCookie cookies, Accounts accounts) {
        this.cookies = cookies;
        this.accounts = accounts;
    }

    /** What the browser's session is worth. */
    SessionState state(HttpServletRequest request) {
        if (request.getAttribute(STATE) instanceof SessionState known) {
            return known;
        }
        var state = cookies.session(request).map(accounts::session).orElseGet(SessionState.Unknown::new);
        request.setAttribute(STATE, state);
        return state;
    }

    Optional<SignedIn> who(HttpServletRequest request) {
        return state(request) instanceof SessionState.Alive alive ? Optional.of(alive.who()) : Optional.empty();
    }

    /** Whether the visitor must change their password before anything else. */
    boolean mustChangePassword(HttpServletRequest request) {
        return state(request) instanceof SessionState.Alive alive && alive.passwordIsDue();
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // Sessions are begun and ended by the doors alone.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return who(request).isPresent();
    }

    private SecurityContext context(HttpServletRequest request) {
        return who(request)
                .<SecurityContext>map(who -> new SecurityContextImpl(new Known(who)))
                .orElseGet(SecurityContextImpl::new);
    }

    private final class Deferred implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private @Nullable SecurityContext found;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            var known = found;
            if (known == null) {
                known = context(request);
                found = known;
            }
            return known;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }

    /** A person whose session is alive. */
    private static final class Known extends AbstractAuthenticationToken {

        private static final long serialVersionUID = 1L;

        private final SignedIn who;

        Known(SignedIn who) {
            super(List.of(new SimpleGrantedAuthority(
                    switch (who) {
                        case SignedIn.Officer officer -> "ROLE_OFFICER";
                        case SignedIn.Citizen citizen -> "ROLE_CITIZEN";
                    })));
            this.who = who;
            setAuthenticated(true);
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public SignedIn getPrincipal() {
            return who;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Known that && who.equals(that.who);
        }

        @Override
        public int hashCode() {
            return who.hashCode();
        }
    }
}
