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
import org.tongqu.platform.trust.identity.Assistances;
import org.tongqu.platform.trust.identity.SessionState;
import org.tongqu.platform.trust.identity.SignedIn;

/** Finds out from the cookie who is asking, once per request and only when somebody wants to know. */
@Component
class SessionContext implements SecurityContextRepository {

    private static final String STATE = SessionContext.class.getName() + ".state";
    private static final String HELPED = SessionContext.class.getName() + ".helped";

    private final SessionCookie cookies;
    private final Accounts accounts;
    private final Assistances assistances;

    SessionContext(SessionCookie cookies, Accounts accounts, Assistances assistances) {
        this.cookies = cookies;
        this.accounts = accounts;
        this.assistances = assistances;
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

    /** Who asks; at the forms of the portal, for an officer who helps somebody at a window, the one who is helped. */
    Optional<SignedIn> who(HttpServletRequest request) {
        if (!(state(request) instanceof SessionState.Alive alive)) {
            return Optional.empty();
        }
        return alive.who() instanceof SignedIn.Officer officer && isOfHelp(request.getRequestURI())
                ? Optional.of(helped(request, officer))
                : Optional.of(alive.who());
    }

    private SignedIn helped(HttpServletRequest request, SignedIn.Officer officer) {
        if (request.getAttribute(HELPED) instanceof SignedIn known) {
            return known;
        }
        var helped = assistances.find(officer).<SignedIn>map(citizen -> citizen).orElse(officer);
        request.setAttribute(HELPED, helped);
        return helped;
    }

    /** What is filled in at a window: the forms, and the receipt in the end. */
    private static boolean isOfHelp(String path) {
        return path.startsWith("/drafts/") || path.startsWith("/my/cases/") && path.endsWith("/receipt");
    }

    /** The page to which an officer comes back who helps somebody at a window and has left the forms. */
    Optional<String> home(HttpServletRequest request) {
        return state(request) instanceof SessionState.Alive alive && alive.who() instanceof SignedIn.Officer officer
                ? assistances.home(officer)
                : Optional.empty();
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
